-- What the editions of a yearly call have in common (`sources::normalise::series`); empty where the title tells too little.
ALTER TABLE likenesses ADD COLUMN series TEXT NOT NULL DEFAULT '';
CREATE INDEX likenesses_series ON likenesses (series);
