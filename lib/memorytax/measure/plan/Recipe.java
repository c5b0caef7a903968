package memorytax.measure.plan;

import memorytax.child.Load;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Counted;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.PerTask;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Weighing;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// All circumstances of a figure for one task: which load, in which runtime, told what, how many tasks, and how the
/// figure is read. Each method returns the recipe with one thing changed; [Scale#weigh] does what it says.
///
/// ```java
/// Recipe.python("asyncio tasks").with("depth", 20).environment("PYTHONMALLOC", "debug").tasks(10_000).whole()
/// ```
///
/// @param runtime     `java`, `go` or `python`
/// @param load        its name in the chapter's program; of a load in Java, how it is called in tables
/// @param java        the load in Java; empty for the others
/// @param environment variables that tune the runtime
/// @param flags       of the JVM
/// @param params      what the load is told beside the number of tasks
/// @param warmed      a JVM that has compiled what its tasks run
/// @param tasks       in one process, at the most
/// @param quantity    that is read
/// @param divides     whether all of it is divided by the tasks; else the slope counts, what one more task adds
public record Recipe(String runtime, String load, Optional<Load> java, Map<String, String> environment,
                     List<String> flags, Map<String, Integer> params, boolean warmed, int tasks, Quantity quantity,
                     boolean divides) {
    private static final int MOST = 200_000, USUAL = 10_000;
    /// What tunes a runtime, and does not choose another program.
    private static final Pattern TUNES = Pattern.compile("GOGC|GOMEMLIMIT|GOMAXPROCS|GODEBUG|MALLOC_[A-Z_]+"
        + "|GLIBC_TUNABLES|PYTHON(MALLOC|MALLOCSTATS|DEVMODE|ASYNCIODEBUG|TRACEMALLOC|OPTIMIZE|HASHSEED|GIL|JIT"
        + "|FAULTHANDLER|UTF8|NODEBUGRANGES|DONTWRITEBYTECODE|UNBUFFERED)");
    private static final Map<String, String> RUNTIMES = Map.of("java", "Java", "go", "Go", "python", "Python"),
        PROGRAMS = Map.of("java", ".java", "go", ".go", "python", ".py");

    /// A load of the chapter in Java: `n -> virtualThreads(n)`.
    public static Recipe java(Load load) {
        return of("java", "your tasks", Optional.of(load));
    }

    /// The load of that name in the chapter's Go program: `goroutines`.
    public static Recipe go(String load) {
        return of("go", load, Optional.empty());
    }

    /// The same in its Python program: `asyncio tasks (own queue)`.
    public static Recipe python(String load) {
        return of("python", load, Optional.empty());
    }

    private static Recipe of(String runtime, String load, Optional<Load> java) {
        return new Recipe(runtime, load, java, Map.of(), List.of(), Map.of(), false, USUAL, Quantity.RESIDENT, false);
    }

    /// A variable of the process's environment: `environment("PYTHONMALLOC", "debug")`.
    public Recipe environment(String variable, String value) {
        var all = new TreeMap<>(environment);
        all.put(variable, value);
        return new Recipe(runtime, load, java, all, flags, params, warmed, tasks, quantity, divides);
    }

    /// Flags for the JVM: `flags("-XX:+UseSerialGC")`.
    public Recipe flags(String... flags) {
        return new Recipe(runtime, load, java, environment, List.of(flags), params, warmed, tasks, quantity, divides);
    }

    /// One more word for the load: `with("depth", 30)`.
    public Recipe with(String key, int value) {
        var all = new TreeMap<>(params);
        all.put(key, value);
        return new Recipe(runtime, load, java, environment, flags, all, warmed, tasks, quantity, divides);
    }

    /// Its tasks have been compiled before they are weighed. Java only.
    public Recipe warm() {
        return new Recipe(runtime, load, java, environment, flags, params, true, tasks, quantity, divides);
    }

    /// So many tasks, from 1 to 200,000. A slope also needs a smaller number: a fifth of it.
    public Recipe tasks(int tasks) {
        return new Recipe(runtime, load, java, environment, flags, params, warmed, tasks, quantity, divides);
    }

    /// Reads what one more task occupies.
    public Recipe resident() {
        return read(Quantity.RESIDENT, false);
    }

    /// Reads what one more task keeps alive. Python cannot tell it.
    public Recipe live() {
        return read(Quantity.LIVE, false);
    }

    /// Reads what is charged for one more task.
    public Recipe charged() {
        return read(Quantity.CHARGED, false);
    }

    /// Reads what one more task adds to the largest size that the process ever had.
    public Recipe peak() {
        return read(Quantity.PEAK, false);
    }

    /// Divides all of the process by its tasks.
    public Recipe whole() {
        return read(Quantity.TOTAL, true);
    }

    /// Divides what the process has grown by its tasks.
    public Recipe grown() {
        return read(Quantity.RESIDENT, true);
    }

    private Recipe read(Quantity quantity, boolean divides) {
        return new Recipe(runtime, load, java, environment, flags, params, warmed, tasks, quantity, divides);
    }

    /// How its figure is read from what was weighed.
    public PerTask reading() {
        return divides ? PerTask.divided(quantity, tasks) : PerTask.slope(quantity);
    }

    /// Its load, told all that the recipe says.
    ///
    /// @param program that has it: `chapter10.py`
    Series on(Scale scale, String program) {
        var series = new Series(scale, reading().sizes(tasks));
        if (runtime.equals("go")) series.go(load, program);
        else if (java.isEmpty()) series.python(load, program).alone(load); // another Python is another figure
        else {
            series.java(load, java.get()).flags(flags.toArray(String[]::new));
            if (warmed) series.warmed();
        }
        environment.forEach(series::environment);
        params.forEach(series::with);
        return series;
    }

    /// The row of one that is not weighed.
    Weighing failed(String why) {
        return new Weighing(new Contender(load, runtime, ""), tasks, Map.of(), 1, Optional.empty(), Optional.empty(),
            OptionalLong.empty(), OptionalLong.empty(), new Outcome.Failed(why));
    }

    /// What cannot be weighed about it, a sentence without its end; empty when all is well.
    ///
    /// @param program whose loads are allowed
    Optional<String> flaw(String program) {
        if (!program.endsWith(PROGRAMS.get(runtime))) return Optional.of("your recipe has a load in "
            + RUNTIMES.get(runtime) + ", and one of " + program + " is asked for");
        int least = divides ? 1 : 5;
        if (tasks < least || tasks > MOST) return Optional.of("your recipe has " + Counted.of(tasks, "task")
            + ", and a process can have " + least + " to 200,000");
        var other = environment.keySet().stream().filter(v -> !TUNES.matcher(v).matches()).findFirst();
        if (other.isPresent()) return Optional.of("your recipe sets the variable \"" + other.get()
            + "\", and only those are allowed that tune a runtime, like PYTHONMALLOC or GOGC");
        if (java.isEmpty() && (warmed || !flags.isEmpty())) return Optional.of("your recipe has "
            + (warmed ? "warm()" : "flags") + " for a program in " + RUNTIMES.get(runtime)
            + ", and only a JVM can be told that");
        return Optional.empty();
    }

    /// `asyncio tasks, depth 20, PYTHONMALLOC=debug, × 10,000: whole process ÷ 10,000`
    @Override
    public String toString() {
        var told = params.entrySet().stream().map(e -> ", " + e.getKey() + " " + e.getValue());
        var set = environment.entrySet().stream().map(e -> ", " + e);
        var all = Arrays.asList(load, told.collect(Collectors.joining()), set.collect(Collectors.joining()),
            flags.isEmpty() ? "" : ", " + String.join(" ", flags), warmed ? ", warmed" : "");
        return String.join("", all) + ": " + reading();
    }
}
