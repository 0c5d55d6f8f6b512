/** A text without its white space: which spaces a wrapped line had is not known, its characters are. */
export const printed = (text: string): string => text.replace(/\s+/g, '');
