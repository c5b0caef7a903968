-- How many times the cost of one more task each setting and each version of chapter 10 makes it. As this room has
-- measured it, in the middle; what it has not measured, our own recorded run has.
WITH asked AS (SELECT contender, quantity, median(value) AS value, true AS here FROM slopes
               WHERE chapter = 'chapter10' AND params = '' AND value > 0 AND value < 1e12
               GROUP BY contender, quantity),
     told AS (SELECT contender, quantity, value::DOUBLE AS value, false AS here
              FROM read_csv(getvariable('board') || '/recorded/slopes.csv', header = true, all_varchar = true)),
     known AS (FROM asked UNION ALL FROM told ANTI JOIN asked USING (contender, quantity)),
     parts AS (SELECT regexp_replace(contender, ' [(].*$', '') AS kind,
                      regexp_extract(contender, ' [(](.*)[)]$', 1) AS knob, quantity, value, here FROM known)
SELECT kind, changed.knob AS knob, quantity, changed.value / base.value AS times, changed.here AND base.here AS here
FROM parts AS changed JOIN parts AS base USING (kind, quantity)
WHERE changed.knob <> '' AND base.knob = '' AND base.value > 0 AND changed.value > 0
ORDER BY kind, knob, quantity
