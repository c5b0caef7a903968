package memorytax.scale;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// On which terms a contender takes part in a series.
///
/// @param most  tasks that it is given
/// @param tasks numbers of tasks of its own; none where those of the series are its
/// @param only  of a parameter's values, those that it takes; of others it takes all
/// @param look  that is had at it from outside
/// @param takes bytes that its largest process is expected to take; 0 where nothing is expected
record Terms(int most, List<Integer> tasks, Map<String, List<Integer>> only, Look look, double takes) {
    /// Those of the series.
    static final Terms ALL = new Terms(Integer.MAX_VALUE, List.of(), Map.of(), Attention.NONE.look(), 0);

    Terms upTo(int most) {
        return new Terms(most, tasks, only, look, takes);
    }

    Terms tasks(List<Integer> tasks) {
        return new Terms(most, tasks, only, look, takes);
    }

    Terms only(String key, List<Integer> values) {
        var all = new TreeMap<>(only);
        all.put(key, values);
        return new Terms(most, tasks, all, look, takes);
    }

    Terms look(Look look) {
        return new Terms(most, tasks, only, look, takes);
    }

    Terms takes(double bytes) {
        return new Terms(most, tasks, only, look, bytes);
    }

    boolean take(Map<String, String> params) {
        return only.entrySet().stream().allMatch(e ->
            !params.containsKey(e.getKey()) || e.getValue().contains(Integer.valueOf(params.get(e.getKey()))));
    }

    /// The numbers of tasks that it is weighed with, ascending.
    ///
    /// @param usual those of the series
    List<Integer> sizes(List<Integer> usual) {
        return (tasks.isEmpty() ? usual : tasks).stream().filter(n -> n <= most).toList();
    }
}
