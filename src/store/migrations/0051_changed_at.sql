-- When a record was last written: the history of what an import brought does not always say.
ALTER TABLE records ADD COLUMN changed_at TEXT NOT NULL DEFAULT '';
UPDATE records SET changed_at = COALESCE((SELECT MAX(history.at) FROM history WHERE history.record = records.id), created_at);
