import { EventEmitter } from 'node:events';

export type ThemeSource = Electron.NativeTheme['themeSource'];

/** Electron's `nativeTheme`. What the system prefers is known once the first page has told. */
class NativeTheme extends EventEmitter implements Pick<Electron.NativeTheme, 'themeSource' | 'shouldUseDarkColors'> {
  #source: ThemeSource = 'system';
  #pageIsDark = false;

  get themeSource(): ThemeSource {
    return this.#source;
  }

  set themeSource(source: ThemeSource) {
    if (source === this.#source) return;
    this.#source = source;
    this.emit('source', source);
    if (source !== 'system') this.pageIsDark(source === 'dark');
  }

  get shouldUseDarkColors(): boolean {
    return this.#source === 'system' ? this.#pageIsDark : this.#source === 'dark';
  }

  /** For the windows: what the page sees as the preferred scheme. */
  pageIsDark(dark: boolean): void {
    if (dark === this.#pageIsDark) return;
    this.#pageIsDark = dark;
    this.emit('updated');
  }
}

export const nativeTheme = new NativeTheme();
