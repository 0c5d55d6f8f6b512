/** How the text of a letter is set in lines and pages. */
export interface PrintStyle {
  /** Characters that fit on a line, Infinity for paragraphs that are not wrapped. */
  readonly width: number;
  /** Empty lines after each printed line: 1 is double spacing, as the seeds have it. */
  readonly emptyLines: 0 | 1;
  /**
   * What stands between paragraphs besides: a line with one space as in the seeds, an empty line, or nothing. With
   * nothing only headings and labels tell where a paragraph starts.
   */
  readonly gap: 'marked' | 'empty' | 'none';
  /** Whether lines keep the blanks at their ends. */
  readonly blanks: boolean;
  /** Least and most printed lines on a page, gaps included; Infinity for a letter without pages. */
  readonly pageLines: readonly [least: number, most: number];
  readonly pageEnd: 'empty-lines' | 'form-feed';
  readonly lineEnd: '\n' | '\r\n';
  /** Blanks before each line. */
  readonly indent: number;
}

/** The seeds: about 98 characters a line, double spaced, one-space lines between paragraphs, three empty lines a page. */
export const seedStyle: PrintStyle = {
  width: 98,
  emptyLines: 1,
  gap: 'marked',
  blanks: true,
  pageLines: [36, 45],
  pageEnd: 'empty-lines',
  lineEnd: '\n',
  indent: 0,
};
