/**
 * Files and their paths. Only the DevTools protocol can tell a file's path, and only asynchronously, while
 * `webUtils.getPathForFile` answers at once. So it answers with a token, which Node replaces by the path when
 * the token arrives in a message, before the app sees it. A file that no person dropped, chose or pasted was
 * made by script, has no path, and gets none.
 */

const fromPerson = new Set<string>();
/** Files by token; null once Node has taken the file to look up its path, which it remembers. */
const issued = new Map<string, File | null>();

/** A copy of a file made on its way between worlds keeps these, though not its identity. */
const fingerprint = (file: File): string => `${file.lastModified} ${file.size} ${file.name}`;

/** Watches for files that a person brings into the page. Call it before any of the page's scripts runs. */
export function watchFiles(): void {
  const note = (files: FileList | null | undefined) => {
    for (const file of files ?? []) fromPerson.add(fingerprint(file));
  };
  const noteChosen = (event: Event) => {
    const [input] = event.composedPath();
    if (event.isTrusted && input instanceof HTMLInputElement) note(input.files);
  };
  addEventListener('drop', (event) => event.isTrusted && note(event.dataTransfer?.files), true);
  addEventListener('paste', (event) => event.isTrusted && note(event.clipboardData?.files), true);
  addEventListener('input', noteChosen, true);
  addEventListener('change', noteChosen, true);
}

/** The token for the path of `file`, or the empty string for a file that has no path. */
export function tokenForFile(file: File): string {
  if (!fromPerson.has(fingerprint(file))) return '';
  const token = `file-token:${crypto.randomUUID()}`;
  issued.set(token, file);
  return token;
}

/** The issued tokens that occur anywhere in `value`. */
export function tokensIn(value: unknown): string[] {
  if (issued.size === 0) return [];
  if (typeof value === 'string') return issued.has(value) ? [value] : [];
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return [];
  return Object.values(value).flatMap(tokensIn);
}

/** Hands over the files that `tokens` stand for; null for one that was handed over before. */
export function takeFiles(tokens: readonly string[]): (File | null)[] {
  return tokens.map((token) => {
    const file = issued.get(token) ?? null;
    if (file) issued.set(token, null);
    return file;
  });
}

/** Opens the browser's own file chooser; needs a user gesture, which Node grants with its call. */
export function chooseFiles(options: { readonly multiple: boolean; readonly accept: string }): Promise<File[]> {
  const input = Object.assign(document.createElement('input'), { type: 'file', ...options });
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}
