-- How each source stood when it was last looked at, and in which state staff were last told that it is.
-- `number` counts the changes of its state: with the source it names a mail about one of them.
CREATE TABLE standings (
    source TEXT PRIMARY KEY,
    state TEXT NOT NULL,
    since TEXT NOT NULL,
    number BIGINT NOT NULL,
    told TEXT NOT NULL
);

-- Sources whose own address leads elsewhere for good: followed, never rewritten. `address` is what the roadmap said at the time,
-- told 1 when staff have been told.
CREATE TABLE moves (
    source TEXT PRIMARY KEY,
    address TEXT NOT NULL,
    origin TEXT NOT NULL,
    target TEXT NOT NULL,
    since TEXT NOT NULL,
    told BIGINT NOT NULL
);

-- What each source declares of text and data mining (JSON), and when that was last seen.
CREATE TABLE reservations (source TEXT PRIMARY KEY, said TEXT NOT NULL, seen_at TEXT NOT NULL);

-- The file of an origin that declares it, and when it was last asked for; empty: there was none.
CREATE TABLE reservation_files (origin TEXT PRIMARY KEY, asked_at TEXT NOT NULL, body BYTEA NOT NULL);
