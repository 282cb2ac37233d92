-- The association's own book: what was offered to whom, written together with the acceptance of the message that offered it.
-- The first message that told a municipality of a record is the offer, and its id the proof; later ones are reminders.
CREATE TABLE offers (
    municipality TEXT NOT NULL,
    record TEXT NOT NULL,
    kind TEXT NOT NULL,
    channel TEXT NOT NULL,
    delivery TEXT NOT NULL,
    message_id TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (municipality, record)
);
CREATE INDEX offers_at ON offers (at);

-- What a municipality won, where it said how much.
ALTER TABLE acts ADD COLUMN amount DOUBLE PRECISION;
ALTER TABLE acts ADD COLUMN currency TEXT;
