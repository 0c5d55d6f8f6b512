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
  backup --library DIR [--json]
  backups --library DIR [--json]
      Makes a backup; lists the backups and what each holds, newest first.
  restore --library DIR --backup NAME [--json]
      Puts a backup in the place of the library. Its files are moved to a dated folder, not deleted.
  reimport --library DIR [--json]
      Makes letters again of originals that have none, such as those imported after a restored backup.
  verify --library DIR [--json]
      Checks every original and every stored text against its checksum and names each damaged one.
  salvage --library DIR --out DIR [--json]
      Makes a new library of what can be read of a damaged one, which stays as it is.

Exit status: 0 all went well; 1 some inputs failed, each named on stderr; 2 wrong usage.`;
