/**
 * Everything the window may ask of the main process, and everything the main process tells the window.
 * Both ends derive their types from here, so they fail to compile together; the wrapper in `electron/ipc`
 * also validates every input and output against these schemas at run time.
 */
import { z } from 'zod';
import { annotationSchema, noteText, tagsSchema, targetSchema } from './model/annotation.ts';
import { backupSchema, restoreReportSchema } from './model/backup.ts';
import { batchExportSchema, exportFormats, exportProgressSchema } from './model/batch-export.ts';
import { changeSchema } from './model/correction.ts';
import { importFilters } from './model/import-filters.ts';
import { importProgressSchema, interruptedImportSchema } from './model/import-report.ts';
import { caseStatuses, caseViewSchema, letterRowSchema } from './model/letter.ts';
import { facetSchema, letterQuerySchema, savedSearchSchema, tagSchema } from './model/letter-query.ts';
import { libraryStatusSchema, verificationSchema } from './model/library-status.ts';
import { recoveryStateSchema, salvagedLibrarySchema, salvageProgressSchema } from './model/recovery.ts';
import { reparseProgressSchema } from './model/reparse-report.ts';
import { secondOpinionSchema, verdicts } from './model/second-opinion.ts';
import { statisticsSchema } from './model/statistics.ts';

export const settingsSchema = z.object({
  /** The name that notes and second opinions are signed with. */
  author: z.string().trim().min(1).max(120),
  theme: z.enum(['system', 'light', 'dark']),
  /** Pane sizes in percent by pane-group id and pane id, as the panes report them. */
  paneLayouts: z.record(z.string(), z.record(z.string(), z.number())),
  /** The letter that was open last. */
  openLetterId: z.int().optional(),
});
export type Settings = Readonly<z.infer<typeof settingsSchema>>;

/** A file to import: by its path, or by its bytes where the window knows no path. */
export const importSourceSchema = z.union([
  z.object({ path: z.string().min(1) }),
  z.object({ name: z.string().min(1), bytes: z.instanceof(Uint8Array) }),
]);
export type ImportSource = Readonly<z.infer<typeof importSourceSchema>>;

const nothing = z.void();
/** The letters that an action changed: those that were as it makes them already are not among them. */
const changedLetters = z.object({ letterIds: z.array(z.int()) });

/** Letters by their ids, or all that a query finds but for some. */
export const selectionSchema = z.union([
  z.object({ letterIds: z.array(z.int()).max(1_000_000) }),
  z.object({ query: z.string().max(1000), trash: z.boolean(), except: z.array(z.int()).max(1_000_000) }),
]);
export type Selection = Readonly<z.infer<typeof selectionSchema>>;

const selected = <S extends z.ZodRawShape>(more: S) => z.object({ selection: selectionSchema, ...more });

function channel<I extends z.ZodType, O extends z.ZodType>(access: 'read' | 'write', input: I, output: O) {
  return { access, input, output } as const;
}

