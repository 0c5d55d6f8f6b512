import { expect, test } from 'vitest';
import { testLibrary } from './test-library.ts';

test('settings have defaults, keep what is set and survive a value from elsewhere', () => {
  const library = testLibrary();
  const defaults = library.getSettings();
  expect(defaults).toMatchObject({ theme: 'system', paneLayouts: {} });
  expect(defaults.author).not.toBe('');

  const panes = { main: { list: 30, text: 70 } };
  library.setSettings({ author: ' Dr. Reviewer ', paneLayouts: panes });
  library.setSettings({ theme: 'dark', openLetterId: 3 });
  // Each row of panes sends its own widths.
  library.setSettings({ paneLayouts: { case: { summary: 40, items: 60 } } });
  expect(library.getSettings()).toEqual({
    author: 'Dr. Reviewer',
    theme: 'dark',
    paneLayouts: { ...panes, case: { summary: 40, items: 60 } },
    openLetterId: 3,
  });

  library.db.prepare(`UPDATE setting SET value = '"neon"' WHERE key = 'theme'`).run();
  expect(library.getSettings().theme).toBe('system');
});
