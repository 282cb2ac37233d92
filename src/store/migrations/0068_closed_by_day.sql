-- That a call is over because its day is over is told when somebody asks; only what was said to be closed is kept as closed.
UPDATE records SET opportunity = REPLACE(opportunity, '"status":"closed"', '"status":"open"')
WHERE opportunity LIKE '%"status.deadline_over"%';
