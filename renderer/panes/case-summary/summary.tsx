import { completeness, diagnosticsOf } from '../../../shared/letter/completeness.ts';
import type { CaseView } from '../../../shared/model/letter.ts';
import { CorrectedMark } from '../../components/corrections/corrected-mark.tsx';
import { Diagnostics } from '../../components/diagnostics.tsx';
import { percentOfLetter } from '../../components/percent-of-letter.ts';
import { ReadingText } from '../../components/reading-text/reading-text.tsx';
import styles from './case-summary-pane.module.css';
import { CorrectionsList } from './corrections-list.tsx';
import { Facts } from './facts.tsx';
import { HowMade } from './how-made.tsx';
import { UnassignedText } from './unassigned-text.tsx';

/** The case at a glance: its facts, its summary, and what of the letter has no place in the other panes. */
export function Summary({ view }: { view: CaseView }) {
  const { parse, corrected, corrections } = view;
  // What has no place of its own in one of the panes.
  const rest = parse.sections.filter(({ kind }) => kind !== 'summary' && kind !== 'issues-intro' && kind !== 'item');
  return (
    <>
      <Facts parse={parse} corrected={corrected} />
      <div className={styles['heading']}>
        <h3>Clinical case summary</h3>
        <CorrectedMark path="summary" name="Clinical case summary" />
      </div>
      {parse.case.summary.text === '' ? (
        <p className={styles['absent']}>The letter has no case summary.</p>
      ) : (
        <ReadingText span={parse.case.summary} label="Clinical case summary" />
      )}
      {parse.unassigned.length > 0 && (
        <>
          <h3 className={styles['heading']}>Text outside the known sections</h3>
          {parse.unassigned.map((span) => (
            <UnassignedText key={span.start} parse={parse} span={span} />
          ))}
        </>
      )}
      <div className={styles['remarks']}>
        <Diagnostics diagnostics={diagnosticsOf(parse)} />
      </div>
      <p className={styles['completeness']}>{completenessLine(completeness(parse), parse.furniture.length > 0)}</p>
      {rest.length > 0 && <HowMade sections={rest} />}
      <CorrectionsList corrections={corrections} />
    </>
  );
}

function completenessLine(share: number, isFurnished: boolean): string {
  const whole = share === 1 ? 'every character' : percentOfLetter(share);
  const line = `${whole} of the letter is in one of its sections.`;
  if (isFurnished) return `Apart from the headers, footers and page numbers set aside, ${line}`;
  return line.charAt(0).toUpperCase() + line.slice(1);
}
