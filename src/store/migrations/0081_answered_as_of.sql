-- When a kept answer was last given: a page of the same bytes is kept once, with the day on which they first came.
ALTER TABLE requests ADD COLUMN as_of TEXT NOT NULL DEFAULT '1970-01-01T00:00:00.000Z';
UPDATE requests SET as_of = COALESCE((SELECT fetched_at FROM pages WHERE pages.hash = requests.page), as_of);
