-- What a municipality is called in Arabic, for letters in it; empty where nobody calls it otherwise than in Hebrew.
ALTER TABLE municipalities ADD COLUMN name_ar TEXT NOT NULL DEFAULT '';
