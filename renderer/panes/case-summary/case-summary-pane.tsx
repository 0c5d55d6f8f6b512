import type { LetterParse } from '../../../shared/model/letter-parse.ts';
import { ChoiceGroup } from '../../components/choice-group.tsx';
import { Diagnostics } from '../../components/diagnostics.tsx';
import { Pane } from '../../components/pane.tsx';
import { ReadingText } from '../../components/reading-text/reading-text.tsx';
import { useCase } from '../../stores/case.ts';
import styles from './case-summary-pane.module.css';
import { Summary } from './summary.tsx';

const views = [
  { value: 'summary', label: 'Summary' },
  { value: 'letter', label: 'Whole letter' },
] as const;

/** The case at a glance, or the whole letter it comes from. */
export function CaseSummaryPane() {
  const view = useCase((state) => state.view);
  const whole = useCase((state) => state.wholeLetter);
  if (!view) return null;
  const { parse } = view;
  const recognised = parse.layout !== 'unrecognised';
  return (
    <Pane
      id="case-summary"
      title={whole ? 'Letter' : 'Case summary'}
      shown={`${view.letter.id} ${whole ? 'letter' : 'summary'}`}
      actions={
        parse.readingText !== '' && (
          <ChoiceGroup
            label="Show"
            choices={views}
            value={whole ? 'letter' : 'summary'}
            onChange={(value) => useCase.getState().showWholeLetter(value === 'letter')}
          />
        )
      }
    >
      <div className={styles['content']}>
        {!recognised && whole && <Unrecognised parse={parse} />}
        {whole ? (
          <ReadingText span={{ start: 0, end: parse.readingText.length }} label="Whole letter" headingLevel={3} />
        ) : (
          <Summary view={view} />
        )}
      </div>
    </Pane>
  );
}

/** Why the text is shown as it is: no layout knows it, or the file could not be read in full or at all. */
function Unrecognised({ parse }: { parse: LetterParse }) {
  const reasons = parse.diagnostics.filter(({ code }) => code !== 'unrecognised-layout');
  return (
    <div className={styles['notice']}>
      {parse.readingText === '' ? (
        <p>No text could be read from this file.{reasons.length === 0 && ' The file itself is kept.'}</p>
      ) : (
        <p>This text was not recognised as an IMR letter. All of it is here to read, search and annotate.</p>
      )}
      <Diagnostics diagnostics={reasons} />
    </div>
  );
}
