-- What the room has guessed, beside what its machines have measured: sizes only.
SELECT chapter, step, any_value(label) AS label, count(guess) AS guesses, median(guess) AS median,
       quantile_cont(guess, 0.25) AS quarter, quantile_cont(guess, 0.75) AS three_quarters,
       min(guess) AS least, max(guess) AS most, median(value) AS measured,
       count(*) FILTER (guess BETWEEN 0.75 * value AND 1.25 * value) AS close
FROM guesses WHERE unit = 'B' AND guess > 0 AND guess < 1e15 GROUP BY chapter, step ORDER BY chapter, step
