import { showLettersBehind } from '../services/statistics-service.ts';
import styles from './chart-table.module.css';
import { type Chart, type Figure, percent } from './charts-of.ts';

/** The figures of a chart; each number is a button that lists its letters. */
export function ChartTable({ chart }: { chart: Chart }) {
  const { rowName, parts, rows, kind, unit, of } = chart;
  const unitLabel = unit.charAt(0).toUpperCase() + unit.slice(1);
  return (
    <div className={styles['scroller']}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{rowName}</th>
            {kind === 'share' &&
              parts.map(({ label }) => (
                <th key={label} scope="col">
                  {label}
                </th>
              ))}
            <th scope="col">{unitLabel}</th>
            {kind === 'count' && <th scope="col">Share of {of.toLocaleString('en-US')}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, figures, total }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {kind === 'share' &&
                figures.map((figure, at) => (
                  <td key={parts[at]?.label}>
                    <Cell figure={figure} name={`${label}, ${parts[at]?.label.toLowerCase()}`} />
                    <span className={styles['share']}>{percent(figure.count, total.count, 1)}</span>
                  </td>
                ))}
              <td>
                <Cell figure={total} name={label} />
              </td>
              {kind === 'count' && <td>{percent(total.count, of, 1)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ figure: { count, query }, name }: { figure: Figure; name: string }) {
  const printed = count.toLocaleString('en-US');
  if (count === 0) return <>{printed}</>;
  return (
    <button
      type="button"
      aria-label={`${printed}: list the letters of ${name}`}
      onClick={() => showLettersBehind(name, query)}
    >
      {printed}
    </button>
  );
}
