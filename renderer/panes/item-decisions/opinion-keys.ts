import type { KeyboardEvent } from 'react';
import { typedInto } from '../../services/typed-into.ts';

/** What each key goes to in the form of the second opinion. */
const fields: Readonly<Record<string, string>> = {
  a: 'input[value="agree"]',
  d: 'input[value="disagree"]',
  u: 'input[value="unsure"]',
  r: 'textarea',
};

/**
 * The keys of an item's card: A, D and U give the verdict without leaving the text that is being read, R goes to the
 * reason. The form is scrolled into sight, so that one sees what was done.
 */
export function pressOnItem(event: KeyboardEvent<HTMLElement>): void {
  const { currentTarget: card, target } = event;
  const selector = fields[event.key.toLowerCase()];
  if (selector === undefined || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  // What is typed into the reason, or into menus and dialogs that the card has opened elsewhere, is no key of its own.
  if (!(target instanceof HTMLElement) || !card.contains(target) || target.matches(typedInto)) return;
  const field = card.querySelector<HTMLElement>(selector);
  if (!field) return;
  event.preventDefault();
  if (field instanceof HTMLTextAreaElement) field.focus();
  else field.click();
  field.closest('section')?.scrollIntoView({ block: 'nearest' });
}
