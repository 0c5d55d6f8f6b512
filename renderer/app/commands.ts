/** Everything that has a shortcut, in one list: the key handler and the shortcut sheet both read it. */
import type { Span } from '../../shared/model/span.ts';
import { endSelection, selectedSpan } from '../components/reading-text/offsets.ts';
import { createAnnotation } from '../services/annotation-service.ts';
import { openCase, openNeighbour, setStatus } from '../services/case-service.ts';
import { exportOpenCase } from '../services/export-service.ts';
import { toggleFacets } from '../services/facet-service.ts';
import { toggleStatistics } from '../services/statistics-service.ts';
import { trashChosen } from '../services/trash-service.ts';
import { typedInto } from '../services/typed-into.ts';
import { useCase } from '../stores/case.ts';
import { type Outcome, useHistory } from '../stores/history.ts';
import { useLibrary } from '../stores/library.ts';
import { useSavedSearches } from '../stores/saved-searches.ts';
import { useSelection } from '../stores/selection.ts';
import { useToasts } from '../stores/toasts.ts';
import { focusNextPane, focusPane, hasLostFocus } from './focus.ts';

export interface Command {
  readonly group: 'Letters' | 'Annotations' | 'Corrections' | 'Getting around';
  readonly label: string;
  /** As `KeyboardEvent.key` with modifiers in front: `Ctrl+o`, `Alt+ArrowDown`, `h`. Ctrl stands for ⌘ on macOS. */
  readonly keys: readonly string[];
  /** Whether it also works while a text field has the focus. */
  readonly whileTyping: boolean;
  run(): void;
}

/** Windows that only the shell can open. */
export interface ShellActions {
  chooseFiles(): void;
  showShortcuts(): void;
  showSettings(): void;
  chooseReparse(): void;
}

export function commandsFor(shell: ShellActions): readonly Command[] {
  return [
    { group: 'Letters', label: 'Import letters', keys: ['Ctrl+o'], whileTyping: true, run: shell.chooseFiles },
    { group: 'Letters', label: 'Search', keys: ['/', 'Ctrl+f'], whileTyping: true, run: focusSearch },
    { group: 'Letters', label: 'Next letter', keys: ['Alt+ArrowDown'], whileTyping: true, run: () => void moveOn(1) },
    {
      group: 'Letters',
      label: 'Previous letter',
      keys: ['Alt+ArrowUp'],
      whileTyping: true,
      run: () => void moveOn(-1),
    },
    {
      group: 'Letters',
      label: 'Mark as done and open the next',
      keys: ['Ctrl+Enter'],
      whileTyping: true,
      run: () => void endReview(),
    },
    {
      group: 'Letters',
      label: 'Export annotated case to PDF',
      keys: ['Ctrl+e'],
      whileTyping: true,
      run: () => void exportOpenCase(),
    },
    {
      group: 'Letters',
      label: 'Read letters again',
      keys: ['Ctrl+Shift+l'],
      whileTyping: true,
      run: shell.chooseReparse,
    },
    {
      group: 'Letters',
      label: 'Filter by decision, treatment, source, tag and more',
      keys: ['Ctrl+Shift+f'],
      whileTyping: true,
      run: toggleFacets,
    },
    {
      group: 'Letters',
      label: 'Statistics of the letters found',
      keys: ['Ctrl+Shift+y'],
      whileTyping: true,
      run: toggleStatistics,
    },
    { group: 'Letters', label: 'Save this search', keys: ['Ctrl+Shift+s'], whileTyping: true, run: nameSearch },
    {
      group: 'Letters',
      label: 'Move the selected letters, or the open one, to the trash',
      keys: ['Delete'],
      whileTyping: false,
      run: trashFromList,
    },
    {
      group: 'Letters',
      label: 'Stop selecting letters',
      keys: ['Escape'],
      whileTyping: false,
      run: () => useSelection.getState().stop(),
    },
    {
      group: 'Annotations',
      label: 'Highlight the selected text',
      keys: ['h'],
      whileTyping: false,
      run: () => void highlightSelection(),
    },
    {
      group: 'Annotations',
      label: 'Write a note on the selected text or the active highlight',
      keys: ['n'],
      whileTyping: false,
      run: () => void annotateSelection(),
    },
    {
      group: 'Corrections',
      label: 'Correct how the selected text was read',
      keys: ['c'],
      whileTyping: false,
      run: correctSelection,
    },
    { group: 'Annotations', label: 'Undo', keys: ['Ctrl+z'], whileTyping: false, run: () => void undo() },
    {
      group: 'Annotations',
      label: 'Redo',
      keys: ['Ctrl+Shift+z', 'Ctrl+y'],
      whileTyping: false,
      run: () => void redo(),
    },
    {
      group: 'Getting around',
      label: 'Next pane, or message',
      keys: ['F6'],
      whileTyping: true,
      run: () => focusNextPane(1),
    },
    {
      group: 'Getting around',
      label: 'Previous pane',
      keys: ['Shift+F6'],
      whileTyping: true,
      run: () => focusNextPane(-1),
    },
    { group: 'Getting around', label: 'Library', keys: ['Alt+1'], whileTyping: true, run: () => focusPane('library') },
    {
      group: 'Getting around',
      label: 'Case summary or letter',
      keys: ['Alt+2'],
      whileTyping: true,
      run: () => focusPane('case-summary'),
    },
    {
      group: 'Getting around',
      label: 'Item decisions',
      keys: ['Alt+3'],
      whileTyping: true,
      run: () => focusPane('item-decisions'),
    },
    {
      group: 'Getting around',
      label: 'Annotations',
      keys: ['Alt+4'],
      whileTyping: true,
      run: () => focusPane('annotations'),
    },
    {
      group: 'Getting around',
      label: 'Summary or whole letter',
      keys: ['w'],
      whileTyping: false,
      run: toggleWholeLetter,
    },
    { group: 'Getting around', label: 'Settings', keys: ['Ctrl+,'], whileTyping: true, run: shell.showSettings },
    { group: 'Getting around', label: 'This list', keys: ['?'], whileTyping: false, run: shell.showShortcuts },
  ];
}

