-- Whether a record has ever been shown to everyone: who keeps a copy of it has to be told when it no longer is.
ALTER TABLE records ADD COLUMN shown BIGINT NOT NULL DEFAULT 0;
UPDATE records SET shown = 1 WHERE review = 'approved'
    OR EXISTS (SELECT 1 FROM history WHERE history.record = records.id AND history.field = 'review' AND history.old = '"approved"');
CREATE INDEX records_gone ON records (change) WHERE shown = 1 AND review <> 'approved';
