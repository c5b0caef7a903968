package memorytax.measure.process;

import memorytax.child.Child;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How to start a child that speaks the protocol.
///
/// @param command     program and arguments; the process that it names is the one that is weighed, not a wrapper
/// @param environment set on top of the parent's own
/// @param flags       what of these the runtime is told beside its program: `-Xmx128m -Xbatch`
public record Launch(List<String> command, Map<String, String> environment, String flags) {
    /// A runtime that is told nothing beside its program.
    public Launch(List<String> command, Map<String, String> environment) {
        this(command, environment, "");
    }

    /// Whether every line of the process begins with a token that it is told, so that nobody else in it can say one.
    boolean isSigned() {
        return environment.containsKey(Child.SIGNED);
    }

    /// The same, and it is told that token.
    public Launch signed() {
        return with(Child.SIGNED, "1");
    }

    /// What of the reader's runs in it: `method` in a JVM, else `worker`.
    String yours() {
        return Jvm.is(this) ? "method" : "worker";
    }

    /// The same with a variable that the runtime obeys: `GOGC=50`.
    Launch tuned(String variable, String value) {
        var more = (flags + " " + variable + "=" + value).strip();
        return new Launch(command, with(variable, value).environment, more);
    }

    /// Whether one of its flags is such a variable, and no argument of the command.
    boolean isVariable(String flag) {
        var parts = flag.split("=", 2);
        return parts.length == 2 && parts[1].equals(environment.get(parts[0]));
    }

    /// The same with one more variable.
    public Launch with(String variable, String value) {
        var all = new TreeMap<>(environment);
        all.put(variable, value);
        return new Launch(command, all, flags);
    }
}
