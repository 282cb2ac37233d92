-- The secrets that sign the links in letters, one an epoch: the newest signs, all that are here verify.
CREATE TABLE act_keys (epoch BIGINT PRIMARY KEY, secret BYTEA NOT NULL, created_at TEXT NOT NULL);

-- What municipalities said of opportunities, each at most once; taken back: the row is gone.
CREATE TABLE acts (
    municipality TEXT NOT NULL,
    record TEXT NOT NULL,
    act TEXT NOT NULL,
    note TEXT NOT NULL,
    delivery TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (municipality, record, act)
);
CREATE INDEX acts_at ON acts (at);

-- Mailboxes that want no letter of a municipality any more.
CREATE TABLE suppressed (
    municipality TEXT NOT NULL,
    contact TEXT NOT NULL,
    reason TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (municipality, contact)
);

-- The change number of the record as it was told: what came after it is what changed since.
ALTER TABLE told ADD COLUMN change BIGINT NOT NULL DEFAULT 0;
