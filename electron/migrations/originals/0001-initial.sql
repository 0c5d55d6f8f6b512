-- originals.db, step 1: the imported files, byte for byte, never changed once written.

PRAGMA application_id = 0x324F706F; -- "2Opo"

CREATE TABLE original (
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  size INTEGER NOT NULL,
  bytes BLOB NOT NULL CHECK (length(bytes) = size)
) STRICT;
