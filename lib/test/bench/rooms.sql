-- Rooms of machines that nobody has: our recorded run of chapter 1, with noise, as Parquet partitions of `per_room`
-- machines each. `recorded` is the folder of that run, `seats` how many machines there are, `target` where they go.
--
-- Each cost is off by about 1 %. One of twenty machines has Python 3.9, where a task costs 1.7 times as much, one of
-- ten has Go 1.22, one of ten Serial as its collector; one of a hundred was busy. On every 1,000th machine a task is
-- three times as expensive, for no reason that it tells. Machines with Go 1.22 refute a claim about goroutines.

CREATE MACRO dice(seat, about) AS hash(seat::VARCHAR || about) / 18446744073709551616.0;
CREATE MACRO noise(seat, about) AS
    sqrt(-2 * ln(dice(seat, about || 'r') + 1e-12)) * cos(2 * pi() * dice(seat, about || 'a'));

CREATE TABLE seats AS
SELECT seat, format('{:06d}', seat) AS name, 'room' || format('{:03d}', 1 + seat // per_room()) AS room,
       ['AMD EPYC', 'Apple M4', 'Intel Core i7-1365U', 'AMD Ryzen 7 7840U', 'Intel Xeon'][1 + seat % 5] AS cpu,
       CASE WHEN seat % 5 = 1 THEN 'Mac OS X' WHEN seat % 7 = 2 THEN 'Windows 11' ELSE 'Linux' END AS os,
       CASE WHEN dice(seat, 'python') < 0.05 THEN '3.9.25' ELSE '3.11.7' END AS python,
       CASE WHEN dice(seat, 'go') < 0.1 THEN '1.22.12' ELSE '1.26.8' END AS go,
       CASE WHEN dice(seat, 'gc') < 0.1 THEN 'Serial' ELSE 'G1' END AS gc,
       dice(seat, 'busy') < 0.01 AS busy
FROM range(seats()) AS all_seats(seat);

CREATE VIEW some_facts AS
SELECT name AS seat, 'chapter1' AS chapter, key,
       CASE key WHEN 'cpu' THEN cpu WHEN 'os' THEN os WHEN 'python' THEN python WHEN 'go' THEN go WHEN 'gc' THEN gc
                WHEN 'cores' THEN [2, 4, 8, 12][1 + seat % 4]::VARCHAR ELSE value END AS value, room
FROM seats, read_csv(recorded() || '/machine.csv', header = true, all_varchar = true) WHERE value <> ''
UNION ALL SELECT name, 'chapter1', 'load', CASE WHEN busy THEN '3.1' ELSE '0.1' END, room FROM seats;

CREATE VIEW some_slopes AS
SELECT name AS seat, chapter, step, contender, coalesce(params, '') AS params, quantity, value::DOUBLE * times AS value,
       (value::DOUBLE - wide * (value::DOUBLE - low::DOUBLE)) * times AS low,
       (value::DOUBLE + wide * (high::DOUBLE - value::DOUBLE)) * times AS high, forks::INTEGER AS forks, room
FROM (SELECT seats.*, slopes.*, CASE WHEN contender = 'known weight' THEN 1 ELSE
             (1 + 0.01 * noise(seat, contender || quantity))
             * CASE WHEN contender LIKE 'asyncio%' AND python LIKE '3.9%' THEN 1.71 ELSE 1 END
             * CASE WHEN seat % 1000 = 7 THEN 3 ELSE 1 END END AS times, CASE WHEN busy THEN 80 ELSE 1 END AS wide
      FROM seats, read_csv(recorded() || '/slopes.csv', header = true, all_varchar = true) AS slopes);

CREATE VIEW some_verdicts AS
SELECT name AS seat, 'chapter1' AS chapter, claim, statement, source,
       CASE WHEN claim = 'go-stack-2k' AND go LIKE '1.22%' THEN 'refuted'
            WHEN verdict <> 'not-measured' AND dice(seat, claim) < 0.01 THEN 'undecided' ELSE verdict END AS verdict,
       measured::DOUBLE AS measured, unit, room
FROM seats, read_csv(recorded() || '/verdicts.csv', header = true, all_varchar = true);

CREATE VIEW some_guesses AS
SELECT name AS seat, 'chapter1' AS chapter, 'perTask' AS step, 'one asyncio task' AS label,
       round(exp(noise(seat, 'guess')) * 2, 1) || ' KB' AS said, '1.1 KB' AS measured,
       exp(noise(seat, 'guess')) * 2048 AS guess, 1149.0::DOUBLE AS value, 'B' AS unit, room
FROM seats;
