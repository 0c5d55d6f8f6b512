import { X } from 'lucide-react';
import { useMemo } from 'react';
import { Button, IconButton } from '../components/button.tsx';
import { Pane } from '../components/pane.tsx';
import { showAllLetters, toggleStatistics } from '../services/statistics-service.ts';
import { useLibrary } from '../stores/library.ts';
import { useStatistics } from '../stores/statistics.ts';
import { ChartCard } from './chart-card.tsx';
import { chartsOf, countOf } from './charts-of.ts';
import styles from './statistics-page.module.css';

/** What was decided in the letters that the search finds, in charts; every figure leads to its letters in the list. */
export function StatisticsPage() {
  const counted = useStatistics((state) => state.counted);
  const charts = useMemo(() => counted && chartsOf(counted.statistics, counted.query), [counted]);
  return (
    <Pane
      id="statistics"
      title="Statistics"
      actions={
        <IconButton label="Close statistics" onPress={toggleStatistics}>
          <X aria-hidden />
        </IconButton>
      }
    >
      <div className={styles['page']}>
        {counted && (
          <p className={styles['scope']}>
            <Scope {...counted} letters={counted.statistics.letters} />
          </p>
        )}
        {charts?.length === 0 && <p className={styles['empty']}>There is nothing to count in these letters.</p>}
        <div className={styles['charts']}>
          {charts?.map((chart) => (
            <ChartCard key={chart.id} chart={chart} />
          ))}
        </div>
        <Behind />
      </div>
    </Pane>
  );
}

function Scope({ query, trash, letters }: { query: string; trash: boolean; letters: number }) {
  const place = trash ? 'the trash' : 'the library';
  if (query.trim() === '') {
    return (
      <>
        All <strong>{countOf(letters, 'letter')}</strong> of {place}. Search or filter at the left to count fewer.
      </>
    );
  }
  return (
    <>
      The <strong>{countOf(letters, 'letter')}</strong> of {place} found by <q>{query.trim()}</q>.
    </>
  );
}

/** Which figure's letters the list shows, and the way back to all. */
function Behind() {
  const behind = useStatistics((state) => state.behind);
  const total = useLibrary((state) => state.total);
  return (
    <div role="status" className={styles['status']}>
      {behind && (
        <div className={styles['behind']}>
          <span>
            The list at the left shows <strong>{behind.label}</strong>
            {total !== undefined && `: ${countOf(total, 'letter')}`}.
          </span>
          <Button onPress={showAllLetters}>Show all letters again</Button>
        </div>
      )}
    </div>
  );
}
