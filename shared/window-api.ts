/**
 * The one object the window sees of the main process, put there by `electron/preload.ts`: a named function for
 * each channel of the contract and nothing else. Requests answer with a `Result` and never reject.
 */
import type { Notice, RequestInput, RequestName, RequestOutput } from './contract.ts';
import type { Result } from './result.ts';

type Request<N extends RequestName> = (input: RequestInput<N>) => Promise<Result<RequestOutput<N>>>;
type Ask<N extends RequestName> = () => Promise<Result<RequestOutput<N>>>;

export interface WindowApi {
  readonly listLetters: Request<'library:list'>;
  readonly letterRange: Request<'library:range'>;
  readonly listFacets: Request<'library:facets'>;
  readonly statistics: Request<'library:statistics'>;
  readonly saveChart: Request<'statistics:save'>;
  readonly letterIds: Request<'letters:ids'>;
  readonly setStatusOf: Request<'letters:set-status'>;
  readonly addTag: Request<'letters:add-tag'>;
  readonly removeTag: Request<'letters:remove-tag'>;
  readonly trashLetters: Request<'letters:trash'>;
  readonly restoreLetters: Request<'letters:restore'>;
  readonly deleteForever: Request<'letters:delete-forever'>;
  readonly exportLetters: Request<'letters:export'>;
  readonly cancelExport: Ask<'letters:cancel-export'>;
  readonly listSavedSearches: Ask<'saved-search:list'>;
  readonly saveSearch: Request<'saved-search:save'>;
  readonly deleteSavedSearch: Request<'saved-search:delete'>;
  readonly openCase: Request<'case:open'>;
  readonly setCaseStatus: Request<'case:set-status'>;
  readonly createAnnotation: Request<'annotation:create'>;
  readonly updateAnnotation: Request<'annotation:update'>;
  readonly deleteAnnotation: Request<'annotation:delete'>;
  readonly restoreAnnotation: Request<'annotation:restore'>;
  readonly addCorrection: Request<'correction:add'>;
  readonly removeCorrection: Request<'correction:remove'>;
  readonly restoreCorrection: Request<'correction:restore'>;
  readonly saveSecondOpinion: Request<'second-opinion:save'>;
  /** Imports dropped or chosen files: by path where they have one, otherwise by their bytes. */
  readonly importFiles: (files: readonly File[]) => Promise<Result<RequestOutput<'import:start'>>>;
  readonly importSamples: Ask<'import:samples'>;
  readonly cancelImport: Request<'import:cancel'>;
  readonly pauseImport: Request<'import:pause'>;
  readonly goOnImport: Request<'import:go-on'>;
  readonly interruptedImport: Ask<'import:interrupted'>;
  readonly resumeInterruptedImport: Ask<'import:resume-interrupted'>;
  readonly dismissInterruptedImport: Ask<'import:dismiss-interrupted'>;
  readonly saveImportReport: Request<'import:save-report'>;
  readonly countOutdated: Ask<'reparse:outdated'>;
  readonly startReparse: Request<'reparse:start'>;
  readonly cancelReparse: Ask<'reparse:cancel'>;
  readonly getLibraryStatus: Ask<'library:status'>;
  readonly verifyLibrary: Ask<'library:verify'>;
  readonly listBackups: Ask<'backup:list'>;
  readonly makeBackup: Ask<'backup:make'>;
  readonly restoreBackup: Request<'backup:restore'>;
  readonly reimportOriginals: Ask<'backup:reimport'>;
  readonly exportPdf: Request<'export:pdf'>;
  readonly revealExport: Request<'export:reveal'>;
  readonly getSettings: Ask<'settings:get'>;
  readonly setSettings: Request<'settings:set'>;
  readonly recoveryState: Ask<'recovery:state'>;
  readonly beginRecovery: Ask<'recovery:begin'>;
  readonly recoverBackup: Request<'recovery:restore'>;
  readonly salvage: Ask<'recovery:salvage'>;
  readonly cancelSalvage: Ask<'recovery:cancel-salvage'>;
  readonly replaceBySalvaged: Ask<'recovery:replace'>;
  readonly reimportRecovered: Ask<'recovery:reimport'>;
  readonly endRecovery: Ask<'recovery:end'>;
  readonly showLibraryFolder: Ask<'recovery:show-folder'>;
  readonly quit: Ask<'recovery:quit'>;
  readonly flushed: Ask<'app:flushed'>;
  /** Calls `listener` for every notice until the returned function is called. */
  readonly onImportProgress: (listener: (progress: Notice<'import:progress'>) => void) => () => void;
  readonly onExportProgress: (listener: (progress: Notice<'export:progress'>) => void) => () => void;
  readonly onReparseProgress: (listener: (progress: Notice<'reparse:progress'>) => void) => () => void;
  readonly onLibraryStatus: (listener: (status: Notice<'library:status'>) => void) => () => void;
  readonly onRecoveryProgress: (listener: (progress: Notice<'recovery:progress'>) => void) => () => void;
  readonly onFlush: (listener: () => void) => () => void;
}
