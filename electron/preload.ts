/**
 * The bridge between the sandboxed window and the main process: one named function a channel, nothing else.
 * No channel name ever comes from the page.
 */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { ImportSource, Notice, NoticeName, RequestInput, RequestName, RequestOutput } from '../shared/contract.ts';
import { maxFileBytes } from '../shared/model/max-file-bytes.ts';
import type { Result } from '../shared/result.ts';
import type { WindowApi } from '../shared/window-api.ts';

function request<N extends RequestName>(name: N) {
  return (input: RequestInput<N>): Promise<Result<RequestOutput<N>>> => ipcRenderer.invoke(name, input);
}

function ask<N extends RequestName>(name: N) {
  return (): Promise<Result<RequestOutput<N>>> => ipcRenderer.invoke(name);
}

function subscribe<N extends NoticeName>(name: N, listener: (notice: Notice<N>) => void): () => void {
  const forward = (_event: unknown, notice: Notice<N>) => listener(notice);
  ipcRenderer.on(name, forward);
  return () => {
    ipcRenderer.removeListener(name, forward);
  };
}

/** A file by its path; one that has none (dragged out of a mail program, say) by its bytes: of one too large, so many that it shows. */
async function toSource(file: File): Promise<ImportSource> {
  const path = webUtils.getPathForFile(file);
  if (path !== '') return { path };
  const bytes = new Uint8Array(await file.slice(0, maxFileBytes + 1).arrayBuffer());
  return { name: file.name || 'unnamed file', bytes };
}

const api: WindowApi = {
  listLetters: request('library:list'),
  letterRange: request('library:range'),
  listFacets: request('library:facets'),
  statistics: request('library:statistics'),
  saveChart: request('statistics:save'),
  letterIds: request('letters:ids'),
  setStatusOf: request('letters:set-status'),
  addTag: request('letters:add-tag'),
  removeTag: request('letters:remove-tag'),
  trashLetters: request('letters:trash'),
  restoreLetters: request('letters:restore'),
  deleteForever: request('letters:delete-forever'),
  exportLetters: request('letters:export'),
  cancelExport: ask('letters:cancel-export'),
  listSavedSearches: ask('saved-search:list'),
  saveSearch: request('saved-search:save'),
  deleteSavedSearch: request('saved-search:delete'),
  openCase: request('case:open'),
  setCaseStatus: request('case:set-status'),
  createAnnotation: request('annotation:create'),
  updateAnnotation: request('annotation:update'),
  deleteAnnotation: request('annotation:delete'),
  restoreAnnotation: request('annotation:restore'),
  addCorrection: request('correction:add'),
  removeCorrection: request('correction:remove'),
  restoreCorrection: request('correction:restore'),
  saveSecondOpinion: request('second-opinion:save'),
  importFiles: async (files) => request('import:start')({ sources: await Promise.all(files.map(toSource)) }),
  importSamples: ask('import:samples'),
  cancelImport: request('import:cancel'),
  pauseImport: request('import:pause'),
  goOnImport: request('import:go-on'),
  interruptedImport: ask('import:interrupted'),
  resumeInterruptedImport: ask('import:resume-interrupted'),
  dismissInterruptedImport: ask('import:dismiss-interrupted'),
  saveImportReport: request('import:save-report'),
  countOutdated: ask('reparse:outdated'),
  startReparse: request('reparse:start'),
  cancelReparse: ask('reparse:cancel'),
  getLibraryStatus: ask('library:status'),
  verifyLibrary: ask('library:verify'),
  listBackups: ask('backup:list'),
  makeBackup: ask('backup:make'),
  restoreBackup: request('backup:restore'),
  reimportOriginals: ask('backup:reimport'),
  exportPdf: request('export:pdf'),
  revealExport: request('export:reveal'),
  getSettings: ask('settings:get'),
  setSettings: request('settings:set'),
  recoveryState: ask('recovery:state'),
  beginRecovery: ask('recovery:begin'),
  recoverBackup: request('recovery:restore'),
  salvage: ask('recovery:salvage'),
  cancelSalvage: ask('recovery:cancel-salvage'),
  replaceBySalvaged: ask('recovery:replace'),
  reimportRecovered: ask('recovery:reimport'),
  endRecovery: ask('recovery:end'),
  showLibraryFolder: ask('recovery:show-folder'),
  quit: ask('recovery:quit'),
  flushed: ask('app:flushed'),
  onImportProgress: (listener) => subscribe('import:progress', listener),
  onExportProgress: (listener) => subscribe('export:progress', listener),
  onReparseProgress: (listener) => subscribe('reparse:progress', listener),
  onLibraryStatus: (listener) => subscribe('library:status', listener),
  onRecoveryProgress: (listener) => subscribe('recovery:progress', listener),
  onFlush: (listener) => subscribe('app:flush', () => listener()),
};

contextBridge.exposeInMainWorld('secondOpinion', api);
