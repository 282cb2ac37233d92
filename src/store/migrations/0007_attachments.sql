-- What the files of a record's first finding say: searched and quoted, never shown whole.
CREATE TABLE attachments (
    record TEXT NOT NULL,
    place BIGINT NOT NULL,
    name TEXT NOT NULL,
    url TEXT,
    text TEXT NOT NULL,
    PRIMARY KEY (record, place)
);

-- Up to which letter each mailbox has been read; uids hold as long as the validity is the same.
CREATE TABLE mailboxes (
    source TEXT PRIMARY KEY,
    mailbox TEXT NOT NULL,
    validity BIGINT NOT NULL,
    last_uid BIGINT NOT NULL
);
