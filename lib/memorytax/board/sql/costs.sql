-- What one more waiting task of chapter 1 costs on each machine, resident and live: a row for each dot of the chart.
SELECT contender, quantity, seat, value, low, high, forks, cpu, os, jdk, gc, go, python
FROM slopes JOIN machines USING (seat)
WHERE chapter = 'chapter1' AND step = 'weighed' AND params = '' AND quantity IN ('resident', 'live')
ORDER BY contender, quantity DESC, seat
