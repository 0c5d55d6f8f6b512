import type { SalvageReport } from './salvage-library.ts';

/** What a table holds, for those whose rows nothing else brings back. */
const contents: Readonly<Record<string, string>> = {
  letter: 'entries of letters',
  annotation: 'notes',
  second_opinion: 'second opinions',
  correction: 'corrections',
  letter_tag: 'tags of letters',
  saved_search: 'saved searches',
  setting: 'settings',
};

/** Letters that are named one by one; of more, only how many they are is told. */
const mostNamed = 20;

/** What a reviewer has to know of a salvage: a full sentence for everything that was lost, changed or made good. */
export function salvageRemarks(report: SalvageReport): string[] {
  const { originals, readAgain, imported, unplaced } = report;
  const failed = [
    ...readAgain.flatMap((row) => (row.outcome === 'failed' ? [`“${row.fileName}”: ${row.reason}`] : [])),
    ...imported.flatMap((row) => (row.outcome === 'failed' ? [`“${row.name}”: ${row.reason}`] : [])),
  ];
  const readOk = readAgain.filter(({ outcome }) => outcome !== 'failed').length;
  const importedOk = imported.filter(({ outcome }) => outcome !== 'failed').length;
  return [
    ...tableRemarks(report),
    ...when(readOk, `${count(readOk, 'text was', 'texts were')} damaged and read again from the imported files.`),
    ...when(importedOk, `${count(importedOk, 'letter was', 'letters were')} made again from the imported files.`),
    ...when(
      unplaced,
      `${count(unplaced, 'entry belongs', 'entries belong')} to letters that could not be read. They are kept in the file unplaced.json, in the folder with the damaged library.`,
    ),
    ...originalsRemarks(originals),
    ...failed.slice(0, mostNamed),
    ...when(Math.max(0, failed.length - mostNamed), `${failed.length - mostNamed} more letters could not be read.`),
  ];
}

function tableRemarks({ tables, backup }: SalvageReport): string[] {
  if (tables.every(({ isWhole, rows }) => !isWhole && rows === 0)) {
    return [
      backup === undefined
        ? 'Nothing of library.db could be read, and there is no backup of the same version. Letters come back from the imported files; notes, second opinions and corrections are not among what could be saved.'
        : 'Nothing of library.db could be read. What is there comes from a backup and from the imported files.',
    ];
  }
  return tables.flatMap(({ name, isWhole, fromBackup }) => {
    const what = contents[name];
    if (isWhole || what === undefined) return [];
    const instead = fromBackup > 0 ? ` ${count(fromBackup, 'comes', 'come')} from a backup instead.` : '';
    return [`Some of the ${what} could not be read.${instead}`];
  });
}

function originalsRemarks({ kept, isWhole, changed }: SalvageReport['originals']): string[] {
  const without = 'Letters without their imported file can be read and annotated, but not read again.';
  return [
    ...(isWhole
      ? []
      : [
          kept === 0
            ? `None of the imported files could be read. ${without}`
            : `Some imported files could not be read. ${without}`,
        ]),
    ...when(
      changed.length,
      `${count(changed.length, 'imported file has', 'imported files have')} changed on the disk and ${changed.length === 1 ? 'was' : 'were'} left out.`,
    ),
  ];
}

const when = (amount: number, sentence: string): string[] => (amount > 0 ? [sentence] : []);

const count = (n: number, one: string, many: string): string => `${n.toLocaleString('en-US')} ${n === 1 ? one : many}`;
