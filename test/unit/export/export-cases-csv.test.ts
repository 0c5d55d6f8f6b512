import { describe, expect, it } from 'vitest';
import { exportCasesCsv } from '../../../electron/export/export-cases-csv.ts';
import { itemTarget } from '../../../shared/corrections/item-target.ts';
import type { Citation } from '../../../shared/model/letter-parse.ts';
import { caseView, correctedView, item, opinion, seedView } from './case-view.ts';

/** Reads RFC 4180 back; a small independent reader. */
function read(csv: string): Array<Record<string, string>> {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gu)) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  const [header = [], ...body] = rows.slice(0, -1);
  return body.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ''])));
}

function viewWith(reason: string, title = 'Knee brace') {
  const citation: Citation = { source: 'ACOEM', chapter: '13 Knee', pages: ['340'], text: '', start: 0, end: 0 };
  const side = { text: '', start: 0, end: 0, citations: [citation] };
  const cases = caseView('').parse.case;
  const view = caseView('', {
    case: { ...cases, items: [item(1, title, { reviewer: { ...side, citations: [citation] } }), item(2, 'Norco')] },
  });
  return { ...view, secondOpinions: [opinion(1, title, { verdict: 'disagree', reason })] };
}

describe('exportCasesCsv', () => {
  it('has a row for every item, with its opinion', () => {
    expect(read(exportCasesCsv([viewWith('No.'), caseView('')]))).toMatchObject([
      {
        file: 'letter.txt',
        item: '1',
        title: 'Knee brace',
        decision: 'upheld',
        verdict: 'disagree',
        reason: 'No.',
        reviewer_cites: 'ACOEM 13 Knee, p.\u00a0340',
      },
      { item: '2', title: 'Norco', verdict: '', claims_administrator_cites: '' },
      { file: 'letter.txt', item: '', title: '', layout: 'unrecognised' },
    ]);
  });

  it('says what an item is about, and what was corrected', () => {
    const view = seedView('003_d9810e0ddbbc91c8.txt');
    const target = itemTarget(view.parse, 1);
    if (!target) throw new Error('There is no item 1.');
    const corrected = correctedView(view, [
      { kind: 'set-decision', item: target, decision: 'overturned' },
      { kind: 'set-fact', set: { fact: 'dates.injury', value: null } },
    ]);
    expect(read(exportCasesCsv([corrected]))[0]).toMatchObject({
      decision: 'overturned',
      injury_date: '',
      corrected: 'dates.injury; decision',
      category: view.parse.facts.items[0]?.category?.value,
    });
    expect(view.parse.facts.items[0]?.category?.value).toBeDefined();
  });

  it('keeps an opinion whose item is gone', () => {
    const view = { ...caseView(''), secondOpinions: [opinion(4, 'Gone', { reason: 'Why' })] };
    expect(read(exportCasesCsv([view]))).toMatchObject([{ item: '4', title: 'Gone', reason: 'Why', verdict: 'agree' }]);
  });

  it.each(['a, "b"\r\nc', 'line\nfeed', '""', ' spaces ', 'plain'])('gives %j back as it was', (reason) =>
    expect(read(exportCasesCsv([viewWith(reason)]))[0]?.['reason']).toBe(reason),
  );

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '  =HYPERLINK("x")', '|cmd', '\uff1d1'])('disarms %j', (reason) =>
    expect(read(exportCasesCsv([viewWith(reason)]))[0]?.['reason']).toBe(`'${reason}`),
  );
});
