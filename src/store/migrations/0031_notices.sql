-- A municipality's letters are looked up for each of them, every week.
CREATE INDEX deliveries_municipality ON deliveries (municipality);
