-- library.db, step 4: what statistics count, filters by number, and the trash found without reading the whole list.

-- What can be asked of one item, in words: `overturned surgery reviewer-odg`.
ALTER TABLE item ADD COLUMN terms TEXT NOT NULL DEFAULT '';

CREATE INDEX letter_in_trash ON letter (id) WHERE deleted_at IS NOT NULL;

-- A large library has millions of values, and few that differ.
CREATE TABLE facet (
  id INTEGER PRIMARY KEY,
  field TEXT NOT NULL,
  value TEXT NOT NULL,          -- in small letters, as it is typed
  label TEXT NOT NULL,          -- as it is read
  UNIQUE (field, value)
) STRICT;
INSERT INTO facet (field, value, label) SELECT field, value, max(label) FROM letter_facet GROUP BY field, value;

CREATE TABLE letter_facet_2 (
  facet_id INTEGER NOT NULL REFERENCES facet (id),
  letter_id INTEGER NOT NULL REFERENCES letter (id),
  PRIMARY KEY (facet_id, letter_id)
) STRICT, WITHOUT ROWID;
INSERT INTO letter_facet_2 (facet_id, letter_id)
  SELECT f.id, l.letter_id FROM letter_facet l JOIN facet f ON f.field = l.field AND f.value = l.value;
DROP TABLE letter_facet;
ALTER TABLE letter_facet_2 RENAME TO letter_facet;
CREATE INDEX letter_facet_of_letter ON letter_facet (letter_id);
