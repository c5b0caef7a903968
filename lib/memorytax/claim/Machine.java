package memorytax.claim;

import java.util.Map;

/// The machine that a chapter ran on, as machine.csv has it: keys os, kernel, cpu, cores, memory, limit, jdk, gc, go,
/// python, thp, workbook, started. What is not known is left empty.
public record Machine(Map<String, String> facts) {
    public String get(String key) {
        return facts.getOrDefault(key, "");
    }

    /// `2 cores of an AMD EPYC, 23 GB, Linux 6.18, THP madvise`
    public String hardware() {
        return "%s cores of %s, %s%s, %s%s".formatted(get("cores"), get("cpu"), get("memory"),
            get("limit").isEmpty() ? "" : " (limited to " + get("limit") + ")", get("os"), get("thp").isEmpty() ? "" : ", THP " + get("thp"));
    }

    /// `Temurin 25.0.3 (G1) · Go 1.26.8 · CPython 3.13.0`; what was not found is said to be missing.
    public String software() {
        return "%s (%s) · %s · %s".formatted(get("jdk"), get("gc"), get("go").isEmpty() ? "no Go" : "Go " + get("go"), get("python").isEmpty() ? "no Python" : "CPython " + get("python"));
    }
}
