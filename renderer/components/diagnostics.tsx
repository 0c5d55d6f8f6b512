import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { Diagnostic } from '../../shared/model/letter-parse.ts';
import { useCase } from '../stores/case.ts';
import styles from './diagnostics.module.css';

const icons = { info: Info, warning: TriangleAlert, error: CircleAlert } as const;

/** What the parser was not sure of, each with a way to its place. */
export function Diagnostics({ diagnostics }: { diagnostics: readonly Diagnostic[] }) {
  if (diagnostics.length === 0) return null;
  return (
    <ul className={styles['diagnostics']} aria-label="Remarks on how the letter was read">
      {diagnostics.map(({ code, severity, message, start, end }) => {
        const Icon = icons[severity];
        return (
          <li key={`${code}:${start}`} data-severity={severity}>
            <Icon aria-hidden />
            {start === undefined || end === undefined ? (
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
