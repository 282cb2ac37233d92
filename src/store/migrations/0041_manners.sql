-- Hosts to be left alone, until when, and what is waited for (JSON): what they asked one process for holds for the next.
CREATE TABLE holds (host TEXT PRIMARY KEY, until TEXT NOT NULL, because TEXT NOT NULL);

-- What robots.txt of each origin says to this crawler (JSON), and when it is to be asked for again: at most a day after it was had.
CREATE TABLE robots (origin TEXT PRIMARY KEY, until TEXT NOT NULL, rules TEXT NOT NULL);

-- Visits that have to go on where they stopped: since when, until when what was read counts as read, which requests that is (JSON),
-- and the row of the part that was made last; 0 where that stands for itself.
CREATE TABLE unfinished_visits (source TEXT PRIMARY KEY, since TEXT NOT NULL, until TEXT NOT NULL, part BIGINT NOT NULL, read TEXT NOT NULL);
