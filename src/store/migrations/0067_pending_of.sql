-- What waits is known by the record and by the finding that says it: two sources may ask of one record.
CREATE TABLE pending_of (
    record TEXT NOT NULL,
    finding TEXT NOT NULL,
    opportunity TEXT NOT NULL,
    text TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (record, finding)
);
INSERT INTO pending_of (record, finding, opportunity, text, changed_at) SELECT record, finding, opportunity, text, changed_at FROM pending;
DROP TABLE pending;
ALTER TABLE pending_of RENAME TO pending;
