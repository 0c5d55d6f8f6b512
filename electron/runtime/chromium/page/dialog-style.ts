/** The look of the in-window dialogs: the system's own colours, so that they follow light, dark and contrast. */
export const dialogStyle = `
  dialog {
    box-sizing: border-box;
    width: min(36rem, calc(100vw - 2rem));
    padding: 1.25rem;
    border: 1px solid color-mix(in srgb, CanvasText 25%, Canvas);
    border-radius: 0.6rem;
    background: Canvas;
    color: CanvasText;
    color-scheme: inherit;
    font: 0.95rem/1.45 system-ui, sans-serif;
    box-shadow: 0 1rem 3rem rgb(0 0 0 / 35%);
  }
  dialog::backdrop { background: rgb(0 0 0 / 35%); }
  h1 { margin: 0 0 0.75rem; font-size: 1.05rem; font-weight: 600; }
  p { margin: 0 0 0.75rem; white-space: pre-wrap; overflow-wrap: anywhere; }
  p:empty { display: none; }
  .detail { color: color-mix(in srgb, CanvasText 75%, Canvas); }
  #problem { margin-top: 0.5rem; }
  label { display: block; margin-bottom: 0.3rem; }
  .checkbox { display: flex; gap: 0.5rem; align-items: center; }
  input[type='text'] { box-sizing: border-box; width: 100%; padding: 0.45rem 0.6rem; font: inherit; }
  .buttons { display: flex; flex-direction: row-reverse; gap: 0.6rem; margin-top: 1rem; }
  button { min-width: 5.5rem; padding: 0.4rem 0.9rem; font: inherit; }
  .default { font-weight: 600; }
`;
