-- What machines with another verdict have in common: of each claim the one fact that most of them have, and few of the
-- others. It may be the reason, or not. With fewer than two such machines there is nothing in common.
WITH said AS (SELECT claim, chapter, statement, seat, verdict FROM verdicts WHERE verdict <> 'not-measured'),
     most AS (SELECT claim, chapter, any_value(statement) AS statement, mode(verdict) AS usual,
                     count(*) AS machines FROM said GROUP BY claim, chapter),
     judged AS (SELECT claim, chapter, seat, verdict <> usual AS other FROM said JOIN most USING (claim, chapter)),
     sums AS (SELECT claim, chapter, count(*) FILTER (other) AS others FROM judged GROUP BY claim, chapter
              HAVING others > 1),
     shared AS (SELECT claim, chapter, name, value, count(*) AS all_with, count(*) FILTER (other) AS others_with
                FROM judged JOIN sums USING (claim, chapter) JOIN traits USING (seat)
                GROUP BY claim, chapter, name, value),
     weighed AS (SELECT claim, chapter, name, value, others, others_with, machines - others AS rest,
                        all_with - others_with AS rest_with, others_with / others AS share,
                        (all_with - others_with) / (machines - others) AS rest_share, statement, usual
                 FROM shared JOIN sums USING (claim, chapter) JOIN most USING (claim, chapter))
SELECT claim, chapter, statement, usual, others, name || ' ' || value AS fact, others_with, rest, rest_with
FROM weighed WHERE share >= 0.5 AND share > 2 * rest_share
QUALIFY row_number() OVER (PARTITION BY claim, chapter ORDER BY share - rest_share DESC, name, value) = 1
ORDER BY number(chapter), claim
