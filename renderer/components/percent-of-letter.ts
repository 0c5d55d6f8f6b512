/** A share of a letter in percent, with one decimal at most; never rounded up to all of it. */
export const percentOfLetter = (share: number): string =>
  share >= 1 ? '100 %' : `${Math.min(99.9, Math.floor(share * 1000) / 10)} %`;
