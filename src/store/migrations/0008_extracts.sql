-- The text of a file, compressed, by the hash of its bytes: reading one costs a process, and most are as they were.
CREATE TABLE extracts (hash TEXT PRIMARY KEY, body BYTEA NOT NULL);
