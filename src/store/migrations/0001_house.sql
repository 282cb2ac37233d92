-- Columns are TEXT, BIGINT, DOUBLE PRECISION or BYTEA only, so that one SQL text serves SQLite and PostgreSQL.
-- Times are RFC 3339 text in UTC, flags 0 or 1, lists and records JSON text.

-- One row: the last number of the change sequence. Updated inside each writing transaction, so numbers become visible in order.
CREATE TABLE sequence (id BIGINT PRIMARY KEY, last BIGINT NOT NULL);
INSERT INTO sequence (id, last) VALUES (1, 0);

-- What came back, verbatim, compressed (zstd), by the hash of its bytes.
CREATE TABLE pages (
    hash TEXT PRIMARY KEY,
    source TEXT NOT NULL,
    url TEXT NOT NULL,
    status BIGINT NOT NULL,
    content_type TEXT,
    fetched_at TEXT NOT NULL,
    body BYTEA NOT NULL
);
CREATE INDEX pages_source ON pages (source);

-- The last good answer to each request, with what makes the next one conditional.
CREATE TABLE requests (
    source TEXT NOT NULL,
    request TEXT NOT NULL,
    page TEXT NOT NULL,
    etag TEXT,
    last_modified TEXT,
    PRIMARY KEY (source, request)
);
CREATE INDEX requests_page ON requests (page);

-- What a source said of an item, verbatim, compressed; a new version when it says something else. Never updated.
CREATE TABLE findings (
    id TEXT NOT NULL,
    version BIGINT NOT NULL,
    source TEXT NOT NULL,
    hash TEXT NOT NULL,
    page TEXT,
    found_at TEXT NOT NULL,
    body BYTEA NOT NULL,
    PRIMARY KEY (id, version)
);
CREATE INDEX findings_source ON findings (source);
CREATE INDEX findings_page ON findings (page);

-- Where each finding stands: the record that it belongs to (none: it is no opportunity), when it was listed.
CREATE TABLE sightings (
    finding TEXT PRIMARY KEY,
    source TEXT NOT NULL,
    url TEXT NOT NULL,
    record TEXT,
    version BIGINT NOT NULL,
    hash TEXT NOT NULL,
    reasons TEXT NOT NULL,
    first_seen TEXT NOT NULL,
    last_seen TEXT NOT NULL,
    missing BIGINT NOT NULL
);
CREATE INDEX sightings_source ON sightings (source);
CREATE INDEX sightings_record ON sightings (record);

CREATE TABLE records (
    id TEXT PRIMARY KEY,
    change BIGINT NOT NULL,
    review TEXT NOT NULL,
    reviewed_by TEXT NOT NULL,
    opportunity TEXT NOT NULL,
    text TEXT NOT NULL,
    locked TEXT NOT NULL,
    created_at TEXT NOT NULL
);
CREATE UNIQUE INDEX records_change ON records (change);

CREATE TABLE history (
    record TEXT NOT NULL,
    place BIGINT NOT NULL,
    change BIGINT NOT NULL,
    at TEXT NOT NULL,
    field TEXT NOT NULL,
    old TEXT NOT NULL,
    new TEXT NOT NULL,
    actor TEXT NOT NULL,
    PRIMARY KEY (record, place)
);

CREATE TABLE runs (
    id BIGINT PRIMARY KEY,
    source TEXT NOT NULL,
    started_at TEXT NOT NULL,
    finished_at TEXT,
    outcome TEXT NOT NULL,
    counts TEXT NOT NULL,
    complaints TEXT NOT NULL
);
CREATE INDEX runs_source ON runs (source, id);

-- When each source is to be visited next.
CREATE TABLE schedules (source TEXT PRIMARY KEY, schedule TEXT NOT NULL, next_due TEXT NOT NULL);

CREATE TABLE municipalities (
    slug TEXT PRIMARY KEY,
    code TEXT NOT NULL,
    name_he TEXT NOT NULL,
    name_en TEXT NOT NULL,
    type TEXT NOT NULL,
    district TEXT NOT NULL,
    population BIGINT NOT NULL,
    profile TEXT NOT NULL
);

-- The ledger: one row per message. The key is unique, the content frozen when built.
CREATE TABLE deliveries (
    id TEXT PRIMARY KEY,
    municipality TEXT NOT NULL,
    week TEXT NOT NULL,
    contact TEXT NOT NULL,
    message_id TEXT NOT NULL,
    state TEXT NOT NULL,
    subject TEXT NOT NULL,
    message BYTEA NOT NULL,
    items TEXT NOT NULL,
    not_after TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    note TEXT NOT NULL
);
CREATE INDEX deliveries_week ON deliveries (week, state);

-- What each municipality has been told, and by which message; written with the message's acceptance, never before.
CREATE TABLE told (
    municipality TEXT NOT NULL,
    record TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    delivery TEXT NOT NULL,
    PRIMARY KEY (municipality, record, fingerprint)
);

CREATE TABLE users (name TEXT PRIMARY KEY, role TEXT NOT NULL, password TEXT NOT NULL);
CREATE TABLE sessions (token TEXT PRIMARY KEY, name TEXT NOT NULL, expires_at TEXT NOT NULL);
