package memorytax.scale;

import java.util.List;
import java.util.Map;

/// A contender, ready to start.
///
/// @param most tasks that it is given
/// @param tasks of its own; none where those of the series are its
/// @param only of a parameter's values, those that it takes
record Rival(Peers.Peer peer, int most, List<Integer> tasks, Map<String, List<Integer>> only) {
    boolean takes(Map<String, String> params) {
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
