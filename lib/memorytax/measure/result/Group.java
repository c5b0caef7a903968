package memorytax.measure.result;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Costs that belong beside each other, under a name: those of all tasks that wait for a timer.
///
/// @param slopes resident and live of each contender, in its order; those that could not be told are left out
public record Group(String name, List<Slope> slopes) {
    /// What these contenders take in a series.
    public static Group of(String name, Weighings weighed, String... contenders) {
        return new Group(name, Arrays.stream(contenders)
            .flatMap(c -> Stream.of(Quantity.RESIDENT, Quantity.LIVE).flatMap(q -> weighed.slope(c, q).stream()))
            .toList());
    }

    /// What each of them pays, in bytes.
    public List<Slope> resident() {
        return slopes.stream().filter(s -> s.quantity() == Quantity.RESIDENT).toList();
    }

    /// `a timer: goroutines: 2,719 B ± 3 resident per task, 5 forks; …`
    @Override
    public String toString() {
        return name + ": " + String.join("; ", slopes.stream().map(Slope::toString).toList());
    }
}
