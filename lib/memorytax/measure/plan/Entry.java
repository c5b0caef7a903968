package memorytax.measure.plan;

import memorytax.measure.process.JavaPeer;
import memorytax.measure.process.Peers;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// A contender as a series lists it: a load of the chapter, or one that was found elsewhere.
///
/// @param java  null for the others
/// @param other null for a load of the chapter
record Entry(JavaPeer java, Peers.Peer other, ContenderOptions terms) {
    static Entry of(JavaPeer java) {
        return new Entry(java, null, ContenderOptions.ALL);
    }

    static Entry of(Peers.Peer other) {
        return new Entry(null, other, ContenderOptions.ALL);
    }

    String name() {
        return java == null ? other.contender().name() : java.name();
    }

    Entry on(UnaryOperator<ContenderOptions> change) {
        return new Entry(java, other, change.apply(terms));
    }

    /// The same with a variable of its environment, and under a name that says so.
    Entry with(String variable, String value) {
        return new Entry(null, (java == null ? other : java.peer()).with(variable, value), terms);
    }

    /// @throws IllegalArgumentException when it is no load of the chapter
    Entry java(String what, UnaryOperator<JavaPeer> change) {
        if (java == null) throw new IllegalArgumentException(what + "() is for Java loads, and " + name() + " is none");
        return new Entry(change.apply(java), null, terms);
    }

    /// Leaves of them only the one of that name.
    ///
    /// @throws IllegalArgumentException when there is none; its line says which there are
    static void leave(String name, List<Entry> of) {
        var names = of.stream().map(Entry::name).distinct().collect(Collectors.joining(", "));
        of.removeIf(e -> !e.name().equals(name));
        if (of.isEmpty()) throw new IllegalArgumentException("\"" + name + "\" is none of these: " + names);
    }

    /// `virtual threads, goroutines × 1,000, 10,000`
    static String said(List<Entry> entries, List<Integer> sizes) {
        return entries.stream().map(Entry::name).collect(Collectors.joining(", ")) + " × "
            + sizes.stream().map(n -> String.format(Locale.ROOT, "%,d", n)).collect(Collectors.joining(", "));
    }

    Rival rival() {
        return new Rival(java == null ? other : java.peer(), terms);
    }
}
