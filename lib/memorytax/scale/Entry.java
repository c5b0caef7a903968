package memorytax.scale;

import java.util.function.UnaryOperator;

/// A contender as a series lists it: a load of the chapter, or one that was found elsewhere.
///
/// @param java  null for the others
/// @param other null for a load of the chapter
record Entry(JavaPeer java, Peers.Peer other, Terms terms) {
    static Entry of(JavaPeer java) {
        return new Entry(java, null, Terms.ALL);
    }

    static Entry of(Peers.Peer other) {
        return new Entry(null, other, Terms.ALL);
    }

    String name() {
        return java == null ? other.contender().name() : java.name();
    }

    Entry on(UnaryOperator<Terms> change) {
        return new Entry(java, other, change.apply(terms));
    }

    /// @throws IllegalArgumentException when it is no load of the chapter
    Entry java(String what, UnaryOperator<JavaPeer> change) {
        if (java == null) throw new IllegalArgumentException(what + "() is for Java loads, and " + name() + " is none");
        return new Entry(change.apply(java), null, terms);
    }

    Rival rival() {
        return new Rival(java == null ? other : java.peer(), terms);
    }
}
