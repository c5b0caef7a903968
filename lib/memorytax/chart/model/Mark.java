package memorytax.chart.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What stands in a row of a chart.
public sealed interface Mark {
    /// A filled dot, a hollow one, or both, each with its interval.
    record Dots(Optional<Spread> filled, Optional<Spread> hollow) implements Mark {
        /// Those that there are, the filled one last.
        public List<Spread> all() {
            return Stream.of(hollow, filled).flatMap(Optional::stream).toList();
        }
    }

    /// How single values are spread: a box around the middle half of them, with whiskers to the outermost.
    ///
    /// @param values ascending, at least one
    record Box(List<Double> values) implements Mark {
        /// The value below which that share of all lies: 0.5 for the median.
        public double at(double share) {
            double place = share * (values.size() - 1);
            int below = (int) place, above = Math.min(below + 1, values.size() - 1);
            return values.get(below) + (place - below) * (values.get(above) - values.get(below));
        }
    }

    /// A bar from zero.
    ///
    /// @param solid how much of it is more than what is merely paid for
    record Bar(Spread whole, double solid) implements Mark {
    }

    /// A bar from zero, cut into parts.
    ///
    /// @param parts   from the left
    /// @param rest    what no part accounts for; zero where nothing is missing
    /// @param weighed the whole, as it was found in another way
    record Stack(List<Part> parts, double rest, Optional<Spread> weighed) implements Mark {
        /// What the parts come to.
        public double sum() {
            return parts.stream().mapToDouble(Part::value).sum();
        }
    }

    /// A part of a bar: `StackChunk`, 216.
    record Part(String name, double value) {
    }

    /// More or less than something else: a bar from the zero line to either side, with its interval.
    ///
    /// @param hollow the difference of a second quantity
    /// @param pale   whether it is of the second of two kinds, and has the paler tone
    /// @param seen   whether there is a difference for sure; else it stays in the background
    record Change(Spread difference, Optional<Spread> hollow, boolean pale, boolean seen) implements Mark {
    }

    /// When something was busy.
    ///
    /// @param busy stretches one after the other; between them there is nothing
    record Spans(List<Busy> busy) implements Mark {
    }

    /// @param share of the stretch, 1 for all of it
    record Busy(double from, double to, double share) {
    }
}
