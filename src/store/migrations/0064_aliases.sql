-- Addresses under which a source's own page was found elsewhere: what it lists keeps its keys when it moves.
CREATE TABLE aliases (
    source TEXT NOT NULL,
    origin TEXT NOT NULL,
    target TEXT NOT NULL,
    PRIMARY KEY (source, origin)
);
