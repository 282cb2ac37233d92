-- Opening words for the letters in Arabic; empty: those open with the Hebrew ones.
ALTER TABLE openings ADD COLUMN ar TEXT NOT NULL DEFAULT '';
