-- What waits is asked every half minute while the relay is away, and the ledger keeps everything that ever left.
CREATE INDEX deliveries_state ON deliveries (state);
