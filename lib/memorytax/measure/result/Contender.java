package memorytax.measure.result;

import memorytax.child.Message;

/// Who is weighed.
///
/// @param name    as it stands in tables and on lines: `goroutines`
/// @param runtime `java`, `go`, `python`, or what a program of the reader's calls itself
/// @param version of that runtime: `1.26.8`; empty until a child has said it
public record Contender(String name, String runtime, String version) {
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
