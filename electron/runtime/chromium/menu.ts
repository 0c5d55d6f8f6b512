/** Electron's `Menu`. A Chromium application window has no menu bar, so menus are made and shown nowhere. */
// biome-ignore lint/complexity/noStaticOnlyClass: Electron has made it a class.
export class Menu {
  static setApplicationMenu(_menu: Menu | null): void {}

  static getApplicationMenu(): null {
    return null;
  }

  static buildFromTemplate(_template: readonly object[]): Menu {
    return new Menu();
  }
}
