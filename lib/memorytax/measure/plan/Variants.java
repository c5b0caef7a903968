package memorytax.measure.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the loads of a series are told beside `tasks`, and the values that it takes in turn.
final class Variants {
    private final Map<String, List<Integer>> params = new TreeMap<>();

    void over(String key, int... values) {
        params.put(key, Arrays.stream(values).distinct().boxed().toList());
    }

    /// Every combination of the parameters' values; one without any, where there are no parameters.
    List<Map<String, String>> all() {
        var variants = List.<Map<String, String>>of(Map.of());
        for (var param : params.entrySet()) {
            var more = new ArrayList<Map<String, String>>();
            for (var value : param.getValue())
                for (var variant : variants) {
                    var with = new TreeMap<>(variant);
                    with.put(param.getKey(), String.valueOf(value));
                    more.add(with);
                }
            variants = more;
        }
        return variants;
    }
}
