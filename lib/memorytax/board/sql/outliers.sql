-- Costs that lie far from those of the other machines: more than five times the median distance from the median, and
-- more than a tenth of it. With fewer than five machines nobody is far from anybody.
WITH middle AS (SELECT contender, quantity, median(value) AS median, count(*) AS machines
                FROM costs GROUP BY contender, quantity),
     far AS (SELECT contender, quantity, seat, value, median, machines, abs(value - median) AS apart
             FROM costs JOIN middle USING (contender, quantity)),
     scale AS (SELECT contender, quantity, median(apart) AS usual FROM far GROUP BY contender, quantity)
SELECT contender, quantity, seat, value, median, value / median AS times
FROM far JOIN scale USING (contender, quantity)
WHERE machines >= 5 AND apart > 5 * usual AND apart > median / 10
ORDER BY abs(ln(value / median)) DESC
