-- What each finding's record is compared by with those of other sources (JSON), with the four keys by which the like are found.
-- A key is empty where the finding has none.
CREATE TABLE likenesses (
    finding TEXT PRIMARY KEY,
    address TEXT NOT NULL,
    programme TEXT NOT NULL,
    title TEXT NOT NULL,
    day TEXT NOT NULL,
    body TEXT NOT NULL
);
CREATE INDEX likenesses_address ON likenesses (address);
CREATE INDEX likenesses_programme ON likenesses (programme);
CREATE INDEX likenesses_title ON likenesses (title);
CREATE INDEX likenesses_day ON likenesses (day);

-- That a finding tells of the same call as a record. state: open, joined, apart. What is apart is never proposed again.
CREATE TABLE proposals (
    finding TEXT NOT NULL,
    record TEXT NOT NULL,
    reason TEXT NOT NULL,
    state TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (finding, record)
);
CREATE INDEX proposals_state ON proposals (state);

-- What a source now says of an approved record, until staff have looked at it. At most one for each record: the latest.
CREATE TABLE pending (
    record TEXT PRIMARY KEY,
    finding TEXT NOT NULL,
    opportunity TEXT NOT NULL,
    text TEXT NOT NULL,
    changed_at TEXT NOT NULL
);
