-- How far the figures of a machine can be trusted: half the width of its 95 % intervals, in percent of the slope, in
-- the middle of what it has weighed in chapter 1 without Java, whose heap moves on a quiet machine, too. A machine that
-- was busy while it measured has wide ones.
SELECT seat, cpu, cores, os, day,
       100 * median((high - low) / 2 / value) FILTER (contender IN ('goroutines', 'asyncio tasks')) AS percent,
       CASE WHEN percent IS NULL THEN '' WHEN percent <= 2 THEN 'quiet' WHEN percent <= 10 THEN 'busy'
            ELSE 'very busy' END AS machine
FROM machines LEFT JOIN (SELECT * FROM slopes WHERE chapter = 'chapter1' AND step = 'weighed'
                         AND quantity = 'resident' AND value > 0 AND forks > 1) USING (seat)
GROUP BY ALL ORDER BY percent DESC NULLS LAST, seat
