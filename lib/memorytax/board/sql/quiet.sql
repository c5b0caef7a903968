-- How far the figures of a machine can be trusted. `percent` is half the width of its 95 % intervals of goroutines and
-- asyncio tasks in chapter 1, in percent of the cost, in the middle: without Java, whose heap moves on a quiet machine,
-- too. `known_percent` is how far the weight of 4 MB that chapter 1 knows beforehand was off, together with half of its
-- interval. `load` is how many programs wanted a processor when it began, for each processor that there is; it does not
-- decide, because the first start of the workbook builds it.
WITH halves AS (SELECT seat, 100 * median((high - low) / 2 / value) AS percent FROM slopes
                WHERE chapter = 'chapter1' AND step = 'weighed' AND quantity = 'resident' AND value > 0 AND forks > 1
                AND isfinite(high - low)
                AND contender IN ('goroutines', 'asyncio tasks') GROUP BY seat),
     known AS (SELECT seat, 100 * max(abs(value / 4194304 - 1) + (high - low) / 2 / value) AS known_percent FROM slopes
               WHERE chapter = 'chapter1' AND contender = 'known weight' AND quantity = 'resident' AND value > 0
               AND isfinite(value + high - low) GROUP BY seat),
     judged AS (SELECT seat, cpu, cores, os, day, try_cast(load AS DOUBLE) / try_cast(cores AS INTEGER) AS load,
                       percent, known_percent,
                       greatest(percent, known_percent) AS worst
                FROM machines LEFT JOIN halves USING (seat) LEFT JOIN known USING (seat))
SELECT seat, cpu, cores, os, day, CASE WHEN isfinite(load) THEN round(load, 2) END AS load, percent, known_percent,
       CASE WHEN worst IS NULL THEN 'not known' WHEN worst > 10 THEN 'very busy'
            WHEN worst > 2 THEN 'busy' ELSE 'quiet' END AS machine
FROM judged
ORDER BY worst DESC NULLS LAST, seat
