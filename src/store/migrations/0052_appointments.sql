-- The dates of a call by number (JSON), for calls whose dates are not simply numbered in their order: a date that moved keeps its
-- number, one that came later has a later one, one that is no more is remembered, so that calendars can be told.
CREATE TABLE appointments (record TEXT PRIMARY KEY, body TEXT NOT NULL);
