import type { CaseStatus, CaseView } from '../../shared/model/letter.ts';
import { useCase } from '../stores/case.ts';
import { useHistory } from '../stores/history.ts';
import { placeOf, useLibrary } from '../stores/library.ts';
import { useStatistics } from '../stores/statistics.ts';
import { api, valueOrToast } from './api.ts';
import { flushDrafts } from './draft-saver.ts';
import { endEditing } from './end-editing.ts';
import { countFacetsSoon } from './facet-service.ts';
import { neighbourOf, rowAt } from './library-service.ts';
import { saveSettings } from './settings-service.ts';

/** The letter asked for last, which opens when it is there; answers for earlier ones are dropped. */
let wanted: number | undefined;

/** Puts a letter on the desk. Drafts of the case before are saved meanwhile; none is dropped. */
export async function openCase(letterId: number): Promise<void> {
  useStatistics.getState().setOpen(false);
  const open = useCase.getState().view?.letter.id;
  wanted = letterId === open ? undefined : letterId;
  if (wanted === undefined) return;
  void flushDrafts();
  const view = await valueOrToast(api.openCase({ letterId }));
  if (wanted !== letterId) return;
  wanted = undefined;
  if (!view) return;
  show(view);
  void saveSettings({ openLetterId: letterId });
}

/** Puts the letter that was open last on the desk again, unless it has gone since. */
export async function reopenCase(letterId: number): Promise<void> {
  const result = await api.openCase({ letterId });
  // Someone may have been faster.
  const isFree = wanted === undefined && !useCase.getState().view;
  if (result.ok) {
    if (isFree) show(result.value);
  } else if (result.error.code !== 'no-such-letter') {
    await valueOrToast(Promise.resolve(result));
  }
}

/** Clears the desk. */
export function closeCase(): void {
  wanted = undefined;
  show(undefined);
}

function show(view: CaseView | undefined): void {
  endEditing();
  void flushDrafts();
  useCase.getState().open(view);
}

/** Asks for the open case anew, as it has become without a doing of this window. */
export async function reloadCase(): Promise<void> {
  const letterId = useCase.getState().view?.letter.id;
  if (letterId === undefined) return;
  const view = await valueOrToast(api.openCase({ letterId }));
  if (view) useCase.getState().update(view);
}

/** Opens the letter `step` places further down (or up, if negative) the list than the open or opening one. */
export async function openNeighbour(step: number): Promise<void> {
  const { rows, trash } = useLibrary.getState();
  // Nothing in the trash can be opened.
  if (trash) return;
  const from = wanted ?? useCase.getState().view?.letter.id;
  const place = placeOf(rows, from);
  const next = place === undefined ? 0 : place + step;
  const isElsewhere = from !== undefined && place === undefined;
  // A loaded row is there at once: the next press counts from it.
  const row = isElsewhere ? await neighbourOf(from, step) : (rows.get(next) ?? (await rowAt(next)));
  if (row) await openCase(row.id);
}

export async function setStatus(letterId: number, status: CaseStatus): Promise<void> {
  const before = useCase.getState().view?.letter.status;
  if (!(await writeStatus(letterId, status)) || before === undefined || before === status) return;
  useHistory.getState().push({
    label: 'change status',
    letterId,
    undo: () => writeStatus(letterId, before),
    redo: () => writeStatus(letterId, status),
  });
}

async function writeStatus(letterId: number, status: CaseStatus): Promise<boolean> {
  const row = await valueOrToast(api.setCaseStatus({ letterId, status }));
  if (!row) return false;
  useCase.getState().setLetter(row);
  useLibrary.getState().updateRow(row);
  countFacetsSoon();
  return true;
}
