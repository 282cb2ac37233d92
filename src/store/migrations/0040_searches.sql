-- Searches that staff have saved under a name, and up to where each was looked at for news. how_often: none, at_once, daily, weekly.
-- What its owner was told of stands in `told` and in the ledger under `(search:ID)` in the place of a municipality.
-- complaint: why it cannot be followed, as its owner was told of it; empty while it can. notified_at: empty until a mail was written.
CREATE TABLE searches (
    id TEXT PRIMARY KEY,
    owner TEXT NOT NULL,
    name TEXT NOT NULL,
    query TEXT NOT NULL,
    how_often TEXT NOT NULL,
    language TEXT NOT NULL,
    contact TEXT NOT NULL,
    looked_to BIGINT NOT NULL,
    looked_at TEXT NOT NULL,
    notified_at TEXT NOT NULL,
    complaint TEXT NOT NULL
);
CREATE UNIQUE INDEX searches_name ON searches (owner, name);
