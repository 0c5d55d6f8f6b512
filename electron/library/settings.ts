import { userInfo } from 'node:os';
import { type RequestInput, type Settings, settingsSchema } from '../../shared/contract.ts';
import { inTransaction, type ReadDatabase, type WriteDatabase } from './database.ts';

/** The stored settings; a setting that is missing, or that this version cannot read, has its default. */
export function getSettings(db: ReadDatabase): Settings {
  const settings: Record<string, unknown> = { author: defaultAuthor(), theme: 'system', paneLayouts: {} };
  const stored = db.prepare<[], { key: string; value: string }>('SELECT key, value FROM setting').all();
  for (const { key, value } of stored) {
    const parsed = settingsSchema.partial().safeParse({ [key]: JSON.parse(value) });
    if (parsed.success) Object.assign(settings, parsed.data);
  }
  return settingsSchema.parse(settings);
}

/** Stores the given settings and keeps the others; widths of panes are kept row by row. */
export function setSettings(db: WriteDatabase, changes: RequestInput<'settings:set'>): Settings {
  return inTransaction(db, () => {
    const save = db.prepare(
      'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    );
    const given = settingsSchema.partial().parse(changes);
    const paneLayouts = given.paneLayouts && { ...getSettings(db).paneLayouts, ...given.paneLayouts };
    for (const [key, value] of Object.entries({ ...given, paneLayouts })) {
      if (value !== undefined) save.run(key, JSON.stringify(value));
    }
    return getSettings(db);
  });
}

/** The name of the person at this computer; user ids without an account have none. */
function defaultAuthor(): string {
  try {
    return userInfo().username.trim().slice(0, 120) || 'Reviewer';
  } catch {
    return 'Reviewer';
  }
}
