-- The append-only part of a store: what was taken in or decided, and the raw bytes it rests on.
-- The triggers on INSERT refuse a replacement whatever the settings of the connection are.

CREATE TABLE ledger (
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('report', 'reading', 'judgement')),
    body TEXT NOT NULL,
    author TEXT NOT NULL,
    time TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL
) STRICT;

CREATE TRIGGER ledger_only_appends BEFORE INSERT ON ledger
WHEN NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM ledger)
BEGIN SELECT RAISE(ABORT, 'the ledger only appends'); END;

CREATE TRIGGER ledger_keeps_entries BEFORE UPDATE ON ledger
BEGIN SELECT RAISE(ABORT, 'the ledger is never changed'); END;

CREATE TRIGGER ledger_loses_nothing BEFORE DELETE ON ledger
BEGIN SELECT RAISE(ABORT, 'nothing leaves the ledger'); END;

CREATE TABLE capture (
    sha256 TEXT PRIMARY KEY,
    bytes BLOB NOT NULL
) STRICT;

CREATE TRIGGER capture_only_appends BEFORE INSERT ON capture
WHEN EXISTS (SELECT 1 FROM capture WHERE sha256 = NEW.sha256)
BEGIN SELECT RAISE(ABORT, 'a capture is never replaced'); END;

CREATE TRIGGER capture_keeps_bytes BEFORE UPDATE ON capture
BEGIN SELECT RAISE(ABORT, 'a capture is never changed'); END;

CREATE TRIGGER capture_loses_nothing BEFORE DELETE ON capture
BEGIN SELECT RAISE(ABORT, 'no capture is deleted'); END;
