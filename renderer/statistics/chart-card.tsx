import { ChartBarStacked, Download, Table2 } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { MenuTrigger } from 'react-aria-components';
import { Button, IconButton } from '../components/button.tsx';
import { ChoiceGroup } from '../components/choice-group.tsx';
import { MenuAction, PopupMenu } from '../components/menu.tsx';
import { saveChart } from '../services/statistics-service.ts';
import { BarChart } from './bar-chart.tsx';
import styles from './chart-card.module.css';
import { pictureOf, tableOf } from './chart-files.ts';
import { ChartTable } from './chart-table.tsx';
import type { Chart } from './charts-of.ts';

/** Rows shown before the person asks for all. */
const fewRows = 10;

const views = [
  { value: 'chart', label: 'Chart', icon: <ChartBarStacked aria-hidden /> },
  { value: 'table', label: 'Table', icon: <Table2 aria-hidden /> },
] as const;

/** One chart with its words, the table behind it, and both as files. */
export function ChartCard({ chart }: { chart: Chart }) {
  const [view, setView] = useState<'chart' | 'table'>('chart');
  const [all, setAll] = useState(false);
  const picture = useRef<SVGSVGElement>(null);
  const heading = useId();
  const isLong = chart.rows.length > fewRows + 2;
  const shown = isLong && !all ? { ...chart, rows: chart.rows.slice(0, fewRows) } : chart;
  return (
    <section className={styles['card']} aria-labelledby={heading} data-chart={chart.id}>
      <header className={styles['header']}>
        <h3 id={heading}>{chart.title}</h3>
        <ChoiceGroup label={`Show “${chart.title}” as`} choices={views} value={view} onChange={setView} />
        <MenuTrigger>
          <IconButton label={`Save “${chart.title}”`}>
            <Download aria-hidden />
          </IconButton>
          <PopupMenu label={`Save “${chart.title}”`}>
            <MenuAction
              text="Save the picture (SVG)…"
              onAction={() => {
                const svg = picture.current && pictureOf(picture.current, chart);
                if (svg) void saveChart(chart.title, { svg });
              }}
            />
            <MenuAction
              text="Save the table (CSV)…"
              onAction={() => void saveChart(chart.title, { table: tableOf(chart) })}
            />
          </PopupMenu>
        </MenuTrigger>
      </header>
      <p className={styles['note']}>{chart.note}</p>
      {view === 'table' && <ChartTable chart={shown} />}
      {/* The picture is saved as it is drawn, so it is there behind the table as well. */}
      <div className={view === 'table' ? styles['behind'] : undefined} aria-hidden={view === 'table' || undefined}>
        <BarChart chart={shown} svg={picture} />
      </div>
      {isLong && (
        <Button look="quiet" onPress={() => setAll(!all)}>
          {all ? 'Show fewer' : `Show all ${chart.rows.length}`}
        </Button>
      )}
    </section>
  );
}
