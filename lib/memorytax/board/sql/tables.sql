-- The rooms as tables. A room is a folder with facts.parquet, slopes.parquet, verdicts.parquet and guesses.parquet:
-- room.sql says what is in them. Its name and the seat name a machine: room/0007. To ask questions of your own, go to
-- the folder that has tables.sql in it, and type
--
--     duckdb -init tables.sql
--
-- The variable `rooms` says which rooms there are: each folder, or a pattern: ['rooms/*'], ['s3://bucket/rooms/*'].

CREATE MACRO files(name) AS [room || '/' || name || '.parquet' FOR room IN getvariable('rooms')];
CREATE MACRO number(chapter) AS coalesce(try_cast(replace(chapter, 'chapter', '') AS INTEGER), 0);
CREATE MACRO machine(filename, seat) AS parse_path(filename, 'both_slash')[-2] || '/' || seat;

CREATE VIEW facts AS
SELECT machine(filename, seat) AS seat, chapter, key, value
FROM read_parquet(files('facts'), filename = true);

CREATE VIEW slopes AS
SELECT machine(filename, seat) AS seat, chapter, step, contender, params, quantity, value::DOUBLE AS value,
       low::DOUBLE AS low, high::DOUBLE AS high, forks
FROM read_parquet(files('slopes'), filename = true);

CREATE VIEW verdicts AS
SELECT machine(filename, seat) AS seat, chapter, claim, statement, source, verdict,
       measured::DOUBLE AS measured, unit
FROM read_parquet(files('verdicts'), filename = true);

CREATE VIEW guesses AS
SELECT machine(filename, seat) AS seat, chapter, step, label, said, measured, guess::DOUBLE AS guess,
       value::DOUBLE AS value, unit
FROM read_parquet(files('guesses'), filename = true);

-- One machine a seat, by all chapters that it has measured.
CREATE TABLE machines AS
SELECT seat,
       max(value) FILTER (key = 'os') AS os, max(value) FILTER (key = 'kernel') AS kernel,
       max(value) FILTER (key = 'cpu') AS cpu, max(value) FILTER (key = 'cores') AS cores,
       max(value) FILTER (key = 'memory') AS memory, max(value) FILTER (key = 'jdk') AS jdk,
       max(value) FILTER (key = 'gc') AS gc, max(value) FILTER (key = 'go') AS go,
       max(value) FILTER (key = 'python') AS python, max(value) FILTER (key = 'thp') AS thp,
       max(value) FILTER (key = 'load') AS load,
       split_part(max(value) FILTER (key = 'started'), 'T', 1) AS day
FROM facts GROUP BY seat;

-- What can be different between machines, and how a page calls it.
CREATE TABLE traits AS
SELECT seat, key, value, CASE key WHEN 'os' THEN 'system' WHEN 'cpu' THEN 'processor' WHEN 'jdk' THEN 'Java'
       WHEN 'gc' THEN 'collector' WHEN 'go' THEN 'Go' WHEN 'python' THEN 'Python' WHEN 'thp' THEN 'huge pages'
       ELSE key END AS name
FROM (UNPIVOT machines ON os, cpu, cores, memory, jdk, gc, go, python, thp INTO NAME key VALUE value);

-- What most of them have.
CREATE TABLE common AS SELECT key, mode(value) AS common FROM traits GROUP BY key;
