export const usage = `Usage: npm run -s cli -- COMMAND

  parse FILE… [--json [--facts]]
      Reads letters and prints what they say, with --json one object a line. With --facts each
      object also has "facts": the diagnoses and medications that the summary lists, and of each
      item's title its treatment category, body parts with their side, procedure codes and doses.
  import --library DIR PATH… [--json]
      Adds letters to a library; a folder stands for all files in it and below.
  list --library DIR [--json]
  search --library DIR QUERY [--json]
      Lists letters: all, or those in which the words stand. "A phrase" in quotation marks,
      -word for what must not be there (after --).
  reparse --library DIR [--all] [--json]
      Reads letters again that an earlier version of the parser read, or all of them, and says what
      changed. Notes, corrections and second opinions go where their words now stand.
  export --library DIR --out DIR (--all | --case ID…) [--format pdf|json|csv] [--force]
      Writes annotated cases to files. ID is a letter's number or the beginning of its SHA-256.
      An existing file is only replaced with --force.

Exit status: 0 all went well; 1 some inputs failed, each named on stderr; 2 wrong usage.`;
