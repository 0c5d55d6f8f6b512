import { expect, test } from 'vitest';
import { titleMarkers } from '../../../../../shared/letter/layouts/issues/title-markers.ts';

const stripped = (titles: string[]) => {
  const lengths = titleMarkers(titles);
  return titles.map((title, index) => title.slice(lengths[index]));
};

test.each([
  [['1.MRI', '2.EMG']],
  [['1) MRI', '2) EMG']],
  [['2. MRI', '3. EMG', '4. EEG']],
  [['I. MRI', 'II. EMG', 'III. EEG', 'IV. X-ray']],
  [['A. MRI', 'B. EMG']],
  [['(a) MRI', '(b) EMG']],
  [['h) MRI', 'i) EMG']],
  [['#1 MRI', '#2 EMG']],
  [['1 - MRI', '2 - EMG']],
  [['\u2022 MRI', '\u2022 EMG']],
  [['- MRI', '- EMG']],
  [['**MRI', '**EMG']],
  [['Issue 1: MRI', 'Issue 2: EMG']],
])('the markers of %j are no part of the titles', (titles) => {
  expect(stripped(titles)).toEqual(titles.map((title) => title.slice(title.search(/MRI|EMG|EEG|X-ray/))));
});

test.each([
  [['12 visits', '13 visits']],
  [['1.5 mg of X', '2.5 mg of X']],
  [['2. MRI', '4. EMG']],
  [['A. MRI', 'EMG']],
  [['A. MRI']],
  [['- MRI', 'EMG']],
  [['E. coli test', 'C. difficile test']],
  [[]],
])('%j keep what they start with', (titles) => {
  expect(stripped(titles)).toEqual(titles);
});

test("an item's own number and a bullet count alone", () => {
  expect(stripped(['1. MRI'])).toEqual(['MRI']);
  expect(stripped(['MRI', '2. EMG', '\u2022 EEG'])).toEqual(['MRI', 'EMG', 'EEG']);
});
