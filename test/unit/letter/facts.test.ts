import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoDate, printedDates } from '../../../shared/letter/facts/dates.ts';
import { parseLetter } from '../../../shared/letter/parse-letter.ts';
import { letterText } from './letter-text.ts';

const facts = (summary: string) => {
  const { patient, dates } = parseLetter(letterText({ summary })).parse.case;
  return { ...patient, ...dates };
};

describe('the patient', () => {
  test.each([
    ['The injured worker (IW) is a 53-year-old woman with pain.', { age: 53, sex: 'female' }],
    ['The patient is a 41 y.o. male  with an injury.', { age: 41, sex: 'male' }],
    ['The injured worker is a 58 year old female, who fell.', { age: 58, sex: 'female' }],
    ['This 41 y/o M fell.', { age: 41, sex: 'male' }],
    ['A 62 YO F fell.', { age: 62, sex: 'female' }],
    ['A 29yo gentleman fell.', { age: 29, sex: 'male' }],
    ['The 45 yr. old lady fell.', { age: 45, sex: 'female' }],
    ['The patient is a 62-year-old, right-hand dominant man.', { age: 62, sex: 'male' }],
    ['He is a sixty-one (61) year old male.', { age: 61, sex: 'male' }],
    ['The patient is 44 years old.', { age: 44 }],
    ['The applicant is a represented 39-year-old employee.', { age: 39 }],
    ['The claimant is a right-handed female with pain.', { sex: 'female' }],
    ['The claimant is a female with a 5 year old son.', { sex: 'female' }],
    ['The applicant has a 20-year-old injury.', {}],
    ['The management of pain was discussed; humane care.', {}],
    ['The patient had 10 year old records.', {}],
    ['A 530 year old woman.', {}],
    ['The injured worker is a female, age 50, who fell.', { age: 50, sex: 'female' }],
    ['The patient is a male, aged 62, with pain.', { age: 62, sex: 'male' }],
    ['This is a 46 year old with pain.', { age: 46 }],
    ['Mr. Doe is a 71-year-old retired roofer.', { age: 71 }],
    ['The patient lives with his wife, age 50.', {}],
    ['The patient had surgery at age 12.', {}],
    ['Her mother is a 90-year-old woman.', {}],
    ['This is a fifty-three year old woman who fell.', { age: 53, sex: 'female' }],
    ['The patient, a forty four-year-old Caucasian female, fell.', { age: 44, sex: 'female' }],
    ['The applicant is a Sixty- year-old employee.', { age: 60 }],
    ['A nineteen y/o male fell.', { age: 19, sex: 'male' }],
    ['The claimant is a male, aged thirty-one, with pain.', { age: 31, sex: 'male' }],
    ['The patient has a twenty-year-old injury.', {}],
    ['He lives with a fifteen-year-old son.', {}],
    ['Age: 45. The patient fell.', { age: 45 }],
    ['This is a female patient, 44 years of age.', { age: 44 }],
    ['The patient, 50 years old, fell.', { age: 50 }],
    ['The patient lives with her husband, 60 years old.', {}],
    ['The patient has an implant, 10 years old hardware.', {}],
    ['This is a 53\u2011year\u2011old woman.', { age: 53, sex: 'female' }],
    ['This is a 53\u2010year\u2010old woman.', { age: 53, sex: 'female' }],
    ['This is a 53\u2013year\u2013old woman.', { age: 53, sex: 'female' }],
    ['This is a forty\u2011five\u2011year\u2011old man.', { age: 45, sex: 'male' }],
    ['A 46 y.o./F fell.', { age: 46, sex: 'female' }],
    ['A 46 year old (F) fell.', { age: 46, sex: 'female' }],
    ['A 52 y.o.f. fell.', { age: 52, sex: 'female' }],
    ['A 52yom fell.', { age: 52, sex: 'male' }],
    ['A 39 y old man fell.', { age: 39, sex: 'male' }],
    ['The patient is a male, 49 years of age, who fell.', { age: 49, sex: 'male' }],
    ['A 45-year-old fe-\nmale fell.', { age: 45, sex: 'female' }],
    ['The patient is a fe-\nmale.', { sex: 'female' }],
    ['The patient is a 45-year-old non-male worker.', { age: 45 }],
    ['The patient is a 46-year-old F-150 driver, a worker.', { age: 46 }],
  ])('%s', (summary, expected) => {
    expect(facts(summary)).toEqual(expected);
  });
});

