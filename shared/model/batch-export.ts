import { z } from 'zod';

/** What cases can be exported as: a PDF or JSON file each, or one table of all. */
export const exportFormats = ['pdf', 'json', 'csv'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** An export of several cases as it runs. */
export const exportProgressSchema = z.object({
  total: z.int(),
  /** Cases that have been dealt with, the failed ones among them. */
  done: z.int(),
  failed: z.int(),
});
export type ExportProgress = Readonly<z.infer<typeof exportProgressSchema>>;

/** What an export of several cases came to. */
export const batchExportSchema = z.object({
  /** The folder that was chosen. */
  folder: z.string(),
  /** The first file that was written, for showing it; absent when none was. */
  firstFile: z.string().optional(),
  /** Cases that are in the files written. */
  exported: z.int(),
  /** Cases left out because a file of their name was there and was to be kept. */
  skipped: z.int(),
  failed: z.int(),
  /** Why the first one failed that did, after the name of its file. */
  firstFailure: z.string().optional(),
  cancelled: z.boolean(),
});
export type BatchExport = Readonly<z.infer<typeof batchExportSchema>>;
