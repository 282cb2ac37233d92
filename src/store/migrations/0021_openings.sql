-- What the office itself says in a week's letter: opening words in each language, and one record that everyone is shown.
CREATE TABLE openings (
    week TEXT PRIMARY KEY,
    he TEXT NOT NULL,
    en TEXT NOT NULL,
    record TEXT NOT NULL,
    said_by TEXT NOT NULL,
    at TEXT NOT NULL
);
