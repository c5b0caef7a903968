package memorytax.measure.plan;

import memorytax.measure.process.JavaPeer;
import memorytax.measure.process.Jvm;
import memorytax.measure.process.Peers;
import memorytax.measure.result.Contender;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Who takes part in a series, and with which options: a load of the chapter, or one that was found elsewhere.
///
/// @param java  a load of the chapter whose flags may still change; null for the others, and once it is [#ready]
/// @param other null for a load of the chapter
record Participant(JavaPeer java, Peers.Peer other, ContenderOptions options) {
    static Participant of(JavaPeer java) {
        return new Participant(java, null, ContenderOptions.ALL);
    }

    static Participant of(Peers.Peer other) {
        return new Participant(null, other, ContenderOptions.ALL);
    }

    String name() {
        return java == null ? other.contender().name() : java.name();
    }

    Participant on(UnaryOperator<ContenderOptions> change) {
        return new Participant(java, other, change.apply(options));
    }

    /// The same with a variable of its environment, and under a name that says so.
    Participant with(String variable, String value) {
        return new Participant(null, (java == null ? other : java.peer()).with(variable, value), options);
    }

    /// The same with one thing changed, and under a name that says so: `virtual threads (Serial)`.
    ///
    /// @param changes flags of a JVM, `-XX:+UseSerialGC`, and variables of the environment, `GOGC=25`
    Participant turned(String knob, List<String> changes) {
        var flags = changes.stream().filter(c -> c.startsWith("-")).toArray(String[]::new);
        var peer = (flags.length == 0 ? this : java("flags", java -> java.with(flags))).ready().other;
        for (var each : changes.stream().filter(c -> !c.startsWith("-")).map(c -> c.split("=", 2)).toList())
            peer = peer.with(each[0], each[1]);
        var trait = Contender.isVariant(name()) ? Contender.trait(name()) + "; " + knob : knob;
        return new Participant(null, peer.as(Contender.variant(Contender.kind(name()), trait)), options);
    }

    /// The same, told something that changes nothing of the runtime, and so nothing of its name.
    Participant told(Map<String, String> variables) {
        return new Participant(null, ready().other.told(variables), options);
    }

    /// The same, not to be started here.
    ///
    /// @param why in a reader's words
    Participant missing(String why) {
        return new Participant(null, Peers.Peer.missing(ready().other.contender(), why), options);
    }

    /// The same, warmed before it is weighed. A load in Kotlin has another name then: the chapter names its load.
    ///
    /// @throws IllegalArgumentException when it runs in no JVM
    Participant warmed() {
        if (java != null || !other.contender().runtime().equals("kotlin")) return java("warmed", JavaPeer::warm);
        var known = other.contender();
        var warm = new Contender(Contender.variant(known.name(), "warmed"), known.runtime(), known.version());
        return new Participant(null, new Peers.Peer(warm, other.launch().map(Jvm::warmed), other.missing()), options);
    }

    /// @throws IllegalArgumentException when it is no load of the chapter
    Participant java(String what, UnaryOperator<JavaPeer> change) {
        if (java == null) throw new IllegalArgumentException(what + "() is for loads in Java, and " + name()
            + " is not one");
        return new Participant(change.apply(java), null, options);
    }

    /// Leaves of them only the one of that name.
    ///
    /// @throws IllegalArgumentException when there is none; its line says which there are
    static void leave(String name, List<Participant> of) {
        var names = of.stream().map(Participant::name).distinct().collect(Collectors.joining(", "));
        of.removeIf(e -> !e.name().equals(name));
        if (of.isEmpty()) throw new IllegalArgumentException("there is no contender \"" + name
            + "\"; there are " + names);
    }

    /// `virtual threads, goroutines × 1,000, 10,000`
    static String said(List<Participant> all, List<Integer> sizes) {
        return all.stream().map(Participant::name).collect(Collectors.joining(", ")) + " × "
            + sizes.stream().map(n -> String.format(Locale.ROOT, "%,d", n)).collect(Collectors.joining(", "));
    }

    /// The same, ready to start.
    Participant ready() {
        return java == null ? this : new Participant(null, java.peer(), options);
    }

    /// How it is started.
    Peers.Peer peer() {
        return other;
    }

    /// The numbers of tasks that it is weighed with, ascending.
    ///
    /// @param usual those of the series
    List<Integer> sizes(List<Integer> usual) {
        return options.sizes(usual);
    }
}
