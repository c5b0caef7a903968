package memorytax.measure.result;

/// What can be asked of a weighing.
public enum Quantity {
    /// Bytes above the baseline, as the operating system counts the pages of a process.
    RESIDENT("resident"),
    /// The same, and what the kernel holds for it beside that: what a container's limit counts, so what you pay.
    CHARGED("charged"),
    /// Bytes of addresses above those of the baseline: asked for, and free of charge until they are written to.
    RESERVED("reserved"),
    /// Bytes of the whole process, its baseline included.
    TOTAL("total"),
    /// Bytes above the baseline at the highest moment.
    PEAK("peak"),
    /// Bytes above the baseline, a page that several processes share counted as that part of a page for each: 1 / 4 of
    /// it where four have it. What a process pays for a library or a class archive falls as more processes of its kind
    /// run, so PSS depends on what else runs. The pages of tasks are a process's own, and count whole.
    PSS("PSS"),
    /// Bytes that are reachable after a full collection: what you need.
    LIVE("live");

    private final String word;

    Quantity(String word) {
        this.word = word;
    }

    /// As it stands in tables and in slopes.csv.
    @Override
    public String toString() {
        return word;
    }
}
