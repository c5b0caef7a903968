-- Machines whose verdict on a claim is not that of most, and what is different about them: each fact that most of the
-- others do not share. Last come those that could not decide: they were busy, or their intervals are wide.
WITH said AS (SELECT claim, chapter, statement, seat, verdict FROM verdicts WHERE verdict <> 'not-measured'),
     most AS (SELECT claim, chapter, mode(verdict) AS usual FROM said GROUP BY claim, chapter),
     other AS (SELECT claim, chapter, statement, seat, verdict, usual FROM said JOIN most USING (claim, chapter)
               WHERE verdict <> usual),
     odd AS (SELECT seat, string_agg(name || ' ' || value, ', ' ORDER BY name, value) AS differs
             FROM traits JOIN common USING (key)
             WHERE value <> common AND seat IN (SELECT seat FROM other) GROUP BY seat)
SELECT claim, chapter, statement, seat, verdict, usual, coalesce(differs, '') AS differs
FROM other LEFT JOIN odd USING (seat)
ORDER BY verdict = 'undecided', number(chapter), claim, seat
