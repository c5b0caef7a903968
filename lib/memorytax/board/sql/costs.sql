-- What one more waiting task of chapter 1 costs on each machine, resident and live, in bytes: below a terabyte, more
-- is a mistake. A kind of task that fewer than one of ten machines has is left out: it is somebody's own.
SELECT contender, quantity, seat, value, low, high, forks
FROM slopes
WHERE chapter = 'chapter1' AND step = 'weighed' AND params = '' AND quantity IN ('resident', 'live')
  AND value > 0 AND value < 1e12
QUALIFY 10 * count(*) OVER (PARTITION BY contender, quantity) >= (SELECT count(*) FROM machines)
