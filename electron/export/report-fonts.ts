import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const { resolve } = createRequire(import.meta.url);
const google = (path: string): string => resolve(`@expo-google-fonts/${path}`);
/** These packages export their entry (`dist/index.cjs`) alone; the fonts stand beside `dist`. */
const besideEntry = (name: string, file: string): string => join(dirname(resolve(name)), '..', 'fonts', file);

/**
 * Reads the fonts that `case-report.typ` names. What they lack comes from the compiler's own fonts, then from those
 * of the operating system. Throws when an installation is incomplete.
 */
export const readReportFonts = (): Buffer[] =>
  [
    google('source-serif-4/400Regular/SourceSerif4_400Regular.ttf'),
    google('source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf'),
    google('source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf'),
    google('source-sans-3/400Regular/SourceSans3_400Regular.ttf'),
    google('source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf'),
    google('noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular.ttf'),
    google('noto-emoji/400Regular/NotoEmoji_400Regular.ttf'),
    besideEntry('@embedpdf/fonts-hebrew', 'NotoSansHebrew-Regular.ttf'),
    besideEntry('@embedpdf/fonts-arabic', 'NotoNaskhArabic-Regular.ttf'),
  ].map((path) => readFileSync(path));
