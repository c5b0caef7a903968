package memorytax.cli;

import memorytax.board.Board;
import memorytax.board.Pack;
import memorytax.board.Packs;
import memorytax.page.BoardPage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// The board of a room. No single pack can hinder the others: one that the queries cannot calculate with is found, said
/// and left out.
final class RoomBoard {
    private final Path out;
    private final Consumer<String> log;
    private final Set<String> said = new HashSet<>();

    /// @param out gets the page and the tables
    /// @param log a line for each pack that is left out, once
    RoomBoard(Path out, Consumer<String> log) {
        this.out = out;
        this.log = log;
    }

    /// Makes it of what lies in a folder, and writes it, too; empty where there is no pack.
    Optional<BoardPage> of(Path room) {
        var packs = Packs.read(List.of(room.toString())).all();
        if (packs.isEmpty()) return Optional.empty();
        try {
            return Optional.of(written(board(packs), packs.size()));
        } catch (IllegalStateException e) {
            var good = good(packs, e);
            return good.isEmpty() ? Optional.empty() : Optional.of(written(board(good), good.size()));
        }
    }

    private Board board(Map<String, Pack> packs) {
        return Board.of(new Packs(packs, List.of()), out.resolve("board"));
    }

    private BoardPage written(Board board, int machines) {
        try {
            var page = new BoardPage(board, machines, out);
            page.write();
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Those that a board can be made of, looked for in one half and in the other.
    ///
    /// @param why none can be made of all
    private Map<String, Pack> good(Map<String, Pack> packs, IllegalStateException why) {
        if (packs.size() == 1) {
            var line = "✗ " + packs.keySet().iterator().next() + " is left out: " + why.getMessage();
            if (said.add(line)) log.accept(line);
            return Map.of();
        }
        var good = new LinkedHashMap<String, Pack>();
        var names = List.copyOf(packs.keySet());
        for (var half : List.of(names.subList(0, names.size() / 2), names.subList(names.size() / 2, names.size()))) {
            var some = new LinkedHashMap<String, Pack>();
            half.forEach(name -> some.put(name, packs.get(name)));
            try {
                board(some);
                good.putAll(some);
            } catch (IllegalStateException e) {
                good.putAll(good(some, e));
            }
        }
        return good;
    }
}
