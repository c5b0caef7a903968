package memorytax.measure.plan;

import memorytax.child.Message;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/// The figures of a `MARK`: `MARK name=letters late=2 of=40`.
final class MarkFigures {
    private static final String NUMBER = "-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?";

    private MarkFigures() {
    }

    /// All that it says beside its name.
    ///
    /// @param trouble hears of a value that is not a number, in a sentence without its end
    static Map<String, Double> of(Message mark, Consumer<String> trouble) {
        var figures = new LinkedHashMap<String, Double>();
        mark.values().forEach((key, value) -> {
            if (value.matches(NUMBER)) figures.put(key, Double.valueOf(value));
            else if (!key.equals("name")) trouble.accept("the process reported " + key + "=" + value
                + ", which is not a number");
        });
        return figures;
    }
}
