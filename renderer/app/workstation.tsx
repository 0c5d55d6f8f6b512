import { Group, Panel, Separator } from 'react-resizable-panels';
import { AnnotationsPane } from '../panes/annotations/annotations-pane.tsx';
import { CaseSummaryPane } from '../panes/case-summary/case-summary-pane.tsx';
import { ItemDecisionsPane } from '../panes/item-decisions/item-decisions-pane.tsx';
import { LibraryPane } from '../panes/library/library-pane.tsx';
import { saveSettings } from '../services/settings-service.ts';
import { StatisticsPage } from '../statistics/statistics-page.tsx';
import { useCase } from '../stores/case.ts';
import { useSettings } from '../stores/settings.ts';
import { useStatistics } from '../stores/statistics.ts';
import { Welcome } from './welcome.tsx';
import styles from './workstation.module.css';

/** The library beside the case, and the case's three panes side by side; their widths are remembered. */
export function Workstation() {
  const hasCase = useCase(({ view }) => view !== undefined);
  const hasStatistics = useStatistics(({ open }) => open);
  return (
    <Panes id="desk">
      <Panel id="library" defaultSize="19%" minSize="190px" maxSize="40%">
        <LibraryPane />
      </Panel>
      <Separator className={styles['separator']} aria-label="Width of the library" />
      <Panel id="case">
        {hasStatistics ? (
          <StatisticsPage />
        ) : hasCase ? (
          <Panes id="case">
            <Panel id="case-summary" defaultSize="32%" minSize="240px">
              <CaseSummaryPane />
            </Panel>
            <Separator className={styles['separator']} aria-label="Width of the case summary" />
            <Panel id="item-decisions" defaultSize="46%" minSize="260px">
              <ItemDecisionsPane />
            </Panel>
            <Separator className={styles['separator']} aria-label="Width of the annotations" />
            <Panel id="annotations" defaultSize="22%" minSize="200px">
              <AnnotationsPane />
            </Panel>
          </Panes>
        ) : (
          <Welcome />
        )}
      </Panel>
    </Panes>
  );
}

/** A row of panels that starts with the widths it had last time. */
function Panes({ id, children }: { id: string; children: React.ReactNode }) {
  const layout = useSettings.getState().settings?.paneLayouts[id];
  return (
    <Group
      id={id}
      className={styles['group']}
      {...(layout && { defaultLayout: layout })}
      onLayoutChanged={(next) => {
        const known = useSettings.getState().settings?.paneLayouts[id];
        // Only its own: rows within rows change at the same moment.
        if (JSON.stringify(known) !== JSON.stringify(next)) void saveSettings({ paneLayouts: { [id]: next } });
      }}
    >
      {children}
    </Group>
  );
}
