import { readTextStreams } from './text-streams.ts';

const contents = /\/Contents\s{0,9}(\d{1,10}\s{1,9}\d{1,5}\s{1,9}R|\[[^[\]]{0,9999}\])/g;
const reference = /(\d{1,10})\s{1,9}\d{1,5}\s{1,9}R/g;
const sectionMark = 'startxref';

/**
 * Whether a PDF holds the text of more pages than the `shown` on which anything is found. To be asked where a page is
 * blank: the way from a page to its text may be damaged. A file that was changed by adding to it keeps the text of pages
 * as they were before, and tells nothing.
 */
export function hasTextOfMorePages(file: Buffer, shown: number): boolean {
  if (wasAddedTo(file)) return false;
  const withText = new Set<number | undefined>();
  let objects = '';
  for (const { number, dictionary, content } of readTextStreams(file)) {
    const isOfObjects = /\/Type\s{0,9}\/ObjStm/.test(dictionary);
    if (typeof content === 'string' || (/\/(?:Type|Subtype)\b/.test(dictionary) && !isOfObjects)) continue;
    const text = content.toString('latin1');
    if (isOfObjects) objects += text;
    else if (/\bBT\b/.test(text) && /\bT[jJ]\b/.test(text)) withText.add(number);
  }
  const pages = new Set<string>();
  const claimed = new Set<number>();
  for (const source of [file.toString('latin1'), objects]) {
    for (const [, value = ''] of source.matchAll(contents)) {
      const numbers = [...value.matchAll(reference)].map(([, number]) => Number(number)).filter((n) => withText.has(n));
      if (numbers.length > 0) pages.add(numbers.join(' '));
      for (const number of numbers) claimed.add(number);
    }
  }
  return pages.size + withText.size - claimed.size > shown;
}

/** Each change adds a cross-reference section; a file arranged for the web has two from the first. */
function wasAddedTo(file: Buffer): boolean {
  const first = file.indexOf(sectionMark);
  const last = file.lastIndexOf(sectionMark);
  const isForWeb = file.subarray(0, 1024).includes('/Linearized');
  return first !== last && !(isForWeb && file.indexOf(sectionMark, first + 1) === last);
}