/** Requests from the window, answered by one handler each. */
export const requests = {
  'library:list': channel(
    'read',
    letterQuerySchema.extend({
      /** The place of the list, from 0, that the page begins at; places before the first are left out. */
      from: z.int().optional(),
      limit: z.int().min(1).max(1000),
      /** The list that the page is to be of, as it was answered with; absent, the letters are looked for anew. */
      list: z.int().optional(),
      /** A letter and its place as the window knows it: where it has moved since, `from` moves with it. */
      beside: z.object({ letterId: z.int(), place: z.int() }).optional(),
    }),
    z.object({
      rows: z.array(letterRowSchema),
      /** The place of the first row. */
      from: z.int(),
      total: z.int(),
      /** Another one than was asked for when that one is no longer kept or has lost letters. */
      list: z.int(),
      hint: z.string().optional(),
    }),
  ),
  /** The ids of the letters at the places `from <= place < to`, and which list these are of, as in `library:list`. */
  'library:range': channel(
    'read',
    letterQuerySchema.extend({ from: z.int(), to: z.int(), list: z.int() }),
    z.object({ letterIds: z.array(z.int()), list: z.int() }),
  ),
  /** How many of the letters found have each value of each field; a field's own terms do not narrow its counts. */
  'library:facets': channel('read', letterQuerySchema.omit({ sort: true }), z.object({ facets: z.array(facetSchema) })),
  /** The ids of the selected letters. */
  'letters:ids': channel('read', selected({}), z.object({ letterIds: z.array(z.int()) })),
  /** What was decided in the letters found. */
  'library:statistics': channel('read', letterQuerySchema.omit({ sort: true }), statisticsSchema),
  /** Asks where to save a chart, then writes it; `path` is absent when the person cancelled. */
  'statistics:save': channel(
    'read',
    z.object({
      title: z.string().min(1).max(120),
      content: z.union([
        z.object({ svg: z.string().max(4_000_000) }),
        z.object({ table: z.array(z.array(z.union([z.string(), z.number()])).max(20)).max(1000) }),
      ]),
    }),
    z.object({ path: z.string().optional() }),
  ),
  /** Batch actions on the selected letters; each answers with what it changed, so that it can be undone exactly. */
  'letters:set-status': channel(
    'write',
    selected({ status: z.enum(caseStatuses) }),
    z.object({
      /** The letters that it changed, by the status that they had. */
      former: z.array(z.object({ status: z.enum(caseStatuses), letterIds: z.array(z.int()) })),
    }),
  ),
  'letters:add-tag': channel('write', selected({ tag: tagSchema }), changedLetters),
  'letters:remove-tag': channel('write', selected({ tag: tagSchema }), changedLetters),
  /** To the trash, from which `letters:restore` brings them back with everything that was written about them. */
  'letters:trash': channel('write', selected({}), changedLetters),
  'letters:restore': channel('write', selected({}), changedLetters),
  /** Takes letters out of the trash for good, with their original files, notes and opinions. The window asks twice. */
  'letters:delete-forever': channel('write', selected({}), changedLetters),
  /**
   * Asks for a folder, and what to do about files that are there already, then exports the selected cases into it and
   * tells how it goes by `export:progress`. Answers when all is done; nothing when the person cancelled at a question.
   */
  'letters:export': channel('read', selected({ format: z.enum(exportFormats) }), batchExportSchema.optional()),
  /** Ends the export that runs after the case that it is at; what is written by then stays. */
  'letters:cancel-export': channel('read', nothing, nothing),
  'saved-search:list': channel('read', nothing, z.array(savedSearchSchema)),
  'saved-search:save': channel('write', savedSearchSchema, z.array(savedSearchSchema)),
  'saved-search:delete': channel('write', z.object({ id: z.uuid() }), z.array(savedSearchSchema)),
  'case:open': channel('read', z.object({ letterId: z.int() }), caseViewSchema),
  'case:set-status': channel('write', z.object({ letterId: z.int(), status: z.enum(caseStatuses) }), letterRowSchema),
  'annotation:create': channel(
    'write',
    z.object({ id: z.uuid(), letterId: z.int(), target: targetSchema, note: noteText, tags: tagsSchema }),
    annotationSchema,
  ),
  'annotation:update': channel(
    'write',
    z.object({ id: z.uuid(), note: noteText.optional(), tags: tagsSchema.optional() }),
    annotationSchema,
  ),
  /** A soft delete; `annotation:restore` brings it back as it was. */
  'annotation:delete': channel('write', z.object({ id: z.uuid() }), nothing),
  'annotation:restore': channel('write', z.object({ id: z.uuid() }), annotationSchema),
  /**
   * Corrects the parse of a case; refused, with the reason, when the change cannot be applied to it. All three answer
   * with the whole case, in which items may have other ordinals than before.
   */
  'correction:add': channel(
    'write',
    z.object({ id: z.uuid(), letterId: z.int(), change: changeSchema }),
    caseViewSchema,
  ),
  /** Takes a correction back (softly); `correction:restore` makes it again. */
  'correction:remove': channel('write', z.object({ id: z.uuid() }), caseViewSchema),
  'correction:restore': channel('write', z.object({ id: z.uuid() }), caseViewSchema),
  'second-opinion:save': channel(
    'write',
    z.object({
      letterId: z.int(),
      ordinal: z.int().positive(),
      itemTitle: z.string(),
      verdict: z.enum(verdicts).optional(),
      reason: noteText,
    }),
    secondOpinionSchema,
  ),
  'import:start': channel(
    'write',
    z.object({ sources: z.array(importSourceSchema).min(1).max(100_000) }),
    z.object({ importId: z.string() }),
  ),
  'import:samples': channel('write', nothing, z.object({ importId: z.string() })),
  'import:cancel': channel('write', z.object({ importId: z.string() }), nothing),
  'import:pause': channel('write', z.object({ importId: z.string() }), nothing),
  'import:go-on': channel('write', z.object({ importId: z.string() }), nothing),
  /** What a crash or a quit interrupted; nothing when all imports have ended. */
  'import:interrupted': channel('read', nothing, interruptedImportSchema.optional()),
  'import:resume-interrupted': channel('write', nothing, z.object({ importId: z.string() })),
  'import:dismiss-interrupted': channel('write', nothing, nothing),
  /** Asks where to save, then writes the rows that the filter shows as CSV; `path` is absent when cancelled. */
  'import:save-report': channel(
    'read',
    z.object({ importId: z.string(), filter: z.enum(importFilters) }),
    z.object({ path: z.string().optional() }),
  ),
  /** How many letters were read by an earlier version of the parser. */
  'reparse:outdated': channel('read', nothing, z.object({ letters: z.int() })),
  /** Reads letters anew from their original files: those given, or all that an earlier version of the parser read. */
  'reparse:start': channel('write', z.object({ letterIds: z.array(z.int()).optional() }), nothing),
  'reparse:cancel': channel('write', nothing, nothing),
  /** How the open library is; every change of it is told by the notice of the same name. */
  'library:status': channel('read', nothing, libraryStatusSchema),
  /** Checks every original and every text against its checksum; the status tells how far it has come. */
  'library:verify': channel('read', nothing, verificationSchema),
  /** The backups of the library, the newest first, with what each holds. */
  'backup:list': channel('read', nothing, z.array(backupSchema)),
  'backup:make': channel('write', nothing, backupSchema),
  /** Puts a backup in the place of the library, which is set aside and kept. All that is shown has to be read anew. */
  'backup:restore': channel('write', z.object({ name: z.string() }), restoreReportSchema),
  /** Imports again what was imported since a restored backup, from the originals that are kept. */
  'backup:reimport': channel('write', nothing, z.object({ imported: z.int(), failed: z.int() })),
  /** Asks where to save, then writes the annotated case; `path` is absent when the person cancelled. */
  'export:pdf': channel('read', z.object({ letterId: z.int() }), z.object({ path: z.string().optional() })),
  'export:reveal': channel('read', z.object({ path: z.string() }), nothing),
  'settings:get': channel('read', nothing, settingsSchema),
  'settings:set': channel('write', settingsSchema.partial(), settingsSchema),
  /** How a library stands that cannot be used; nothing while the window shows the letters. */
  'recovery:state': channel('read', nothing, recoveryStateSchema.optional()),
  /** Closes the open library, which was found damaged. From then on only the channels of recovery answer. */
  'recovery:begin': channel('write', nothing, nothing),
  'recovery:restore': channel('write', z.object({ name: z.string() }), restoreReportSchema),
  /** Saves what can be read of the damaged library beside it. */
  'recovery:salvage': channel('write', nothing, salvagedLibrarySchema),
  'recovery:cancel-salvage': channel('write', nothing, nothing),
  /** Puts what was saved in the place of the damaged library, which is kept in the folder that it answers with. */
  'recovery:replace': channel('write', nothing, z.object({ setAside: z.string() })),
  /** As `backup:reimport`, before the letters are shown. */
  'recovery:reimport': channel('write', nothing, z.object({ imported: z.int(), failed: z.int() })),
  /** Opens the library; from then on the other channels answer again. */
  'recovery:end': channel('write', nothing, nothing),
  'recovery:show-folder': channel('read', nothing, nothing),
  'recovery:quit': channel('read', nothing, nothing),
  /** The window has written all its drafts and may be closed. */
  'app:flushed': channel('write', nothing, nothing),
} as const;

/** Notices from the main process to the window. */
export const notices = {
  'import:progress': importProgressSchema,
  'reparse:progress': reparseProgressSchema,
  'export:progress': exportProgressSchema,
  'library:status': libraryStatusSchema,
  'recovery:progress': salvageProgressSchema,
  /** The window is about to close: write all drafts, then answer with `app:flushed`. */
  'app:flush': z.null(),
} as const;

export type Requests = typeof requests;
export type RequestName = keyof Requests;
export type RequestInput<N extends RequestName> = z.input<Requests[N]['input']>;
export type RequestOutput<N extends RequestName> = z.output<Requests[N]['output']>;
export type NoticeName = keyof typeof notices;
export type Notice<N extends NoticeName> = z.output<(typeof notices)[N]>;
