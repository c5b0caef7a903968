package memorytax.service;

import memorytax.measure.result.Bytes;
import memorytax.measure.result.Counted;
import memorytax.measure.result.Watched;
import memorytax.notebook.Prediction;

import java.util.Locale;

/// What a reader is going to build, as far as its memory goes.
///
/// @param tasks      that wait at the same time
/// @param depth      frames on the stack of each
/// @param holding    bytes that each holds meanwhile
/// @param allocating bytes of garbage that all of them make in a second
/// @param limit      bytes that all of it may take
/// @param waitsFor   what each task waits for
public record Service(int tasks, int depth, int holding, double allocating, double limit, WaitsFor waitsFor) {
    /// What is weighed on the way stays below that, in bytes.
    private static final int LIGHT = 100 << 20;
    private static final int FEWEST = 100, MANY = 20_000;
    /// Connections take time to come, and open files of two processes.
    private static final int CLIENTS = 4_000;
    /// Bytes of a task, beside what it holds, that are enough to tell how large a smaller service may be: the dearest
    /// frame is one of Python's.
    private static final int TASK = 1 << 10, FRAME = 256;
    /// A heap has shown how large it gets when so many times what is live in it has come and gone.
    private static final int TIMES = 3;
    /// What a JVM takes for its heap if nobody tells it, in percent of the memory there is.
    private static final double INITIAL = 1.5625, MOST = 25;
    private static final int SHORTEST = 3_000, LONGEST = 6_000;

    /// Of tasks that wait for a signal.
    public Service(int tasks, int depth, int holding, double allocating, double limit) {
        this(tasks, depth, holding, allocating, limit, WaitsFor.SIGNAL);
    }

    /// By the reader's answers.
    public static Service of(Prediction tasks, Prediction depth, Prediction holding, Prediction allocating,
                             Prediction limit) {
        return new Service((int) number(tasks), (int) number(depth), (int) number(holding), number(allocating),
            number(limit));
    }

    private static double number(Prediction asked) {
        return asked.value().orElseThrow(() -> new IllegalStateException("there is no answer to " + asked.name()));
    }

    /// So many of its tasks are enough to tell what a held byte costs, and do not take much memory.
    public int some() {
        return Math.clamp(LIGHT / Math.max(1, holding), FEWEST, MANY);
    }

    /// A scale model of it: fewer tasks, and the same garbage in a second. In a heap that is smaller in proportion a
    /// collection comes sooner and is done sooner, so that collecting takes the same share of the time.
    public Service model() {
        int each = holding + TASK + FRAME * depth;
        return with(Math.clamp(Math.min(LIGHT / each, tasks / 2), Math.min(FEWEST, tasks),
            connected() ? CLIENTS : MANY));
    }

    /// The same with another number of tasks.
    public Service with(int tasks) {
        return new Service(tasks, depth, holding, allocating, limit, waitsFor);
    }

    /// The same whose tasks wait for something else.
    public Service with(WaitsFor waitsFor) {
        return new Service(tasks, depth, holding, allocating, limit, waitsFor);
    }

    /// Whether each task is a connection with a client.
    public boolean connected() {
        return waitsFor == WaitsFor.CLIENT;
    }

    /// The program that has its tasks: one of tasks alone, or one of connections.
    public String program(String tasks, String connections) {
        return connected() ? connections : tasks;
    }

    /// The heap of a JVM in that model: its share of what a JVM takes of the machine at first, and at the most.
    public String[] modelHeap() {
        double share = (double) model().tasks() / tasks;
        return new String[]{String.format(Locale.ROOT, "-XX:InitialRAMPercentage=%.5f", INITIAL * share),
            String.format(Locale.ROOT, "-XX:MaxRAMPercentage=%.5f", MOST * share)};
    }

    /// For so long a run of it makes garbage, in ms: 0 where it makes none.
    public int millis() {
        return allocating == 0 ? 0 : (int) Math.clamp(1_000 * TIMES * live() / allocating, SHORTEST, LONGEST);
    }

    /// KB of garbage that it makes in a second of that time: what it was said to make, or more where that would not be
    /// enough to see how large the heap gets.
    public int kilobytes() {
        return allocating == 0 ? 0 : (int) (Math.max(allocating, 1_000 * TIMES * live() / millis()) / 1_024);
    }

    private double live() {
        return (double) tasks * (holding + TASK);
    }

    /// Of processes that were watched, those that had such tasks: a record may be of another service.
    Watched among(Watched watched) {
        var alike = watched.with("depth", depth).with("holding", holding);
        return connected() ? alike.with("clients", 1) : alike;
    }

    /// What one of its tasks does.
    public String task() {
        return "waits " + (depth == 0 ? "at the top of its stack" : Counted.of(depth, "frame") + " deep")
            + " and holds " + (holding == 0 ? "nothing" : Bytes.named(holding));
    }

    /// What comes and goes meanwhile.
    public String garbage() {
        return allocating == 0 ? "no garbage" : Bytes.named(allocating) + " of garbage a second";
    }

    /// `100,000 tasks at the same time. Each waits 30 frames deep and holds 4 KB. Together they make 100 MB of garbage
    /// a second. The service may take 2 GB.`
    @Override
    public String toString() {
        return parked() + (tasks == 1 ? " It makes " : " Together they make ") + garbage() + ". The service may take "
            + Bytes.named(limit) + ".";
    }

    /// The tasks alone.
    public String parked() {
        return Counted.of(tasks, connected() ? "connection" : "task") + " at the same time. "
            + (tasks == 1 ? "It " : "Each ") + task() + ".";
    }
}
