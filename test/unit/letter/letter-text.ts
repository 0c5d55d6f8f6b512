/** Letters made up for one test each: the standing text of the seeds with the given parts. */
export interface LetterText {
  readonly before?: string;
  readonly reviewer?: string;
  readonly summary?: string;
  readonly items?: readonly string[];
}

export function letterText({ before = '', reviewer, summary, items }: LetterText = {}): string {
  return [
    before,
    'HOW THE IMR FINAL DETERMINATION WAS MADE',
    `MAXIMUS Federal Services sent the complete case file to ${reviewer ?? 'an expert reviewer.'} He/she is familiar with governing laws and regulations that apply to Independent Medical Review determinations.`,
    'CLINICAL CASE SUMMARY',
    'The expert reviewer developed the following clinical case summary based on a review of the case file, including all medical records:',
    summary ?? 'The patient has low back pain.',
    'IMR ISSUES, DECISIONS AND RATIONALES',
    'The Final Determination was based on decisions for the disputed items/services set forth below:',
    ...(items ?? [itemText('Lumbar MRI: Upheld')]),
  ]
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

export const itemText = (heading: string, rationale = 'It is not medically necessary.'): string =>
  [
    heading,
    'Claims Administrator guideline: Decision based on MTUS ACOEM.',
    'MAXIMUS guideline: Decision based on Non-MTUS Citation ODG, Pain.',
    `Decision rationale: ${rationale}`,
  ].join('\n\n');
