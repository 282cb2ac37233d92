-- What the contacts of a municipality said stands side by side, and every question to the office is kept: the mailbox, and the number of
-- the question, are part of the key.
CREATE TABLE acts_of_contacts (
    municipality TEXT NOT NULL,
    record TEXT NOT NULL,
    act TEXT NOT NULL,
    contact TEXT NOT NULL DEFAULT '',
    number BIGINT NOT NULL DEFAULT 0,
    note TEXT NOT NULL,
    delivery TEXT NOT NULL,
    at TEXT NOT NULL,
    amount DOUBLE PRECISION,
    currency TEXT,
    answered_at TEXT NOT NULL DEFAULT '',
    answered_by TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (municipality, record, act, contact, number)
);
INSERT INTO acts_of_contacts (municipality, record, act, contact, note, delivery, at, amount, currency, answered_at, answered_by)
    SELECT a.municipality, a.record, a.act,
        COALESCE((SELECT LOWER(d.contact) FROM deliveries d WHERE d.id = a.delivery), ''),
        a.note, a.delivery, a.at, a.amount, a.currency, a.answered_at, a.answered_by FROM acts a;
DROP TABLE acts;
ALTER TABLE acts_of_contacts RENAME TO acts;
CREATE INDEX acts_at ON acts (at);
