-- Whose a likeness is, beside each key: a source with thousands of items under one address or of one day is compared with the others' alone,
-- without a look at each of its own.
ALTER TABLE likenesses ADD COLUMN source TEXT NOT NULL DEFAULT '';
UPDATE likenesses SET source = COALESCE((SELECT s.source FROM sightings s WHERE s.finding = likenesses.finding), '');
DROP INDEX likenesses_address;
DROP INDEX likenesses_programme;
DROP INDEX likenesses_title;
DROP INDEX likenesses_day;
CREATE INDEX likenesses_address ON likenesses (address, source);
CREATE INDEX likenesses_programme ON likenesses (programme, source);
CREATE INDEX likenesses_title ON likenesses (title, source);
CREATE INDEX likenesses_day ON likenesses (day, source);
