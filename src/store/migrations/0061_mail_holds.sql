-- While a row has no day of release, no mail of any kind leaves: a store that was restored does not know what left after its backup.
CREATE TABLE mail_holds (
    at TEXT PRIMARY KEY,
    why TEXT NOT NULL,
    released_at TEXT NOT NULL DEFAULT '',
    released_by TEXT NOT NULL DEFAULT ''
);
