-- What one more task costs by what a machine has: its system and its processor, and the version and the collector that
-- the task runs with. Only what differs between machines, and only what at least two have. `apart` is how many times
-- the smallest median of such groups the largest one is, of the resident or of the live bytes.
WITH fitting AS (SELECT contender, quantity, key, name, traits.value AS trait, costs.value AS value
                 FROM costs JOIN traits USING (seat)
                 WHERE key IN ('os', 'cpu') OR key = 'go' AND contender = 'goroutines'
                    OR key = 'python' AND contender = 'asyncio tasks'
                    OR key IN ('jdk', 'gc') AND contender NOT IN ('goroutines', 'asyncio tasks')),
     grouped AS (SELECT contender, quantity, key, name, trait, count(*) AS machines, median(value) AS median,
                        quantile_cont(value, 0.25) AS quarter, quantile_cont(value, 0.75) AS three_quarters,
                        min(value) AS least, max(value) AS most
                 FROM fitting GROUP BY contender, quantity, key, name, trait HAVING machines > 1)
SELECT * EXCLUDE (ratio), max(ratio) OVER (PARTITION BY contender, key) AS apart
FROM (SELECT *, max(median) OVER one / min(median) OVER one AS ratio
      FROM grouped WINDOW one AS (PARTITION BY contender, quantity, key) QUALIFY count(*) OVER one > 1)
ORDER BY apart DESC, key, contender, quantity DESC, median DESC, trait