/** Runs the command that the key press stands for; false when there is none. */
export function runCommand(commands: readonly Command[], event: KeyboardEvent): boolean {
  const keys = keysOf(event);
  const typing = event.target instanceof HTMLElement && event.target.matches(typedInto);
  const command = commands.find((each) => each.keys.includes(keys) && (each.whileTyping || !typing));
  // A bare character typed into a field is text, whatever else it may mean.
  if (!command || (typing && keys.length === 1)) return false;
  command.run();
  return true;
}

function keysOf(event: KeyboardEvent): string {
  // With Alt held, a digit key of macOS gives another character.
  const digit = event.altKey ? /^Digit(\d)$/.exec(event.code)?.[1] : undefined;
  const key = digit ?? (event.key.length === 1 ? event.key.toLowerCase() : event.key);
  const shift = event.shiftKey && (event.key.length > 1 || /[a-z]/i.test(event.key));
  return [event.ctrlKey || event.metaKey ? 'Ctrl' : '', event.altKey ? 'Alt' : '', shift ? 'Shift' : '', key]
    .filter(Boolean)
    .join('+');
}

export async function highlightSelection(): Promise<string | undefined> {
  const selection = selectionOrTell();
  if (!selection) return undefined;
  const annotation = await createAnnotation(selection);
  const text = useCase.getState().view?.parse.readingText;
  if (annotation && text !== undefined) {
    endSelection(text, selection);
    useCase.getState().select(selectedSpan(text));
  }
  return annotation?.id;
}

/** The selected text of the open letter; the person is told when there is none. */
function selectionOrTell(): Span | undefined {
  const { view } = useCase.getState();
  // Asked anew: a key pressed right after selecting may come before the selection has been followed.
  const selection = view && selectedSpan(view.parse.readingText);
  if (view && !selection) useToasts.getState().show({ kind: 'info', message: 'Select text in the letter first.' });
  return selection;
}

/** Opens the menu of corrections for the selected text. */
export function correctSelection(): void {
  const selection = selectionOrTell();
  if (selection) useCase.getState().correct(selection);
}

export async function annotateSelection(): Promise<void> {
  const { selection, activeAnnotation } = useCase.getState();
  const id = selection ? await highlightSelection() : (activeAnnotation ?? (await highlightSelection()));
  if (id !== undefined) useCase.getState().writeNote(id);
}

function toggleWholeLetter(): void {
  const { wholeLetter, showWholeLetter } = useCase.getState();
  showWholeLetter(!wholeLetter);
}

/** Opens a neighbouring letter; a focus that was in the letter before moves to the new one's text. */
async function moveOn(step: number): Promise<void> {
  await openNeighbour(step);
  setTimeout(() => hasLostFocus() && focusPane('case-summary'));
}

/** Only what could be marked is left. */
async function endReview(): Promise<void> {
  const letterId = useCase.getState().view?.letter.id;
  if (letterId === undefined) return;
  await setStatus(letterId, 'done');
  const letter = useCase.getState().view?.letter;
  if (letter?.id === letterId && letter.status === 'done') await moveOn(1);
}

const undo = async () => tell(await useHistory.getState().undo(), 'Undone', 'Nothing to undo.');
const redo = async () => tell(await useHistory.getState().redo(), 'Done again', 'Nothing to redo.');

/** Says what was taken back or again, and shows the letter that it was in. */
function tell(outcome: Outcome | undefined, verb: string, nothing: string): void {
  // Why a step failed has been said where it failed.
  if (outcome && !outcome.went) return;
  if (outcome?.step.letterId !== undefined) void openCase(outcome.step.letterId);
  const message = outcome ? `${verb}: ${outcome.step.label}.` : nothing;
  useToasts.getState().show({ kind: 'info', message, topic: 'history' });
}

/** Only from the list: elsewhere the key belongs to what has the focus. */
function trashFromList(): void {
  if (document.activeElement?.closest('[data-pane="library"] [role="listbox"]')) void trashChosen();
}

function nameSearch(): void {
  const { query, trash } = useLibrary.getState();
  if (query.trim() !== '' && !trash) useSavedSearches.getState().setNaming(true);
  else useToasts.getState().show({ kind: 'info', message: 'Search the library for something first.' });
}

function focusSearch(): void {
  const field = document.getElementById('search');
  if (field instanceof HTMLInputElement) {
    field.focus();
    field.select();
  }
}
