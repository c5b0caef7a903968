package memorytax.measure.result;

import memorytax.child.Message;

/// Who is weighed.
///
/// @param name    as it stands in tables and on lines: `goroutines`, and of a variant `goroutines (own queue)`; without
///                a comma, so that several can be listed
/// @param runtime `java`, `go`, `python`, or what a program of the reader's calls itself
/// @param version of that runtime: `1.26.8`; empty until a child has said it
public record Contender(String name, String runtime, String version) {
    /// The name of a variant: `goroutines (GOGC=50)`.
    public static String variant(String name, String what) {
        return name + " (" + what + ")";
    }

    /// Whether this is such a name.
    public static boolean isVariant(String name) {
        return name.endsWith(")") && name.contains(" (");
    }

    /// The name without what tells it from others of its kind: `goroutines`.
    public static String kind(String name) {
        return isVariant(name) ? name.substring(0, name.indexOf(" (")) : name;
    }

    /// What tells a variant from others of its kind: `own queue`; the whole name of one that is no variant.
    public static String trait(String name) {
        return isVariant(name) ? name.substring(name.indexOf(" (") + 2, name.length() - 1) : name;
    }

    /// The name as a person may write it, who has it from an older file: `goroutines, own queue`.
    public static String written(String name) {
        var parts = name.strip().split(", *", 2);
        return parts.length == 1 || isVariant(name) ? name.strip() : variant(parts[0], parts[1]);
    }

    /// With runtime and version from the child's `READY`, where they were not known before.
    public Contender saidBy(Message ready) {
        return version.isEmpty() ? new Contender(name, ready.text("runtime"), ready.text("version")) : this;
    }

    /// `goroutines (go 1.26.8)`
    @Override
    public String toString() {
        var on = (runtime + " " + version).strip();
        return on.isEmpty() ? name : name + " (" + on + ")";
    }
}
