import { ModalDialog } from '../components/modal-dialog.tsx';
import { SearchHelp } from '../components/search-help.tsx';
import type { Command } from './commands.ts';
import { isMac, printedKeys } from './printed-keys.ts';
import styles from './shortcut-sheet.module.css';

/** What the browser and the text's own caret handle, and so is no command. */
const byWord = isMac ? 'Alt' : 'Ctrl';
const inTheList = [
  { label: 'Select several letters', keys: ['Ctrl+Click', 'Shift+Click', 'Shift+Arrows'] },
  { label: 'Select all letters found', keys: ['Ctrl+a'] },
];
const onAnItem = [
  { label: 'Agree', keys: ['a'] },
  { label: 'Disagree', keys: ['d'] },
  { label: 'Unsure', keys: ['u'] },
  { label: 'Write the reason', keys: ['r'] },
];
const builtIn = [
  { label: 'Move in the letter’s text', keys: ['Arrows', `${byWord}+Arrows`] },
  { label: 'Select in the letter’s text', keys: ['Shift+Arrows', `${byWord}+Shift+Arrows`] },
  { label: 'Beginning or end of the text', keys: ['Ctrl+Home', 'Ctrl+End'] },
  { label: 'From a note back to its text', keys: ['Esc'] },
  { label: 'Next or previous field', keys: ['Tab', 'Shift+Tab'] },
];

const groups = ['Letters', 'Annotations', 'Corrections', 'Getting around'] as const;

/** Every shortcut, read from the same list that the key handler uses. */
export function ShortcutSheet({
  commands,
  isOpen,
  onClose,
}: {
  commands: readonly Command[];
  isOpen: boolean;
  onClose: () => void;
}) {
  return (
    <ModalDialog title="Keyboard shortcuts" isOpen={isOpen} onClose={onClose}>
      {/* Takes the focus, so that arrow keys scroll it. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls */}
      <section className={styles['columns']} aria-label="All shortcuts" tabIndex={0}>
        {groups.map((group) => (
          <section key={group}>
            <h3>{group}</h3>
            <Keys
              rows={[
                ...commands.filter((command) => command.group === group),
                ...(group === 'Letters' ? inTheList : []),
                ...(group === 'Getting around' ? builtIn : []),
              ]}
            />
          </section>
        ))}
        <section>
          <h3>Second opinion, with the focus in an item</h3>
          <Keys rows={onAnItem} />
        </section>
        <section>
          <h3>In the search box</h3>
          <SearchHelp />
        </section>
      </section>
    </ModalDialog>
  );
}

function Keys({ rows }: { rows: readonly Pick<Command, 'label' | 'keys'>[] }) {
  return (
    <dl>
      {rows.map(({ label, keys }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {keys.map((key) => (
              <kbd key={key}>{printedKeys(key)}</kbd>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
