/**
 * Saves drafts a moment after the last key stroke, and after a ceiling while typing goes on. A draft leaves the
 * store only when the library has acknowledged the commit; one that fails stays and is tried again.
 */
import { maxNoteLength } from '../../shared/model/note-length.ts';
import { unwrap } from '../../shared/result.ts';
import { useCase } from '../stores/case.ts';
import { type Draft, draftKey, useDrafts } from '../stores/drafts.ts';
import { rowOf, useLibrary } from '../stores/library.ts';
import { api } from './api.ts';
import { countFacetsSoon } from './facet-service.ts';

/** After the last edit, in ms: short enough that a crash costs a word, long enough not to commit every letter. */
const quiet = 400;
/** After the first unsaved edit, in ms, however fast the typing. */
const ceiling = 2000;
/** Between attempts after a failure, in ms. */
const retry = 5000;

interface Schedule {
  timer: ReturnType<typeof setTimeout>;
  /** When the first edit since the last save was made. */
  since: number;
}

const schedules = new Map<string, Schedule>();
/** One save at a time for a key, so that an older text can never overtake a newer one. */
const running = new Map<string, Promise<void>>();

/** Keeps the draft and schedules its save. */
export function editDraft(draft: Draft): void {
  const key = draftKey(draft);
  useDrafts.getState().put(draft);
  const since = schedules.get(key)?.since ?? Date.now();
  schedule(key, Math.min(quiet, Math.max(0, since + ceiling - Date.now())), since);
}

/** Keeps the draft and saves it at once; resolves when it is acknowledged or has failed. */
export async function commitDraft(draft: Draft): Promise<void> {
  useDrafts.getState().put(draft);
  await save(draftKey(draft));
}

/** Saves everything pending now; resolves to true when nothing is left unsaved. */
export async function flushDrafts(): Promise<boolean> {
  await Promise.all(Object.keys(useDrafts.getState().pending).map(save));
  return Object.keys(useDrafts.getState().pending).length === 0;
}

/** Forgets a draft whose annotation has been deleted. */
export function dropDraft(key: string): void {
  unschedule(key);
  useDrafts.getState().drop(key);
}

function schedule(key: string, delay: number, since: number): void {
  unschedule(key);
  schedules.set(key, { timer: setTimeout(() => void save(key), delay), since });
}

function unschedule(key: string): void {
  const scheduled = schedules.get(key);
  if (scheduled) clearTimeout(scheduled.timer);
  schedules.delete(key);
}

async function save(key: string): Promise<void> {
  unschedule(key);
  const earlier = running.get(key);
  if (earlier) await earlier;
  const pending = useDrafts.getState().pending[key];
  if (!pending || running.has(key)) return running.get(key);
  const attempt = send(pending.draft)
    .then(() => useDrafts.getState().acknowledge(key, pending.version))
    .catch((error: unknown) => {
      useDrafts.getState().fail(key, error instanceof Error ? error.message : String(error));
      schedule(key, retry, Date.now());
    })
    .finally(() => running.delete(key));
  running.set(key, attempt);
  await attempt;
}

async function send(draft: Draft): Promise<void> {
  const { length } = draft.kind === 'annotation' ? draft.note : draft.reason;
  if (length > maxNoteLength) {
    const [most, now] = [maxNoteLength, length].map((count) => count.toLocaleString('en-US'));
    throw new Error(`A note can be ${most} characters long. This one has ${now}: please shorten it.`);
  }
  if (draft.kind === 'annotation') {
    const { id, note, tags } = draft;
    useCase.getState().putAnnotation(unwrap(await api.updateAnnotation({ id, note, tags: [...tags] })));
    countFacetsSoon();
    return;
  }
  const { letterId, ordinal, itemTitle, verdict, reason } = draft;
  const opinion = { letterId, ordinal, itemTitle, reason, ...(verdict && { verdict }) };
  useCase.getState().putSecondOpinion(unwrap(await api.saveSecondOpinion(opinion)));
  countFacetsSoon();
  markInProgress(letterId);
}

/** The library moves a new case on with its first note or opinion; the list and the header follow here. */
export function markInProgress(letterId: number): void {
  const row = rowOf(letterId) ?? useCase.getState().view?.letter;
  if (row?.id !== letterId || row.status !== 'new') return;
  useLibrary.getState().updateRow({ ...row, status: 'in-progress' });
  useCase.getState().setLetter({ ...row, status: 'in-progress' });
  countFacetsSoon();
}
