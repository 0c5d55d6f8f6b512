import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { Diagnostic } from '../../shared/model/letter-parse.ts';
import { useCase } from '../stores/case.ts';
import styles from './diagnostics.module.css';
import { SetAsideTexts } from './set-aside-texts.tsx';

const icons = { info: Info, warning: TriangleAlert, error: CircleAlert } as const;

/** What the parser was not sure of, each with a way to its place. */
export function Diagnostics({ diagnostics }: { diagnostics: readonly Diagnostic[] }) {
  if (diagnostics.length === 0) return null;
  return (
    <ul className={styles['diagnostics']} aria-label="Remarks on how the letter was read">
      {diagnostics.map(({ code, severity, message, start, end }) => {
        const Icon = icons[severity];
        return (
          // Two remarks of one kind may stand at one place: an item may lack both of its guidelines.
          <li key={`${code}:${start}:${message}`} data-severity={severity}>
            <Icon aria-hidden />
            {code === 'furniture-set-aside' ? (
              <SetAsideTexts message={message} />
            ) : start === undefined || end === undefined ? (
              message
            ) : (
              <button type="button" onClick={() => useCase.getState().revealSpan({ start, end })}>
                {message}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
