-- library.db, step 2: corrections beside the parse, how complete each letter's parse is, and second opinions that
-- stay with their item when items get other ordinals.

CREATE TABLE correction (
  row INTEGER PRIMARY KEY,      -- in the order they were made
  id TEXT NOT NULL UNIQUE,      -- UUID
  letter_id INTEGER NOT NULL REFERENCES letter (id),
  change TEXT NOT NULL,         -- JSON
  author TEXT NOT NULL,
  created_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX correction_of_letter ON correction (letter_id) WHERE deleted_at IS NULL;

-- The share of the letter's characters that are in a section, white space apart; with the corrections applied.
ALTER TABLE letter ADD COLUMN completeness REAL NOT NULL DEFAULT 1;
UPDATE letter SET completeness = (
  SELECT 1.0 - min(1.0, coalesce((
      SELECT sum(length(replace(replace(json_extract(value, '$.text'), ' ', ''), char(10), '')))
      FROM json_each(c.parse, '$.unassigned')), 0)
    * 1.0 / max(1, length(replace(replace(c.reading_text, ' ', ''), char(10), ''))))
  FROM letter_content c WHERE c.letter_id = letter.id
) WHERE EXISTS (SELECT 1 FROM letter_content c WHERE c.letter_id = letter.id);

CREATE INDEX letter_of_parser ON letter (parser_version) WHERE deleted_at IS NULL;

-- The item is known by a place in the letter; `ordinal` is what it was when the opinion was given.
CREATE TABLE second_opinion_2 (
  row INTEGER PRIMARY KEY,
  letter_id INTEGER NOT NULL REFERENCES letter (id),
  ordinal INTEGER NOT NULL,
  target TEXT,                  -- JSON {start, end, quote}; NULL for an opinion from before this step
  item_title TEXT NOT NULL,
  verdict TEXT CHECK (verdict IN ('agree', 'disagree', 'unsure')),
  reason TEXT NOT NULL,
  author TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
INSERT INTO second_opinion_2 (row, letter_id, ordinal, item_title, verdict, reason, author, updated_at)
  SELECT row, letter_id, ordinal, item_title, verdict, reason, author, updated_at FROM second_opinion;
DROP TABLE second_opinion;
ALTER TABLE second_opinion_2 RENAME TO second_opinion;
CREATE INDEX second_opinion_of_letter ON second_opinion (letter_id);
CREATE TRIGGER second_opinion_inserted AFTER INSERT ON second_opinion BEGIN
  INSERT INTO reason_fts (rowid, reason) VALUES (new.row, new.reason);
END;
CREATE TRIGGER second_opinion_updated AFTER UPDATE OF reason ON second_opinion BEGIN
  INSERT INTO reason_fts (reason_fts, rowid, reason) VALUES ('delete', old.row, old.reason);
  INSERT INTO reason_fts (rowid, reason) VALUES (new.row, new.reason);
END;
