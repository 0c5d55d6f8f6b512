/** A change that cannot be made to a case as it is now; the message says why, in a reviewer's words. */
export class Inapplicable extends Error {}
