package memorytax.child.kit;

/// How many operations make a round, found by the operations themselves. The same number is then measured again and
/// again, so that a machine which is busy for a while makes a round longer, and not shorter of operations.
final class CalibratedRounds {
    private static final int FEWEST = 50, TRIALS = 3, MOST = 1 << 30;
    /// A trial is long enough when it takes this part of the round.
    private static final int PART = 6;

    private CalibratedRounds() {
    }

    /// Runs an operation so many times.
    @FunctionalInterface
    interface Batch {
        void run(int times) throws Exception;
    }

    /// So many operations as take about these `nanos`, a multiple of fifty. It begins with fifty, and doubles. Of each
    /// number the fastest of a few trials counts, because others may run as well; and by then the JIT has had
    /// its say.
    static int count(long nanos, Batch batch) throws Exception {
        for (int times = FEWEST; ; times *= 2) {
            long best = Long.MAX_VALUE;
            for (int trial = 0; trial < TRIALS; trial++) {
                long start = System.nanoTime();
                batch.run(times);
                best = Math.min(best, System.nanoTime() - start);
            }
            if (best * PART >= nanos || times > MOST / 2)
                return (int) Math.max(FEWEST, Math.min(MOST, times * nanos / Math.max(1, best)) / FEWEST * FEWEST);
        }
    }
}
