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
  expect(library.getSettings()).toEqual({ author: 'Dr. Reviewer', theme: 'dark', paneLayouts: panes, openLetterId: 3 });

  library.db.prepare(`UPDATE setting SET value = '"neon"' WHERE key = 'theme'`).run();
  expect(library.getSettings().theme).toBe('system');
});
