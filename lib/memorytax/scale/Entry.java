package memorytax.scale;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// A contender as a series lists it: a load of the chapter, or one that was found elsewhere.
///
/// @param java  null for the others
/// @param other null for a load of the chapter
/// @param most  tasks that it is given
/// @param tasks numbers of tasks of its own; none where those of the series are its
/// @param only  of a parameter's values, those that it takes; of others it takes all
record Entry(JavaPeer java, Peers.Peer other, int most, List<Integer> tasks, Map<String, List<Integer>> only) {
    static Entry of(JavaPeer java) {
        return new Entry(java, null, Integer.MAX_VALUE, List.of(), Map.of());
    }

    static Entry of(Peers.Peer other, int most) {
        return new Entry(null, other, most, List.of(), Map.of());
    }

    String name() {
        return java == null ? other.contender().name() : java.name();
    }

    Entry upTo(int tasks) {
        return new Entry(java, other, tasks, this.tasks, only);
    }

    Entry tasks(List<Integer> tasks) {
        return new Entry(java, other, most, tasks, only);
    }

    Entry only(String key, List<Integer> values) {
        var all = new TreeMap<>(only);
        all.put(key, values);
        return new Entry(java, other, most, tasks, all);
    }

    /// @throws IllegalArgumentException when it is no load of the chapter
    Entry java(String what, UnaryOperator<JavaPeer> change) {
        if (java == null) throw new IllegalArgumentException(what + "() is for Java loads, and " + name() + " is none");
        return new Entry(change.apply(java), null, most, tasks, only);
    }

    Rival rival() {
        return new Rival(java == null ? other : java.peer(), most, tasks, only);
    }
}
