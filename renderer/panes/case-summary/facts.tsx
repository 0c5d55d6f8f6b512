import { useState } from 'react';
import type { CorrectedValue } from '../../../shared/model/correction.ts';
import type { LetterParse } from '../../../shared/model/letter-parse.ts';
import type { Span } from '../../../shared/model/span.ts';
import { Button } from '../../components/button.tsx';
import { CorrectedMark } from '../../components/corrections/corrected-mark.tsx';
import { useCase } from '../../stores/case.ts';
import { FactEditor } from './fact-editor.tsx';
import { factFields } from './fact-fields.ts';
import { type FactLine, factLines } from './fact-lines.ts';
import styles from './facts.module.css';

/** What the letter states of the case; a click leads to the place where it states it, or sets it right. */
export function Facts({ parse, corrected }: { parse: LetterParse; corrected: readonly CorrectedValue[] }) {
  const [all, setAll] = useState(false);
  const isCorrected = ({ facts }: FactLine) => facts.some((fact) => corrected.some(({ path }) => path === fact));
  const lines = factLines(parse);
  const absent = lines.filter((line) => line.optional && line.values.length === 0 && !isCorrected(line));
  const addable = absent.filter(({ facts }) => facts.length > 0);
  return (
    <>
      <dl className={styles['facts']}>
        {lines
          .filter((line) => !absent.includes(line) || (all && addable.includes(line)))
          .map(({ label, values, facts }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <div className={styles['values']}>
                  {values.length === 0 && <span className={styles['absent']}>Not stated</span>}
                  {values.map(({ key, text, place }) => (
                    <FactValue key={key} text={text} place={place} />
                  ))}
                  {facts.map((fact) => (
                    <CorrectedMark key={fact} path={fact} name={facts.length > 1 ? factFields[fact].label : label} />
                  ))}
                </div>
                {facts.length > 0 && <FactEditor label={label} facts={facts} parse={parse} />}
              </dd>
            </div>
          ))}
      </dl>
      {addable.length > 0 && (
        <div className={styles['more']}>
          <Button look="quiet" aria-expanded={all} onPress={() => setAll(!all)}>
            {all ? 'Hide what is not stated' : 'Add a fact…'}
          </Button>
        </div>
      )}
    </>
  );
}

/** A value that the letter states, with the way to its place where it has one. */
function FactValue({ text, place }: { text: string; place: Span | undefined }) {
  if (!place) return <span className={styles['value']}>{text}</span>;
  return (
    <button
      type="button"
      className={styles['value']}
      title="Show in the letter"
      onClick={() => useCase.getState().revealSpan(place)}
    >
      {text}
    </button>
  );
}
