-- Machines whose verdict on a claim is not that of most, and what is different about them: each fact that most of the
-- others do not share.
WITH said AS (SELECT * FROM verdicts WHERE verdict <> 'not-measured'),
     most AS (SELECT claim, mode(verdict) AS usual FROM said GROUP BY claim),
     common AS (SELECT key, mode(value) AS usual FROM facts
                WHERE key IN ('os', 'cpu', 'cores', 'memory', 'jdk', 'gc', 'go', 'python', 'thp') GROUP BY key),
     odd AS (SELECT seat, string_agg(DISTINCT key || ' ' || value, ', ' ORDER BY key || ' ' || value) AS differs
             FROM facts JOIN common USING (key) WHERE value <> usual GROUP BY seat)
SELECT said.claim, said.statement, said.seat, said.verdict, most.usual, coalesce(odd.differs, '') AS differs
FROM said JOIN most USING (claim) LEFT JOIN odd USING (seat)
WHERE said.verdict <> most.usual ORDER BY said.claim, said.seat
