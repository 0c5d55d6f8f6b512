/** Fields that take text: in them a bare key is a character, and Ctrl+Z is the field's own. */
export const typedInto = 'textarea, input:not([type="radio"], [type="checkbox"], [type="file"])';
