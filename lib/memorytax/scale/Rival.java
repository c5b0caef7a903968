package memorytax.scale;

import java.util.List;
import java.util.Map;

/// A contender, ready to start.
///
/// @param most tasks that it is given
/// @param only of a parameter's values, those that it takes
record Rival(Peers.Peer peer, int most, Map<String, List<Integer>> only) {
    boolean takes(Map<String, String> params) {
        return only.entrySet().stream().allMatch(e ->
            !params.containsKey(e.getKey()) || e.getValue().contains(Integer.valueOf(params.get(e.getKey()))));
    }
}
