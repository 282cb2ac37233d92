-- As what a municipality was told of a record (offered, late, closing), and when.
ALTER TABLE told ADD COLUMN how TEXT NOT NULL DEFAULT 'offered';
ALTER TABLE told ADD COLUMN at TEXT NOT NULL DEFAULT '';
