package memorytax.room;

import java.util.List;
import java.util.stream.Collectors;

/// What became of a pack.
///
/// @param seat     whose it is, counted from 1 in the order in which seats came
/// @param seats    how many there are now
/// @param how      it was taken
/// @param chapters that are in it
record Arrival(int seat, int seats, How how, List<String> chapters) {
    /// How it was taken.
    enum How {
        /// Of a seat that was not there before.
        FIRST,
        /// In place of another one of the same seat.
        REPLACES,
        /// The same as another seat has sent, so it is not taken: it would be counted twice.
        THERE
    }

    /// For who has sent it.
    String sentence() {
        return switch (how) {
            case FIRST -> "It is seat %d of %d.".formatted(seat, seats);
            case REPLACES -> "It replaces what seat %d sent before.".formatted(seat);
            case THERE -> "It is there already: seat %d has sent the same pack.".formatted(seat);
        };
    }

    /// For who looks at the room's terminal.
    String line() {
        var numbers = chapters.stream().map(name -> name.replace("chapter", "")).collect(Collectors.joining(", "));
        return "seat %d: %s %s%s".formatted(seat, chapters.size() == 1 ? "chapter" : "chapters", numbers, switch (how) {
            case FIRST -> "";
            case REPLACES -> " (replaced)";
            case THERE -> " (there already)";
        });
    }
}
