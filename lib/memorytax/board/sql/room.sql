-- The packs of a room as four tables, which the workbook writes as Parquet files into the folder room/. The packs lie
-- unpacked in packs/: a file of each kind, with a seat for each pack and the folder that the rows lay in. The other
-- columns are as data/README.md and the workbook's README tell. What should be a figure and is none is left empty. A
-- machine has one voice: what a pack says twice counts once. Rows of one kind lie together, so that a query reads a
-- small part of a large file.

CREATE MACRO packed(file) AS TABLE
FROM read_csv(getvariable('board') || '/packs/' || file, header = true, all_varchar = true, delim = ',', quote = '"',
              escape = '"');

CREATE VIEW given_facts AS
SELECT DISTINCT ON (seat, folder, key) seat, folder AS chapter, key, value
FROM packed('machine.csv') WHERE value <> '' ORDER BY chapter, key, seat;

CREATE VIEW given_slopes AS
SELECT DISTINCT ON (seat, chapter, step, contender, params, quantity)
       seat, chapter, step, contender, coalesce(params, '') AS params, quantity, try_cast(value AS DOUBLE) AS value,
       try_cast(low AS DOUBLE) AS low, try_cast(high AS DOUBLE) AS high, try_cast(forks AS INTEGER) AS forks
FROM packed('slopes.csv') ORDER BY chapter, step, contender, quantity, seat;

CREATE VIEW given_verdicts AS
SELECT DISTINCT ON (seat, folder, claim)
       seat, folder AS chapter, claim, statement, source, verdict, try_cast(measured AS DOUBLE) AS measured, unit
FROM packed('verdicts.csv') ORDER BY chapter, claim, seat;

CREATE VIEW given_guesses AS
SELECT DISTINCT ON (seat, folder, step)
       seat, folder AS chapter, step, label, said, measured, try_cast(guess AS DOUBLE) AS guess,
       try_cast(value AS DOUBLE) AS value, unit
FROM packed('guesses.csv') ORDER BY chapter, step, seat;
