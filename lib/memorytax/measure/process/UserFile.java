package memorytax.measure.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a reader brings to the scale. A step receives it as its parameter `UserFile own`.
///
/// @param file   the reader's
/// @param text   in the file; empty when it is none
/// @param mine   the loads in it, one at least
/// @param others who is to be weighed beside them
public record UserFile(Path file, String text, List<Entrant> mine, List<Entrant> others) {
    private static final int LINES = 60;

    /// One of them, ready to start.
    ///
    /// @param most with no more tasks than that
    public record Entrant(Peers.Peer peer, int most) {
        /// With as many tasks as there are.
        public Entrant(Peers.Peer peer) {
            this(peer, Integer.MAX_VALUE);
        }

        /// As it stands in tables.
        public String name() {
            return peer.contender().name();
        }
    }

    /// `mine.py`
    public String name() {
        return file.getFileName().toString();
    }

    /// The name of the load that comes first in the file.
    public String first() {
        return mine.getFirst().name();
    }

    /// The file as Markdown: as much of it as one takes in at a glance.
    public String code() {
        if (text.isBlank()) return "`" + name() + "` is a program. It is started as it is.";
        var lines = text.strip().lines().toList();
        int left = lines.size() - LINES;
        var more = left <= 0 ? ""
            : String.format(Locale.ROOT, "… and %,d more %s.", left, left == 1 ? "line" : "lines");
        var ending = name().substring(name().lastIndexOf('.') + 1);
        return lines.stream().limit(LINES).collect(Collectors.joining("\n", "```" + ending + "\n", "\n```\n")) + more;
    }

    /// The reader's, then the others.
    public List<Entrant> all() {
        return Stream.concat(mine.stream(), others.stream()).toList();
    }

    /// `mine.py: handlers, beside goroutines`
    @Override
    public String toString() {
        return name() + ": " + names(mine) + (others.isEmpty() ? "" : ", beside " + names(others));
    }

    private static String names(List<Entrant> entrants) {
        return entrants.stream().map(Entrant::name).collect(Collectors.joining(", "));
    }
}
