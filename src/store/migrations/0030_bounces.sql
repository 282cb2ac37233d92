-- By what a letter's return path names its row: an id is too long for the name of a mailbox.
ALTER TABLE deliveries ADD COLUMN handle TEXT NOT NULL DEFAULT '';
CREATE INDEX deliveries_handle ON deliveries (handle);

-- What came back of our letters, each report once (its id is a hash of its bytes). kind: hard, soft, complaint.
-- cleared 1: it counts no more, for staff have lifted the suspension that it led to.
CREATE TABLE bounces (
    id TEXT PRIMARY KEY,
    delivery TEXT NOT NULL,
    municipality TEXT NOT NULL,
    contact TEXT NOT NULL,
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    said TEXT NOT NULL,
    at TEXT NOT NULL,
    cleared BIGINT NOT NULL
);
CREATE INDEX bounces_contact ON bounces (contact);
CREATE INDEX bounces_at ON bounces (at);
