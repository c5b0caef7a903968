-- The files of all packs as tables. Each pack lies unpacked in a folder of its own, packs/0001 and so on: that folder's
-- name is the seat. To ask questions of your own, go to the folder that has packs/ in it, and type
--
--     duckdb -init tables.sql
--
-- Columns are as data/README.md and the workbook's README tell. What is no figure stays text.

CREATE TABLE facts AS
SELECT split_part(filename, '/', -3) AS seat, split_part(filename, '/', -2) AS chapter, key, value
FROM read_csv('packs/*/*/machine.csv', header = true, auto_detect = false, filename = true, columns = {
             'key': 'VARCHAR', 'value': 'VARCHAR'})
WHERE value <> '';

-- One machine a seat, by all chapters that it has measured.
CREATE TABLE machines AS
SELECT seat,
       max(value) FILTER (key = 'os') AS os, max(value) FILTER (key = 'kernel') AS kernel,
       max(value) FILTER (key = 'cpu') AS cpu, max(value) FILTER (key = 'cores') AS cores,
       max(value) FILTER (key = 'memory') AS memory, max(value) FILTER (key = 'jdk') AS jdk,
       max(value) FILTER (key = 'gc') AS gc, max(value) FILTER (key = 'go') AS go,
       max(value) FILTER (key = 'python') AS python, max(value) FILTER (key = 'thp') AS thp,
       max(value) FILTER (key = 'started') AS day
FROM facts GROUP BY seat;

CREATE TABLE slopes AS
SELECT split_part(filename, '/', -3) AS seat, chapter, step, contender, coalesce(params, '') AS params, quantity,
       value::DOUBLE AS value, low::DOUBLE AS low, high::DOUBLE AS high, forks::INTEGER AS forks
FROM read_csv('packs/*/*/slopes.csv', header = true, auto_detect = false, filename = true, columns = {
             'chapter': 'VARCHAR', 'step': 'VARCHAR', 'contender': 'VARCHAR', 'params':
             'VARCHAR', 'quantity': 'VARCHAR', 'unit': 'VARCHAR', 'value': 'VARCHAR', 'low':
             'VARCHAR', 'high': 'VARCHAR', 'forks': 'VARCHAR', 'origin': 'VARCHAR', 'sizes_low':
             'VARCHAR', 'sizes_high': 'VARCHAR'});

CREATE TABLE verdicts AS
SELECT split_part(filename, '/', -3) AS seat, split_part(filename, '/', -2) AS chapter, claim, statement, source,
       verdict, measured::DOUBLE AS measured, unit
FROM read_csv('packs/*/*/verdicts.csv', header = true, auto_detect = false, filename = true, columns = {
             'claim': 'VARCHAR', 'statement': 'VARCHAR', 'source': 'VARCHAR', 'claimed_low':
             'VARCHAR', 'claimed_high': 'VARCHAR', 'unit': 'VARCHAR', 'measured': 'VARCHAR',
             'low': 'VARCHAR', 'high': 'VARCHAR', 'verdict': 'VARCHAR', 'condition': 'VARCHAR',
             'cell': 'VARCHAR', 'origin': 'VARCHAR', 'ends': 'VARCHAR', 'forks': 'VARCHAR',
             'sentence': 'VARCHAR'});

CREATE TABLE guesses AS
SELECT split_part(filename, '/', -3) AS seat, split_part(filename, '/', -2) AS chapter, step, label, said, measured,
       guess::DOUBLE AS guess, value::DOUBLE AS value, unit
FROM read_csv('packs/*/*/guesses.csv', header = true, auto_detect = false, filename = true, columns = {
             'step': 'VARCHAR', 'label': 'VARCHAR', 'said': 'VARCHAR', 'measured': 'VARCHAR',
             'guess': 'VARCHAR', 'value': 'VARCHAR', 'unit': 'VARCHAR'});
