/** How long a note or a reason may be, in UTF-16 code units. */
export const maxNoteLength = 100_000;
