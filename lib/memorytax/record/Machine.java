package memorytax.record;

import memorytax.measure.plan.Scale;
import memorytax.measure.process.Host;
import memorytax.measure.process.Linux;
import memorytax.measure.result.Bytes;
import memorytax.measure.result.TextColumns;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The machine that a chapter ran on, as machine.csv has it: keys os, kernel, cpu, cores, memory, limit, jdk, gc, one
/// for each runtime that is looked for (go, python, node, rust), thp, load, workbook, started, live. What is not known
/// is left empty; older files may have fewer keys.
public record Machine(Map<String, String> facts) {
    /// Of this workbook, as it stands in every record.
    public static final String WORKBOOK = "0.1.0";
    private static final String LIVE = "live", LOAD = "load", STARTED = "started";

    /// This machine, and what is found on it; of a recorded run, the machine that it comes from.
    public static Machine of(Scale scale) {
        if (scale.archive().only()) return new Machine(scale.archive().machine());
        var facts = new LinkedHashMap<String, String>();
        facts.put("os", System.getProperty("os.name"));
        facts.put("kernel", System.getProperty("os.version"));
        facts.put("cpu", Host.processor());
        facts.put("cores", String.valueOf(Runtime.getRuntime().availableProcessors()));
        facts.put("memory", Bytes.of(Host.memory()));
        facts.put("limit", Linux.limit().isPresent() ? Bytes.of(Linux.limit().getAsLong()) : "");
        facts.put("jdk", vendor() + " " + System.getProperty("java.version"));
        facts.put("gc", Host.collector());
        for (var runtime : scale.peers().runtimes()) facts.put(runtime, scale.peers().version(runtime).orElse(""));
        facts.put("thp", Linux.hugePages().orElse(""));
        facts.put(LOAD, Host.load().isPresent() ? String.format(Locale.ROOT, "%.1f", Host.load().getAsDouble()) : "");
        facts.put("workbook", WORKBOOK);
        facts.put(STARTED, Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        facts.put(LIVE, scale.progress().isLive() ? "yes" : "no");
        return new Machine(facts);
    }

    /// Whether a browser on it showed the measuring, which takes a little of its time. A file without a word of it is
    /// older than that can be.
    public boolean live() {
        return get(LIVE).equals("yes");
    }

    /// The same machine, when results of an earlier run stand beside those of this one.
    public Machine beside(Earlier run) {
        if (live() || !new Machine(run.machine()).live()) return this;
        var both = new LinkedHashMap<>(facts);
        both.put(LIVE, "yes");
        return new Machine(both);
    }

    /// Whether it is the same one with the same versions, whenever and however it was used. A key that one of the two
    /// does not have yet tells nothing.
    boolean isSame(Machine other) {
        var here = lasting();
        var there = other.lasting();
        here.keySet().retainAll(other.facts.keySet());
        there.keySet().retainAll(facts.keySet());
        return here.equals(there);
    }

    private Map<String, String> lasting() {
        var lasting = new LinkedHashMap<>(facts);
        lasting.keySet().removeAll(List.of(STARTED, LIVE, LOAD));
        return lasting;
    }

    /// The value of a key of machine.csv; empty when it is not known.
    public String get(String key) {
        return facts.getOrDefault(key, "");
    }

    /// `2 cores`, `1 core`.
    public String cores() {
        return get("cores") + (get("cores").equals("1") ? " core" : " cores");
    }

    /// `2 cores of an AMD EPYC, 23 GB, Linux 6.18.44, huge pages madvise`
    public String hardware() {
        return "%s of %s, %s%s, %s %s%s".formatted(cores(), get("cpu"), get("memory"),
            get("limit").isEmpty() ? "" : " (limited to " + get("limit") + ")",
            get("os"), get("kernel").replaceAll("-.*", ""),
            get("thp").isEmpty() ? "" : ", huge pages " + get("thp"));
    }

    /// `Temurin 25.0.3 (G1) · Go 1.26.8 · CPython 3.13.0`; what was not found is said to be missing.
    public String software() {
        return "%s (%s) · %s · %s".formatted(get("jdk"), get("gc"), get("go").isEmpty() ? "no Go" : "Go " + get("go"),
            get("python").isEmpty() ? "no Python" : "CPython " + get("python"));
    }

    private static String vendor() {
        var version = System.getProperty("java.vendor.version", "");
        return version.isBlank() ? System.getProperty("java.vendor") : version.replaceAll("-.*", "");
    }

    /// A line per fact.
    @Override
    public String toString() {
        var known = facts.entrySet().stream().filter(f -> !f.getValue().isEmpty());
        return "the machine\n" + TextColumns.of(known.map(f -> List.of(f.getKey(), f.getValue())).toList());
    }
}
