-- The dots of the picture of guesses: a guess each. Where there are more than 200, 200 of them, evenly by rank.
WITH ranked AS (SELECT chapter, step, guess AS value, count(*) OVER one AS all_of_them,
                       row_number() OVER (one ORDER BY guess, seat) - 1 AS rank
                FROM guesses WHERE unit = 'B' AND guess > 0 AND guess < 1e15 WINDOW one AS (PARTITION BY chapter, step))
SELECT chapter, step, value FROM ranked
WHERE all_of_them <= 200 OR (rank * 199) // (all_of_them - 1) <> ((rank - 1) * 199) // (all_of_them - 1)
ORDER BY chapter, step, value
