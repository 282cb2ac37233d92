-- Whose messages wait is asked every minute.
CREATE INDEX deliveries_of ON deliveries (municipality, state);
