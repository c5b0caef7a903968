-- The verdicts on each claim, counted over machines. A claim that several chapters judge has a row for each: they ask
-- it in different ways. A machine that has not measured it does not count, and a claim that fewer than one of ten
-- machines has is left out.
SELECT claim, chapter, any_value(statement) AS statement, any_value(source) AS source,
       count(*) FILTER (verdict <> 'not-measured') AS machines,
       count(*) FILTER (verdict = 'holds') AS holds, count(*) FILTER (verdict = 'holds-if') AS holds_if,
       count(*) FILTER (verdict = 'refuted') AS refuted, count(*) FILTER (verdict = 'undecided') AS undecided
FROM verdicts GROUP BY claim, chapter HAVING machines > 0 AND 10 * count(*) >= (SELECT count(*) FROM machines)
ORDER BY number(chapter), claim
