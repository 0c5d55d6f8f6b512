import { AxisBottom } from '@visx/axis';
import { Group } from '@visx/group';
import { scaleBand, scaleLinear } from '@visx/scale';
import { Bar } from '@visx/shape';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { showLettersBehind } from '../services/statistics-service.ts';
import styles from './bar-chart.module.css';
import { type Chart, type ChartRow, percent } from './charts-of.ts';
import { fitText } from './fit-text.ts';
import { legendPlaces } from './legend-places.ts';

const rowHeight = 26;
const axisHeight = 26;
const legendHeight = 26;
/** From a colour of the legend to its word, in px. */
const swatch = 14;

/**
 * Horizontal bars: parts of a whole, or counts on one scale. For the mouse every part leads to its letters; what cannot
 * be seen or clicked is in the table.
 */
export function BarChart({ chart, svg }: { chart: Chart; svg: RefObject<SVGSVGElement | null> }) {
  const [box, width] = useWidth();
  const { rows, parts, kind } = chart;
  const widest = Math.max(0, ...rows.map(({ label }) => fitText.widthOf(label)));
  const labelWidth = Math.round(Math.min(widest + 12, width * 0.42));
  const totalWidth = 64;
  // A colour has to be told even where it is the only one.
  const explained = kind === 'share' ? parts : [];
  const places = legendPlaces(
    explained.map(({ label }) => swatch + fitText.widthOf(label)),
    width,
  );
  const top = explained.length === 0 ? 0 : legendHeight + (places.at(-1)?.y ?? 0);
  const barWidth = Math.max(40, width - labelWidth - totalWidth - 16);
  const most = kind === 'share' ? 1 : Math.max(1, ...rows.map(({ total }) => total.count));
  const x = scaleLinear({ domain: [0, most], range: [0, barWidth], nice: kind === 'count' ? 4 : false });
  const bottom = top + rows.length * rowHeight;
  const y = scaleBand({ domain: rows.map((_, at) => at), range: [top, bottom], padding: 0.24 });
  return (
    <div ref={box} className={styles['box']}>
      {width > 0 && (
        <svg
          ref={svg}
          className={styles['chart']}
          width={width}
          height={bottom + axisHeight}
          role="img"
          aria-label={`${chart.title}. ${chart.note} The table has every figure.`}
        >
          <Legend parts={explained} places={places} />
          {rows.map((row, at) => (
            <Group key={row.label} top={y(at) ?? 0}>
              <text className={styles['label']} x={labelWidth - 8} y={y.bandwidth() / 2} dy="0.35em" textAnchor="end">
                <title>{row.label}</title>
                {fitText(row.label, labelWidth - 8)}
              </text>
              <Parts chart={chart} row={row} left={labelWidth} height={y.bandwidth()} x={x} />
              <text
                className={styles['total']}
                x={labelWidth + (kind === 'share' ? barWidth : x(row.total.count)) + 8}
                y={y.bandwidth() / 2}
                dy="0.35em"
              >
                {kind === 'share'
                  ? row.total.count.toLocaleString('en-US')
                  : `${row.total.count.toLocaleString('en-US')} · ${percent(row.total.count, chart.of)}`}
              </text>
            </Group>
          ))}
          <AxisBottom
            left={labelWidth}
            top={bottom}
            scale={x}
            numTicks={4}
            hideAxisLine
            tickLength={4}
            tickFormat={(value) => (kind === 'share' ? `${Math.round(Number(value) * 100)}%` : wholeNumber(value))}
            tickClassName={styles['tick'] ?? ''}
            tickLabelProps={{ className: styles['tick'] ?? '', textAnchor: 'middle', dy: '0.25em' }}
          />
        </svg>
      )}
    </div>
  );
}

function Parts({
  chart,
  row,
  left,
  height,
  x,
}: {
  chart: Chart;
  row: ChartRow;
  left: number;
  height: number;
  x: (value: number) => number;
}) {
  const { parts, kind, unit } = chart;
  let before = 0;
  return row.figures.map(({ count, query }, at) => {
    const part = parts[at];
    if (count === 0 || !part) return null;
    const scale = (value: number): number => x(kind === 'share' ? value / row.total.count : value);
    const start = left + scale(before);
    const width = Math.max(1, scale(count));
    before += count;
    const of = kind === 'share' ? row.total.count : chart.of;
    const share = percent(count, of);
    const name = kind === 'share' ? `${row.label}, ${part.label.toLowerCase()}` : row.label;
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: the table has a button for each of these
      <g
        key={part.label}
        className={styles['part']}
        data-tone={part.tone}
        onClick={() => showLettersBehind(name, query)}
      >
        <title>
          {`${name}: ${count.toLocaleString('en-US')} of ${of.toLocaleString('en-US')} ${unit} (${percent(count, of, 1)}). Click for the letters.`}
        </title>
        <Bar x={start} y={0} width={width} height={height} />
        {kind === 'share' && width > fitText.widthOf(share) + 8 && (
          <text x={start + width / 2} y={height / 2} dy="0.35em" textAnchor="middle">
            {share}
          </text>
        )}
      </g>
    );
  });
}

function Legend({ parts, places }: { parts: Chart['parts']; places: ReturnType<typeof legendPlaces> }) {
  return parts.map(({ label, tone }, at) => (
    <Group
      key={label}
      left={places[at]?.x ?? 0}
      top={places[at]?.y ?? 0}
      className={styles['part'] ?? ''}
      data-tone={tone}
      data-legend
    >
      <Bar x={0} y={3} width={9} height={9} rx={2} />
      <text x={swatch} y={8} dy="0.35em">
        {label}
      </text>
    </Group>
  ));
}

/** Letters and items are not counted in halves. */
const wholeNumber = (value: number | { valueOf(): number }): string =>
  Number.isInteger(Number(value)) ? Number(value).toLocaleString('en-US') : '';

/** The width of the element that the ref is given to, in px; 0 before it is known. */
function useWidth(): [RefObject<HTMLDivElement | null>, number] {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!box.current) return;
    const observer = new ResizeObserver(([entry]) => {
      // Behind the table it has no width; it stays as it was drawn.
      if (entry && entry.contentRect.width > 0) setWidth(Math.floor(entry.contentRect.width));
    });
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  return [box, width];
}
