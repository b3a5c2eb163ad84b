-- The register: everything here follows from the ledger and can be dropped and refilled at any time.
-- Tables without row numbers are stored in the order of their keys, so equal rows make equal tables.

CREATE TABLE report (
    id TEXT NOT NULL PRIMARY KEY,
    entry INTEGER NOT NULL,
    name TEXT NOT NULL,
    url TEXT,
    outlet TEXT,
    title TEXT,
    byline TEXT,
    published TEXT,
    language TEXT NOT NULL,
    kept TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- `stage` is what noticed it: the intake, or a kind of reader.
CREATE TABLE diagnostic (
    report TEXT NOT NULL,
    stage TEXT NOT NULL,
    number INTEGER NOT NULL,
    severity TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (report, stage, number)
) STRICT, WITHOUT ROWID;

-- The last reading of each report by each kind of reader ('rules', 'model').
CREATE TABLE reading (
    report TEXT NOT NULL,
    reader_kind TEXT NOT NULL,
    reader TEXT NOT NULL,
    entry INTEGER NOT NULL,
    gist TEXT NOT NULL,
    PRIMARY KEY (report, reader_kind)
) STRICT, WITHOUT ROWID;

-- `told` is 0 for what a model proposed and the register leaves to the rules' reading, because it says the same or
-- differs; `both` is 1 for what the rules read and the model proposed as well.
CREATE TABLE statement (
    report TEXT NOT NULL,
    reader_kind TEXT NOT NULL,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    person TEXT,
    body TEXT NOT NULL,
    told INTEGER NOT NULL,
    both INTEGER NOT NULL,
    PRIMARY KEY (report, reader_kind, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE judgement (
    entry INTEGER NOT NULL PRIMARY KEY,
    decision TEXT NOT NULL,
    author TEXT NOT NULL,
    time TEXT NOT NULL,
    reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Whom a judgement is about: the mentions of the one person (side 0) and those of the other (side 1).
CREATE TABLE judged_mention (
    entry INTEGER NOT NULL,
    side INTEGER NOT NULL,
    report TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (entry, side, report, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE ruling (
    entry INTEGER NOT NULL,
    report TEXT NOT NULL,
    statement TEXT NOT NULL,
    decision TEXT NOT NULL,
    author TEXT NOT NULL,
    time TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (entry, report, statement)
) STRICT, WITHOUT ROWID;

-- Judgements and rulings that are void, by their entries.
CREATE TABLE withdrawal (
    withdrawn INTEGER NOT NULL PRIMARY KEY,
    entry INTEGER NOT NULL,
    author TEXT NOT NULL,
    time TEXT NOT NULL,
    reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE copy (
    copy TEXT NOT NULL,
    original TEXT NOT NULL,
    shared REAL NOT NULL,
    rule TEXT NOT NULL,
    sentences TEXT NOT NULL,
    PRIMARY KEY (copy, original)
) STRICT, WITHOUT ROWID;

CREATE TABLE origin (
    report TEXT NOT NULL PRIMARY KEY,
    origin TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A story of several reports: the report published first, all of them, and what they share, as JSON.
CREATE TABLE story (
    first TEXT NOT NULL PRIMARY KEY,
    reports TEXT NOT NULL,
    shared TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE person (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE person_mention (
    report TEXT NOT NULL,
    name TEXT NOT NULL,
    person TEXT NOT NULL,
    PRIMARY KEY (report, name)
) STRICT, WITHOUT ROWID;

-- How far the tables above follow the ledger: the last entry folded, the last entry that the derived tables (copy,
-- origin, story, person, person_mention) saw, and the last entry that lineage (copies, origins, stories) saw.
CREATE TABLE progress (
    only INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
    folded INTEGER NOT NULL,
    settled INTEGER NOT NULL,
    lineage INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO progress VALUES (1, 0, 0, 0);
