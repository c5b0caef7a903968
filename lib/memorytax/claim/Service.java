package memorytax.claim;

import memorytax.notebook.Prediction;
import memorytax.scale.Bytes;

import java.util.Locale;

/// What a reader is going to build, as far as its memory goes.
///
/// @param tasks   that wait at the same time
/// @param depth   frames on the stack of each
/// @param holding bytes that each holds meanwhile
/// @param limit   bytes that all of it may take
public record Service(int tasks, int depth, int holding, double limit) {
    /// What is weighed on the way stays below that, in bytes held.
    private static final int LIGHT = 100 << 20;
    private static final int FEWEST = 100, MANY = 20_000;

    /// By the reader's answers.
    public static Service of(Prediction tasks, Prediction depth, Prediction holding, Prediction limit) {
        return new Service((int) number(tasks), (int) number(depth), (int) number(holding), number(limit));
    }

    private static double number(Prediction asked) {
        return asked.value().orElseThrow(() -> new IllegalStateException("there is no answer to " + asked.name()));
    }

    /// So many of its tasks are enough to tell what a held byte costs, and do not take much memory.
    public int some() {
        return Math.clamp(LIGHT / Math.max(1, holding), FEWEST, MANY);
    }

    /// The same with another number of tasks.
    public Service with(int tasks) {
        return new Service(tasks, depth, holding, limit);
    }

    /// What one of its tasks does.
    public String task() {
        return (depth == 0 ? "waits at the top of its stack" : depth == 1 ? "waits one frame down"
            : String.format(Locale.ROOT, "waits %,d frames down", depth))
            + (holding == 0 ? ", and holds nothing" : ", and holds " + Bytes.named(holding));
    }

    /// `100,000 tasks at once. Each waits 30 frames down, and holds 4.0 KB. All of it may take 2.0 GB.`
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,d %s at once. Each %s. All of it may take %s.", tasks,
            tasks == 1 ? "task" : "tasks", task(), Bytes.named(limit));
    }
}
