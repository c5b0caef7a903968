package memorytax.knob;

import memorytax.measure.result.Quantity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The words that people use beside a figure.
final class FigureWords {
    /// Tasks of other runtimes. Some have a word in common with those that are weighed: a green thread is no thread of
    /// the operating system.
    static final Pattern ELSEWHERE = any("green[- ]?threads?", "greenlets?", "gevent", "fib(?:er|re)s?", "kotlin",
        "tokio", "rust", "erlang", "elixir", "actors?", "\\.net", "c#", "node(?:\\.?js)?", "javascript", "promises?",
        "pthreads?", "php", "ruby", "swift");
    /// Flags, variables, versions, and what else may be changed about a process.
    static final Pattern SETTING = Pattern.compile("(?<![\\w.=-])(" + String.join("|",
        "-[xd][^\\s,;)]+", "[a-z_]+=[^\\s,;)]+",
        "(?:(?:open)?jdk|java) ?\\d{1,2}(?:\\.\\d+)*", "go(?:lang)? ?1(?:\\.\\d+)+",
        "(?:c?python|py) ?[23](?:\\.\\d+)+t?",
        "(?:the )?(?:serial|parallel|g1|zgc|shenandoah|epsilon)(?:[- ]?gc| collector)?", "cold", "warm(?:ed)?(?: up)?",
        "interpreter", "c[12] only", "compact headers", "huge pages", "untracked", "no green tea",
        "uvloop", "free[- ]threaded", "no[- ]?gil", "tracemalloc", "(?:pymalloc|c malloc|checked malloc)", "one arena",
        "dev(?:elopment)?[- ]mode", "(?:asyncio )?debug(?: mode)?",
        "small first stacks", "own queues?", "queues?", "nothing", "timers?", "sleep(?:ing|s)?", "not yet run",
        "depth \\d+", "\\d+ deep")
        + ")(?=[\\s,;:)]|$)");
    /// How a quantity is called, in the order in which they are looked for.
    static final Map<Quantity, Pattern> QUANTITIES = quantities();
    /// Without these the text says the same.
    static final Set<String> FILLERS = Set.of("a", "an", "the", "of", "for", "per", "each", "every", "one", "with",
        "in", "on", "at", "by", "and", "is", "are", "it", "its", "i", "my", "our", "we", "about", "around", "roughly",
        "only", "approximately", "approx", "ca", "some", "just", "takes", "take", "took", "uses", "use", "used",
        "costs", "cost", "needs", "need", "memory", "mem", "machine", "idle", "waiting", "parked", "blocked", "further",
        "additional", "more", "everything", "process", "that", "there", "when", "holding", "under", "using",
        "measured", "says", "task", "tasks", "thread", "threads", "python", "java", "jvm", "go", "golang");

    private FigureWords() {
    }

    /// Any of these, as whole words.
    static Pattern any(String... words) {
        return Pattern.compile("(?<![\\w-])(?:" + String.join("|", words) + ")(?![\\w-])");
    }

    private static Map<Quantity, Pattern> quantities() {
        var all = new LinkedHashMap<Quantity, Pattern>();
        all.put(Quantity.LIVE, any("live", "(?:of |on |in )?(?:the |java )*heap", "reachable", "retained",
            "after (?:a )?(?:full )?gc"));
        all.put(Quantity.PSS, any("pss"));
        all.put(Quantity.CHARGED, any("charged", "cgroup", "container", "docker", "kubernetes", "k8s"));
        all.put(Quantity.PEAK, any("peak", "at most", "max(?:imum)?", "vmhwm", "high[- ]water(?: mark)?"));
        all.put(Quantity.RESERVED, any("reserved", "virtual (?:memory|size)", "vsz", "vsize", "virt", "address space"));
        all.put(Quantity.TOTAL, any("(?:the )?whole process", "(?:in )?total", "altogether", "all in all"));
        all.put(Quantity.RESIDENT, any("resident(?: set)?(?: size)?", "rss", "ram"));
        return all;
    }
}
