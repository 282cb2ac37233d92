-- How often in a row a host has asked for patience: the next process goes on doubling from there.
ALTER TABLE holds ADD COLUMN refusals BIGINT NOT NULL DEFAULT 0;
