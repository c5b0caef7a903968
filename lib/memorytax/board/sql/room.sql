-- The packs of a room as four tables, which the workbook writes as Parquet files into the folder room/. Each pack lies
-- unpacked in a folder of its own, packs/0001 and so on: that folder's name is the seat. Columns are as data/README.md
-- and the workbook's README tell. What is no figure stays text. Rows of one kind lie together, so that a query reads a
-- small part of a large file.

CREATE MACRO packed(file) AS TABLE
SELECT parse_path(filename, 'both_slash')[-3] AS seat, parse_path(filename, 'both_slash')[-2] AS folder, *
FROM read_csv(getvariable('board') || '/packs/*/*/' || file, header = true, all_varchar = true, delim = ',',
              quote = '"', escape = '"', filename = true);

CREATE VIEW given_facts AS
SELECT seat, folder AS chapter, key, value
FROM packed('machine.csv') WHERE value <> '' ORDER BY ALL;

CREATE VIEW given_slopes AS
SELECT seat, chapter, step, contender, coalesce(params, '') AS params, quantity, value::DOUBLE AS value,
       low::DOUBLE AS low, high::DOUBLE AS high, forks::INTEGER AS forks
FROM packed('slopes.csv') ORDER BY chapter, step, contender, quantity, seat;

CREATE VIEW given_verdicts AS
SELECT seat, folder AS chapter, claim, statement, source, verdict, measured::DOUBLE AS measured, unit
FROM packed('verdicts.csv') ORDER BY chapter, claim, seat;

CREATE VIEW given_guesses AS
SELECT seat, folder AS chapter, step, label, said, measured, guess::DOUBLE AS guess, value::DOUBLE AS value, unit
FROM packed('guesses.csv') ORDER BY chapter, step, seat;
