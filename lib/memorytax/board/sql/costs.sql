-- What one more waiting task of chapter 1 costs on each machine, resident and live: a row for each dot of the chart. A
-- kind of task that fewer than one of ten machines has is left out: it is somebody's own.
SELECT contender, quantity, seat, value, low, high, forks, cpu, os, jdk, gc, go, python
FROM slopes JOIN machines USING (seat)
WHERE chapter = 'chapter1' AND step = 'weighed' AND params = '' AND quantity IN ('resident', 'live')
QUALIFY 10 * count(*) OVER (PARTITION BY contender, quantity) >= (SELECT count(*) FROM machines)
ORDER BY contender, quantity DESC, seat
