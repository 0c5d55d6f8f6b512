import { csvField } from '../export/csv-field.ts';
import type { LibraryClient } from '../library/library-client.ts';
import type { Handlers } from './register.ts';
import { saveAs } from './save-as.ts';

type StatisticsChannels = 'library:statistics' | 'statistics:save';

/** The statistics page: its figures, and its charts as files. */
export function statisticsHandlers(library: LibraryClient): Pick<Handlers, StatisticsChannels> {
  return {
    'library:statistics': (input) => library.statistics(input),
    'statistics:save': async ({ title, content }, window) => {
      const isTable = 'table' in content;
      const text = isTable ? content.table.map((row) => `${row.map(csvField).join(',')}\r\n`).join('') : content.svg;
      return {
        path: await saveAs(window, {
          title: 'Save the chart',
          fileName: `${title.replace(/[^\p{L}\p{N} -]/gu, '')}${isTable ? '.csv' : '.svg'}`,
          kind: isTable ? 'CSV' : 'SVG',
          bytes: () => Buffer.from(text),
        }),
      };
    },
  };
}
