-- library.db, step 4: what statistics count, and the trash found without reading the whole list.

-- What can be asked of one item, in words: `overturned surgery reviewer-odg`.
ALTER TABLE item ADD COLUMN terms TEXT NOT NULL DEFAULT '';

CREATE INDEX letter_in_trash ON letter (id) WHERE deleted_at IS NOT NULL;
