-- Twenty kilobytes of a letter beside its state were read with each list of letters, and written anew with each change of the state.
CREATE TABLE messages (delivery TEXT PRIMARY KEY, message BYTEA NOT NULL);
INSERT INTO messages (delivery, message) SELECT id, message FROM deliveries;
ALTER TABLE deliveries DROP COLUMN message;
