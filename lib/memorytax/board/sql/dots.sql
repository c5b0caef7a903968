-- The dots of the chart: a machine each. Where there are more than 200 machines, 200 of them, evenly by rank.
WITH ranked AS (SELECT contender, quantity, value, count(*) OVER one AS machines,
                       row_number() OVER (one ORDER BY value, seat) - 1 AS rank
                FROM costs WINDOW one AS (PARTITION BY contender, quantity))
SELECT contender, quantity, value FROM ranked
WHERE machines <= 200 OR (rank * 199) // (machines - 1) <> ((rank - 1) * 199) // (machines - 1)
ORDER BY contender, quantity, value
