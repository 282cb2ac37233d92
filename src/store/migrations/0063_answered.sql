-- What was asked of the office, and who has answered it; and keys whose links open letters alone.
ALTER TABLE acts ADD COLUMN answered_at TEXT NOT NULL DEFAULT '';
ALTER TABLE acts ADD COLUMN answered_by TEXT NOT NULL DEFAULT '';
ALTER TABLE act_keys ADD COLUMN reads_only BIGINT NOT NULL DEFAULT 0;
