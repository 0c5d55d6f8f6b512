-- library.db, step 1: parsed letters, what people made of them, settings, full-text indexes.
-- Timestamps are ISO 8601 in UTC. Spans are half-open, in UTF-16 code units of the reading text.

PRAGMA application_id = 0x324F706C; -- "2Opl"

CREATE TABLE letter (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
  file_name TEXT NOT NULL,
  sort_name TEXT NOT NULL,      -- file_name folded so that "Letter 2" sorts before "letter 10"
  size INTEGER NOT NULL,        -- of the original, in bytes
  imported_at TEXT NOT NULL,    -- when the import began: the same for all letters of one import
  layout TEXT NOT NULL,
  status TEXT NOT NULL DEFAULT 'new' CHECK (status IN ('new', 'in-progress', 'done')),
  parser_version INTEGER NOT NULL,
  case_number TEXT,
  age INTEGER,
  sex TEXT,
  injury_date TEXT,
  deleted_at TEXT
) STRICT;
CREATE INDEX letter_in_list_order ON letter (imported_at DESC, sort_name, id) WHERE deleted_at IS NULL;

CREATE TABLE letter_content (
  letter_id INTEGER PRIMARY KEY REFERENCES letter (id),
  source_text TEXT NOT NULL,
  reading_text TEXT NOT NULL,
  parse TEXT NOT NULL,          -- JSON: the parse without its reading text
  source_map TEXT NOT NULL,     -- JSON
  extraction TEXT NOT NULL,     -- JSON: pages in source offsets, and what could not be read of the file
  text_sha256 TEXT NOT NULL     -- over the five columns above: SQLite's own checks miss a flipped bit in a text
) STRICT;

CREATE TABLE item (
  letter_id INTEGER NOT NULL REFERENCES letter (id),
  ordinal INTEGER NOT NULL,
  title TEXT NOT NULL,
  decision TEXT NOT NULL,
  PRIMARY KEY (letter_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE annotation (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,      -- UUID
  letter_id INTEGER NOT NULL REFERENCES letter (id),
  span_start INTEGER NOT NULL,
  span_end INTEGER NOT NULL CHECK (span_end > span_start),
  quote TEXT NOT NULL,          -- JSON {exact, prefix, suffix}: JSON keeps even half a surrogate pair at a cut
  note TEXT NOT NULL,
  tags TEXT NOT NULL,           -- JSON array
  tag_words TEXT NOT NULL,      -- the tags as plain text, for the index
  author TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  anchored INTEGER NOT NULL DEFAULT 1 CHECK (anchored IN (0, 1)),
  deleted_at TEXT
) STRICT;
CREATE INDEX annotation_of_letter ON annotation (letter_id) WHERE deleted_at IS NULL;

CREATE TABLE second_opinion (
  row INTEGER PRIMARY KEY,
  letter_id INTEGER NOT NULL REFERENCES letter (id),
  ordinal INTEGER NOT NULL,
  item_title TEXT NOT NULL,
  verdict TEXT CHECK (verdict IN ('agree', 'disagree', 'unsure')),
  reason TEXT NOT NULL,
  author TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  UNIQUE (letter_id, ordinal)
) STRICT;

CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- The indexes hold no copy of the text: they read it through these views, which must show exactly what was indexed.

CREATE VIEW letter_text AS
  SELECT l.id, l.file_name, coalesce(l.case_number, '') AS case_number,
    coalesce((SELECT group_concat(i.title, char(10) ORDER BY i.ordinal) FROM item i WHERE i.letter_id = l.id), '')
      AS item_titles,
    c.reading_text
  FROM letter l JOIN letter_content c ON c.letter_id = l.id;
CREATE VIRTUAL TABLE letter_fts USING fts5 (
  file_name, case_number, item_titles, reading_text,
  content = 'letter_text', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO letter_fts (letter_fts, rank) VALUES ('rank', 'bm25(4.0, 8.0, 4.0, 1.0)');

CREATE VIEW live_note AS SELECT row, note, tag_words FROM annotation WHERE deleted_at IS NULL;
CREATE VIRTUAL TABLE note_fts USING fts5 (
  note, tag_words, content = 'live_note', content_rowid = 'row', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER annotation_inserted AFTER INSERT ON annotation WHEN new.deleted_at IS NULL BEGIN
  INSERT INTO note_fts (rowid, note, tag_words) VALUES (new.row, new.note, new.tag_words);
END;
CREATE TRIGGER annotation_updated AFTER UPDATE OF note, tag_words, deleted_at ON annotation BEGIN
  INSERT INTO note_fts (note_fts, rowid, note, tag_words)
    SELECT 'delete', old.row, old.note, old.tag_words WHERE old.deleted_at IS NULL;
  INSERT INTO note_fts (rowid, note, tag_words)
    SELECT new.row, new.note, new.tag_words WHERE new.deleted_at IS NULL;
END;

CREATE VIRTUAL TABLE reason_fts USING fts5 (
  reason, content = 'second_opinion', content_rowid = 'row', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER second_opinion_inserted AFTER INSERT ON second_opinion BEGIN
  INSERT INTO reason_fts (rowid, reason) VALUES (new.row, new.reason);
END;
CREATE TRIGGER second_opinion_updated AFTER UPDATE OF reason ON second_opinion BEGIN
  INSERT INTO reason_fts (reason_fts, rowid, reason) VALUES ('delete', old.row, old.reason);
  INSERT INTO reason_fts (rowid, reason) VALUES (new.row, new.reason);
END;
