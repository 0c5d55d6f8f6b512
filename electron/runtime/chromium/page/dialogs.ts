/**
 * The dialogs that Electron would show natively, inside the window. They live in a closed shadow root that the
 * page's own scripts can't reach into, and answer only to the person's own input.
 */
import type { DialogAnswer, DialogSpec } from '../messages.ts';
import { dialogStyle } from './dialog-style.ts';

/** Shows a dialog and gives the person's answer; undefined when it was dismissed. */
export function showDialog(spec: DialogSpec): Promise<DialogAnswer | undefined> {
  const host = document.createElement('second-opinion-dialog');
  host.dataset['kind'] = spec.kind;
  // Keeps the focus traps of the page's own overlays from pulling the focus out of this dialog.
  host.dataset['reactAriaTopLayer'] = 'true';
  const root = host.attachShadow({ mode: 'closed' });
  const style = new CSSStyleSheet();
  style.replaceSync(dialogStyle);
  root.adoptedStyleSheets = [style];

  const form = element('form', { method: 'dialog' });
  const heading = element('h1', { id: 'title', textContent: spec.title });
  form.append(heading);
  const controls = spec.kind === 'path' ? pathControls(spec) : messageControls(spec);
  form.append(...controls.elements);
  const dialog = element('dialog');
  dialog.setAttribute('aria-labelledby', 'title');
  if (spec.kind === 'message') {
    dialog.setAttribute('role', 'alertdialog');
    dialog.setAttribute('aria-describedby', 'message');
  }
  dialog.append(form);
  root.append(dialog);
  const before = document.activeElement;
  document.documentElement.append(host);

  return new Promise((resolve) => {
    let answer: DialogAnswer | undefined;
    form.addEventListener('submit', (event) => {
      if (!event.isTrusted) event.preventDefault();
      else answer = controls.answer(event.submitter);
    });
    // The page's shortcuts are not meant for what is typed here.
    for (const type of ['keydown', 'keyup', 'keypress', 'paste', 'copy', 'cut', 'input']) {
      host.addEventListener(type, (event) => event.stopPropagation());
    }
    dialog.addEventListener('close', () => {
      host.remove();
      if (before instanceof HTMLElement) before.focus();
      resolve(answer);
    });
    dialog.showModal();
    controls.focus();
  });
}

interface Controls {
  readonly elements: readonly HTMLElement[];
  readonly focus: () => void;
  readonly answer: (submitter: HTMLElement | null) => DialogAnswer | undefined;
}

function pathControls(spec: Extract<DialogSpec, { kind: 'path' }>): Controls {
  const field = element('input', {
    id: 'path',
    type: 'text',
    value: spec.path,
    spellcheck: false,
    autocomplete: 'off',
  });
  const label = element('label', { htmlFor: 'path', textContent: 'File name with its folder' });
  const problem = element('p', { id: 'problem', textContent: spec.problem ?? '' });
  problem.setAttribute('role', 'alert');
  field.setAttribute('aria-describedby', 'problem');
  const cancel = element('button', { type: 'submit', textContent: 'Cancel', value: 'cancel' });
  const accept = element('button', { type: 'submit', textContent: spec.button, className: 'default' });
  return {
    elements: [label, field, problem, buttonRow([accept, cancel])],
    focus: () => {
      field.focus();
      // As in a native dialog the name is selected, not its folder.
      field.setSelectionRange(Math.max(spec.path.lastIndexOf('/'), spec.path.lastIndexOf('\\')) + 1, spec.path.length);
    },
    answer: (submitter) => (submitter === cancel ? undefined : { path: field.value }),
  };
}

function messageControls(spec: Extract<DialogSpec, { kind: 'message' }>): Controls {
  const message = element('p', { id: 'message', textContent: spec.message });
  const detail = element('p', { className: 'detail', textContent: spec.detail ?? '' });
  const buttons = spec.buttons.map((textContent, index) =>
    element('button', { type: 'submit', textContent, className: index === spec.defaultButton ? 'default' : '' }),
  );
  const checkbox = element('input', { type: 'checkbox', checked: spec.checkbox?.checked ?? false });
  const checkboxLabel = element('label', { className: 'checkbox' });
  checkboxLabel.append(checkbox, spec.checkbox?.label ?? '');
  return {
    elements: [message, detail, ...(spec.checkbox ? [checkboxLabel] : []), buttonRow(buttons)],
    focus: () => buttons[spec.defaultButton]?.focus(),
    answer: (submitter) => ({ button: buttons.indexOf(submitter as HTMLButtonElement), checked: checkbox.checked }),
  };
}

function buttonRow(buttons: readonly HTMLButtonElement[]): HTMLElement {
  const row = element('div', { className: 'buttons' });
  row.append(...buttons);
  return row;
}

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
): HTMLElementTagNameMap[K] {
  return Object.assign(document.createElement(name), properties);
}
