-- library.db, step 3: what letters are filtered, counted and sorted by; tags of letters; saved searches.

-- The version of the code that wrote the letter's entries below; those of an earlier one are written anew when the
-- library is opened.
ALTER TABLE letter ADD COLUMN entry_version INTEGER NOT NULL DEFAULT 0;
CREATE INDEX letter_of_entry ON letter (entry_version);
-- The title of the first item, folded like sort_name.
ALTER TABLE letter ADD COLUMN sort_title TEXT NOT NULL DEFAULT '';
-- The year the case belongs to: 2014.
ALTER TABLE letter ADD COLUMN year TEXT;

CREATE TABLE letter_facet (
  field TEXT NOT NULL,
  value TEXT NOT NULL,          -- in small letters, as it is typed
  label TEXT NOT NULL,          -- as it is read
  letter_id INTEGER NOT NULL REFERENCES letter (id),
  PRIMARY KEY (field, value, letter_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX letter_facet_of_letter ON letter_facet (letter_id);

CREATE TABLE letter_tag (
  tag TEXT NOT NULL,
  letter_id INTEGER NOT NULL REFERENCES letter (id),
  PRIMARY KEY (tag, letter_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX letter_tag_of_letter ON letter_tag (letter_id);

CREATE TABLE saved_search (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,      -- UUID
  name TEXT NOT NULL,
  query TEXT NOT NULL
) STRICT;
