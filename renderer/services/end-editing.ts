/**
 * Ends the edit in progress as leaving its field would. React tells a field nothing when it is taken off the
 * screen, so whatever clears the desk calls this first.
 */
export function endEditing(): void {
  const field = document.activeElement;
  const inCase = '[data-pane]:not([data-pane="library"]) :is(textarea, input)';
  if (field instanceof HTMLElement && field.matches(inCase)) field.blur();
}
