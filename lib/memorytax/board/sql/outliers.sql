-- Costs that lie far from those of the other machines: more than five times the median distance from the median, and
-- more than a tenth of it. With fewer than five machines nobody is far from anybody. Beside each the knob of chapter 10
-- that would explain it: it moves the cost to within 10 % of this one. A version or a collector does so only on a
-- machine that has it (`seen`); of the other knobs no machine tells whether they are turned.
WITH middle AS (SELECT contender, quantity, median(value) AS median, count(*) AS machines
                FROM costs GROUP BY contender, quantity HAVING machines >= 5),
     distance AS (SELECT contender, quantity, seat, value, median, abs(value - median) AS apart
                  FROM costs JOIN middle USING (contender, quantity)),
     scale AS (SELECT contender, quantity, median(apart) AS usual FROM distance GROUP BY contender, quantity),
     far AS (SELECT contender, quantity, seat, value, median, value / median AS times,
                    replace(contender, ' (warmed)', '') AS kind
             FROM distance JOIN scale USING (contender, quantity) WHERE apart > 5 * usual AND apart > median / 10),
     tried AS (SELECT contender, far.quantity, far.seat, kind, knob, knobs.times AS knob_times,
                      abs(ln(far.times / knobs.times)) AS off,
                      knob IN (gc, CASE WHEN thp = 'always' THEN 'huge pages' END)
                      OR starts_with(CASE kind WHEN 'goroutines' THEN go WHEN 'asyncio tasks' THEN python
                                               ELSE regexp_extract(jdk, '[0-9.]+') END || '.', knob || '.') AS seen
               FROM far JOIN knobs USING (kind, quantity) JOIN machines USING (seat)
               WHERE contender <> 'virtual threads' -- those of chapter 10 are warmed
               AND knob NOT IN ('nothing', 'timer', 'own queue', 'not yet run', 'cold', 'uvloop')), -- other programs
     fitting AS (SELECT contender, quantity, seat, CASE WHEN NOT regexp_matches(knob, '^[0-9]') THEN knob
                        WHEN kind = 'goroutines' THEN 'Go ' || knob WHEN kind = 'asyncio tasks' THEN 'Python ' || knob
                        ELSE 'Java ' || knob END AS knob, knob_times, coalesce(seen, false) AS seen FROM tried
                 WHERE off < ln(1.1) AND (coalesce(seen, false)
                                         OR NOT regexp_matches(knob, '^[0-9]|^(G1|Serial|Parallel|ZGC|huge pages)$'))
                 QUALIFY row_number() OVER (PARTITION BY contender, quantity, seat
                                            ORDER BY coalesce(seen, false) DESC, off, knob) = 1)
SELECT contender, quantity, seat, value, median, times, knob, knob_times, seen
FROM far LEFT JOIN fitting USING (contender, quantity, seat)
ORDER BY abs(ln(times)) DESC, contender, quantity, seat
