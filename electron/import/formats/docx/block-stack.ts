/** What is open while a Word file is read, and what was read in it. */
type Frame =
  | { readonly kind: 'body' | 'cell'; readonly blocks: string[] }
  /** `blocks` are those of text boxes in the paragraph; they follow it. */
  | { readonly kind: 'paragraph'; text: string; readonly blocks: string[] }
  | { readonly kind: 'row'; readonly cells: string[][] };

/** Collects the paragraphs of a Word file. Paragraphs, cells and text boxes may stand in each other. */
export class BlockStack {
  readonly #body: string[] = [];
  readonly #frames: Frame[] = [{ kind: 'body', blocks: this.#body }];
  #before = '';

  openParagraph(): void {
    this.#frames.push({ kind: 'paragraph', text: this.#before, blocks: [] });
    this.#before = '';
  }

  closeParagraph(): void {
    const frame = this.#frames.pop();
    if (frame?.kind !== 'paragraph') throw new Error('A paragraph ends that has not begun.');
    this.#container().push(frame.text, ...frame.blocks);
  }

  openTablePart(part: 'tr' | 'tc'): void {
    this.#frames.push(part === 'tr' ? { kind: 'row', cells: [] } : { kind: 'cell', blocks: [] });
  }

  closeTablePart(): void {
    const frame = this.#frames.pop();
    const parent = this.#frames.at(-1);
    if (frame?.kind === 'row') this.#container().push(...rowBlocks(frame.cells));
    else if (frame?.kind === 'cell' && parent?.kind === 'row') parent.cells.push(frame.blocks);
    else if (frame?.kind === 'cell') this.#container().push(...frame.blocks);
    else throw new Error('A part of a table ends that has not begun.');
  }

  /** Adds to the open paragraph; text outside of one is a paragraph of its own. */
  print(text: string): void {
    const frame = this.#frames.at(-1);
    if (frame?.kind === 'paragraph') frame.text += text;
    else if (text.trim() !== '') this.#container().push(text);
  }

  /** Begins the next paragraph with `text`. */
  printBefore(text: string): void {
    this.#before = text;
  }

  finish(): string[] {
    return this.#body;
  }

  #container(): string[] {
    for (let index = this.#frames.length - 1; index >= 0; index--) {
      const frame = this.#frames[index];
      if (frame && frame.kind !== 'row') return frame.blocks;
    }
    return this.#body;
  }
}

/** A row is one line with tabs, unless a cell has several paragraphs: then its cells follow each other. */
function rowBlocks(cells: readonly (readonly string[])[]): string[] {
  const printed = cells.map((blocks) => blocks.filter((block) => block.trim() !== ''));
  if (printed.every((blocks) => blocks.length <= 1)) return [printed.map((blocks) => blocks.join('')).join('\t')];
  return printed.flat();
}
