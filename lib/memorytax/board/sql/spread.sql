-- The same, over all machines: the middle one, from where to where half of them lie, the least and the most.
SELECT contender, quantity, count(*) AS machines, median(value) AS median,
       quantile_cont(value, 0.25) AS quarter, quantile_cont(value, 0.75) AS three_quarters,
       min(value) AS least, max(value) AS most
FROM costs GROUP BY contender, quantity ORDER BY median DESC, contender, quantity