describe('the date of injury', () => {
  test.each([
    ['with a date of injury of July 20, 2005. On August 1, 2005, he', '2005-07-20'],
    ['seen on 1/2/2011 after an industrial injury of November 16, 2010.', '2010-11-16'],
    ['with an injury sustained on 5/9/13.', '2013-05-09'],
    ['who su\uFB00ered an injury on 8/2/2008.', '2008-08-02'],
    ['who sustained an industrial/work injury on 9/6/14.', '2014-09-06'],
    ['who sustained a work injury to the left knee on 12/31/1999.', '1999-12-31'],
    ['was injured on 3/4/98.', '1998-03-04'],
    ['was injured at work on June 3rd, 2011.', '2011-06-03'],
    ['DOI: 01-02-2003.', '2003-01-02'],
    ['The date of injury (DOI) is 20 Sept 2007.', '2007-09-20'],
    ['date of injury 2013-05-09', '2013-05-09'],
    ['The injury was treated. An MRI was done on 5/5/13.', undefined],
    ['had an injury evaluation on 5/5/13.', undefined],
    ['an injury of 13/45/2013.', undefined],
    ['reported a work-related injury.', undefined],
    ['came with a 12/11/06 date of injury.', '2006-12-11'],
    ['fell. The date of injury in this case is April 4, 2008.', '2008-04-04'],
    ['fell. Injury occurred on 6/7/13 while lifting.', '2013-06-07'],
    ['had an injury to the low back from 4/18/11.', '2011-04-18'],
    ['was seen, as the 12/11/06 injury report says.', undefined],
    ['fell on 2/29/13. DOI: 2/29/13.', undefined],
    ['with a date of injury  on 08/15/2012.', '2012-08-15'],
    ['with a date of injury reported as 5/6/2010.', '2010-05-06'],
    ['fell. Date of injury: (DOI) 5/6/2010.', '2010-05-06'],
    ['has pain. On 5/6/10 the patient was injured at work.', '2010-05-06'],
    ['has pain. On May 6, 2010, he sustained an industrial injury.', '2010-05-06'],
    ['was injured in a work-related accident on 5/6/10.', '2010-05-06'],
    ['injured himself on 5/6/10.', '2010-05-06'],
    ['has pain. On 5/6/10 the patient was seen for an injury.', undefined],
    ['was injured. He was seen on 5/6/10.', undefined],
    ['had an industrial injury on April 4, 2012.', '2012-04-04'],
    ['came after a work-related injury on 4/4/12.', '2012-04-04'],
    ['had an injury on 6/7/08.', '2008-06-07'],
    ['was injured 01/02/2010 when she fell.', '2010-01-02'],
    ['was injured at work 4/4/12.', '2012-04-04'],
    ['also had an injury on 6/7/08.', undefined],
    ['had a non-industrial injury on 6/7/08.', undefined],
    ['denied an injury on 6/7/08.', undefined],
    ['was re-injured 6/7/08.', undefined],
    ['or injured worker was seen on 6/7/08.', undefined],
  ])('%s', (summary, expected) => {
    expect(facts(`The patient ${summary}`)).toEqual(expected ? { injury: expected } : {});
  });
});

describe('printed dates', () => {
  const day = fc.date({ min: new Date('1950-01-01'), max: new Date('2030-12-31'), noInvalidDate: true });
  const months = [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ];

  test('read back as the same day, however printed', () => {
    fc.assert(
      fc.property(day, fc.nat(4), (date, form) => {
        const [y, m, d] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
        const name = months[m - 1] ?? '';
        const text =
          [
            `${name} ${d}, ${y}`,
            `${name.slice(0, 3)}. ${d} ${y}`,
            `${d} ${name} ${y}`,
            `${m}/${d}/${y}`,
            date.toISOString().slice(0, 10),
          ][form] ?? '';
        const found = printedDates(`on ${text}.`, 0, text.length + 4);
        expect(found.map((one) => isoDate(one))).toEqual([date.toISOString().slice(0, 10)]);
        expect(`on ${text}.`.slice(found[0]?.start, found[0]?.end)).toBe(text);
      }),
    );
  });

  test('with two digits a year is never after the letter', () => {
    fc.assert(
      fc.property(day, day, (date, letter) => {
        const letterDate = letter.toISOString().slice(0, 10);
        const text = `${date.getUTCMonth() + 1}/${date.getUTCDate()}/${String(date.getUTCFullYear() % 100).padStart(2, '0')}`;
        const [printed] = printedDates(text, 0, text.length);
        if (!printed) throw new Error(`${text} is a date.`);
        const iso = isoDate(printed, letterDate);
        const inTime = [`19${date.toISOString().slice(2, 10)}`, `20${date.toISOString().slice(2, 10)}`].filter(
          (one) => one >= '1940' && one <= letterDate,
        );
        expect(iso).toBe(inTime.length === 1 ? inTime[0] : undefined);
      }),
    );
  });

  test.each(['8/10', '2/30/2014', '13/1/2014', 'L4-5-1', '1/2/345', 'May 12014', '9792.20', '10/325 mg'])(
    '%s is none',
    (text) => {
      expect(printedDates(text, 0, text.length)).toEqual([]);
    },
  );
});

