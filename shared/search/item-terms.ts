/** Who cites: the claims administrator in its denial, or the reviewer. */
export type CitingParty = 'administrator' | 'reviewer';

/** A source and who cited it, as it is asked for of an item: `reviewer-odg`. */
export const citedBy = (party: CitingParty, source: string): string => `${party}-${source.toLowerCase()}`;
