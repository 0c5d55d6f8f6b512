const number = '\\d{1,5}(?:,\\d{3})?(?:\\.\\d{1,4})?';
const per = '(?:\\s?(?:\\/|per)\\s?(?:\\d{1,3}\\s?)?(?:hours?|hr|h|ml|mL|day|dose|actuation|spray|puff)\\b)?';

/**
 * The strength of a drug: `10/325 mg`, `7.5-325mg`, `12 mcg/hr`, `5%`, `100 units`, `0.5 mg/ml`; `10/325` also bare,
 * since no date looks like it. A percentage of relief is none, and grams or millilitres alone are what is dispensed.
 * To be used with the flags `gi`.
 */
export const dosePattern = [
  `(?<![\\w.$/])${number}(?:\\s?[\\/-]\\s?${number}){0,3}\\s?(?:mg|mcgs?|\u00B5g|\u03BCg|mEq|IU)(?![a-z])${per}`,
  `(?<![\\w.$/])${number}(?:\\s?[\\/-]\\s?${number}){0,3}\\s?(?:%|percent\\b)(?!\\s?(?:\\w{1,12}\\s){0,2}(?:improve|relie|reduc|decreas|disab|impair))`,
  '(?<![\\w.$/])(?:[2-9]\\d|\\d{3,4})\\s?units?\\b(?!\\s?(?:of\\s)?(?:time|therapy))',
  '(?<![\\w.$/-])\\d{1,2}(?:\\.\\d{1,2})?\\s?\\/\\s?\\d{3}(?![\\w/-])',
].join('|');