describe('the reviewer', () => {
  const reviewer = (prose: string) => parseLetter(letterText({ reviewer: prose })).parse.case.reviewer;

  test.each([
    [
      'an expert reviewer. The expert reviewer is Board Certified in Internal Medicine and is licensed to practice in California.',
      ['Internal Medicine'],
      ['California'],
    ],
    [
      'an expert reviewer, Board Certified inInternal Medicine, and is licensed to practice in New York.',
      ['Internal Medicine'],
      ['New York'],
    ],
    [
      'an expert reviewer, Board Certified in Physical Medicine and Rehabilitation, has a subspecialty in Pain Medicine and is licensed to practice in California, Florida and New York.',
      ['Physical Medicine and Rehabilitation', 'Pain Medicine'],
      ['California', 'Florida', 'New York'],
    ],
    [
      'an expert reviewer, Board Certified in Physical Medicine & Rehabilitation, and is licensed to practice in California.He/she has been',
      ['Physical Medicine & Rehabilitation'],
      ['California'],
    ],
    [
      'an expert reviewer, Board Certified in Orthopedic Surgery and Pain Management and is licensed in Texas',
      ['Orthopedic Surgery', 'Pain Management'],
      ['Texas'],
    ],
    [
      'an expert reviewer, Board Certified in Obstetrics and Gynecology; licensed in Washington, D.C. and Oregon.',
      ['Obstetrics and Gynecology'],
      ['Washington, D.C.', 'Oregon'],
    ],
    [
      'an expert reviewer, board-certi\uFB01ed in Family Practice, is licensed to practice in California, and has been active.',
      ['Family Practice'],
      ['California'],
    ],
    [
      'an expert reviewer, licensed to practice in Ohio and is Board Certified in Surgery and Board Certified in Urology.',
      ['Surgery', 'Urology'],
      ['Ohio'],
    ],
    [
      'an expert reviewer, Board Certified in Rheumatology, Psychiatry and Neurology, and is licensed in Texas.',
      ['Rheumatology', 'Psychiatry', 'Neurology'],
      ['Texas'],
    ],
    [
      'an expert reviewer, Board Certified in Psychiatry and Neurology with a fellowship in Addiction, and is licensed in Texas.',
      ['Psychiatry and Neurology'],
      ['Texas'],
    ],
    [
      'an expert reviewer. The first is Board Certified in Surgery, licensed in Texas and Ohio. The second is Board Certified in Psychiatry, licensed in Utah.',
      ['Surgery', 'Psychiatry'],
      ['Texas', 'Ohio', 'Utah'],
    ],
    [
      'an expert reviewer. The expert reviewer is a Psychologist and is licensed to practice in California.',
      ['Psychologist'],
      ['California'],
    ],
    [
      'an expert reviewer. He/she is a licensed Doctor of Chiropractic (DC), has a subspecialty in Acupuncture and is licensed to practice in California.',
      ['Doctor of Chiropractic (DC)', 'Acupuncture'],
      ['California'],
    ],
    [
      'an expert reviewer. The expert reviewer is Chiropractor, Acupuncturist and is licensed to practice in Texas.',
      ['Chiropractor', 'Acupuncturist'],
      ['Texas'],
    ],
    [
      'an expert reviewer. The expert reviewer is certified in Neurology with a subspecialty in Pain and is licensed in Ohio.',
      ['Neurology', 'Pain'],
      ['Ohio'],
    ],
    ['an expert reviewer. He/she is Familiar with governing laws.', [], []],
    ['an expert reviewer.', [], []],
  ])('%s', (prose, certifications, licensedIn) => {
    expect(reviewer(prose)).toEqual({ title: 'expert reviewer', certifications, licensedIn });
  });

  test('is called what the letter calls them first', () => {
    expect(reviewer('a physician reviewer. The expert reviewer').title).toBe('physician reviewer');
    expect(reviewer('a doctor.')).toEqual({ certifications: [], licensedIn: [] });
  });

  test('may have a block of credentials', () => {
    const block =
      'The Expert Reviewer has the following credentials:\n\nState(s) of Licensure: California, Oregon\n\nCertification(s)/Specialty: Physical Medicine & Rehabilitation, Pain Management';
    const { case: parsed, sections } = parseLetter(letterText().replace('CLINICAL', `${block}\n\nCLINICAL`)).parse;
    expect(parsed.reviewer).toEqual({
      title: 'expert reviewer',
      certifications: ['Physical Medicine & Rehabilitation', 'Pain Management'],
      licensedIn: ['California', 'Oregon'],
    });
    expect(sections.map(({ kind }) => kind)).toEqual(['how-made', 'credentials', 'summary', 'issues-intro', 'item']);
  });

  test('may be two, with a block each', () => {
    const block = (state: string, specialty: string) =>
      `The Expert Reviewer has the following credentials:\n\nState(s) of Licensure: ${state}\n\nCertification(s)/Specialty: ${specialty}`;
    const blocks = `${block('Texas, Ohio', 'Family Practice')}\n\n${block('Ohio, Utah', 'Chiropractic')}`;
    expect(parseLetter(letterText().replace('CLINICAL', `${blocks}\n\nCLINICAL`)).parse.case.reviewer).toEqual({
      title: 'expert reviewer',
      certifications: ['Family Practice', 'Chiropractic'],
      licensedIn: ['Texas', 'Ohio', 'Utah'],
    });
  });
});
