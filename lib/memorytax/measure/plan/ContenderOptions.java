package memorytax.measure.plan;

import memorytax.measure.process.Probe;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// On which terms a contender takes part in a series.
///
/// @param most  tasks that it is given
/// @param tasks numbers of tasks of its own; none where those of the series are its
/// @param only  of a parameter's values, those that it takes; of others it takes all
/// @param probe one look at it from outside, once it has its load
/// @param takes bytes that its largest process is expected to take; 0 where nothing is expected
record ContenderOptions(int most, List<Integer> tasks, Map<String, List<Integer>> only, Probe probe, double takes) {
    /// Those of the series.
    static final ContenderOptions ALL =
        new ContenderOptions(Integer.MAX_VALUE, List.of(), Map.of(), WatchOptions.NONE.probe(), 0);

    ContenderOptions upTo(int most) {
        return new ContenderOptions(most, tasks, only, probe, takes);
    }

    ContenderOptions tasks(List<Integer> tasks) {
        return new ContenderOptions(most, tasks, only, probe, takes);
    }

    ContenderOptions only(String key, List<Integer> values) {
        var all = new TreeMap<>(only);
        all.put(key, values);
        return new ContenderOptions(most, tasks, all, probe, takes);
    }

    ContenderOptions probe(Probe probe) {
        return new ContenderOptions(most, tasks, only, probe, takes);
    }

    ContenderOptions takes(double bytes) {
        return new ContenderOptions(most, tasks, only, probe, bytes);
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
