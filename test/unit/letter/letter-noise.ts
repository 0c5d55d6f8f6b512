/** Other ways in which the same letter may be printed. */

/** The paragraphs of a letter in the form of the seeds, with their lines joined but not reflowed. */
function paragraphs(source: string): string[] {
  const joined: string[] = [];
  let gap = true;
  for (const line of source.split('\n')) {
    const text = line.trim();
    if (text === '') {
      gap ||= line === ' ';
      continue;
    }
    if (gap || joined.length === 0) joined.push(text);
    else {
      const last = joined.at(-1) ?? '';
      const hyphen = /\S-$/.test(last) ? '' : ' ';
      joined[joined.length - 1] = `${last}${hyphen}${text}`;
    }
    gap = false;
  }
  return joined;
}

/** Breaks a paragraph at spaces, and after hyphens, into lines of at most `width` characters where words allow. */
function wrap(paragraph: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines;
}

const rewrap = (source: string, width: number, lineGap: string, paragraphGap: string): string =>
  paragraphs(source)
    .map((paragraph) => wrap(paragraph, width).join(lineGap))
    .join(paragraphGap);

const upperLabels = (source: string): string =>
  source.replace(/Claims Administrator guideline:|MAXIMUS guideline:|Decision rationale:/g, (label) =>
    label.toUpperCase(),
  );

type Noise = (source: string) => string;

export const noises: Readonly<Record<string, Noise>> = {
  'CRLF line ends': (source) => source.replaceAll('\n', '\r\n'),
  'CR line ends': (source) => source.replaceAll('\n', '\r'),
  'trailing spaces stripped': (source) => source.replace(/[ \t]+$/gm, ''),
  'single spaced, with marks': (source) => source.replaceAll('\n\n', '\n'),
  'single spaced, stripped': (source) => source.replaceAll('\n\n', '\n').replace(/[ \t]+$/gm, ''),
  'without any empty line': (source) => source.replace(/\n\s*\n/g, '\n'),
  'form feeds at page ends': (source) => source.replaceAll('\n\n\n\n', '\n\f\n'),
  'non-breaking spaces': (source) => source.replace(/(?<=\S) (?=\S)/g, '\u00A0'),
  tabs: (source) => source.replace(/(?<=\S) (?=\S)/g, '\t'),
  indented: (source) => source.replace(/^(?=\S)/gm, '      '),
  'labels in capitals': upperLabels,
  'labels without colon': (source) => source.replace(/(guideline|Decision rationale):/g, '$1'),
  'labels with a space before the colon': (source) => source.replace(/(guideline|Decision rationale):/g, '$1 :'),
  'possessive and plural labels': (source) =>
    source
      .replaceAll('Claims Administrator guideline:', 'Claims Administrator\u2019s guideline(s):')
      .replaceAll('MAXIMUS guideline:', 'IMR reviewer guidelines:'),
  'headings in title case': (source) =>
    source
      .replace('CLINICAL CASE SUMMARY', 'Clinical Case Summary')
      .replace('IMR ISSUES, DECISIONS AND RATIONALES', 'IMR Issues, Decisions and Rationales'),
  'byte order mark': (source) => `\uFEFF${source}`,
  ...Object.fromEntries(
    [20, 40, 72, 100, 200, Number.POSITIVE_INFINITY].flatMap((width): [string, Noise][] => [
      [`wrapped at ${width}, single spaced`, (source) => rewrap(source, width, '\n', '\n\n')],
      [`wrapped at ${width}, double spaced`, (source) => rewrap(source, width, '\n\n', '\n\n\n\n')],
      [`wrapped at ${width}, double spaced with marks`, (source) => rewrap(source, width, ' \n\n', ' \n\n \n\n')],
      [`wrapped at ${width}, no empty lines`, (source) => rewrap(source, width, '\n', '\n')],
    ]),
  ),
  'all in one line': (source) => source.replace(/(\S-)\s+/g, '$1').replace(/\s+/g, ' '),
};
