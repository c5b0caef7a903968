-- How many machines were quiet while they measured, and how far the figures of the worst of them are off.
SELECT machine, count(*) AS machines, max(greatest(percent, known_percent)) AS percent
FROM quiet GROUP BY machine ORDER BY percent NULLS LAST
