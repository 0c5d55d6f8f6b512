/**
 * The stand-in for the `electron` module of a main process: the part of Electron's API that the app uses, shown
 * by an installed Chromium. The preload's half of the module is made in `page/preload-module.ts`.
 */
import { app } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { protocol } from './custom-protocols.ts';
import { dialog } from './dialog.ts';
import { ipcMain } from './ipc-main.ts';
import { Menu } from './menu.ts';
import { nativeTheme } from './native-theme.ts';
import { session } from './session.ts';
import { shell } from './shell.ts';

export { app, BrowserWindow, dialog, ipcMain, Menu, nativeTheme, protocol, session, shell };
