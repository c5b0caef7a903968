package memorytax.notebook;

import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What an edit has touched: cells with another code, and those whose code names a touched one. Prose and imports do
/// not count.
record Changes(Chapter before, Chapter after) {
    /// Names of cells of the later chapter, in file order.
    Set<String> touched() {
        return touched(Set.of());
    }

    /// The same, if these cells count as changed, whatever their code.
    Set<String> touched(Set<String> also) {
        var codes = before.cells().stream().collect(Collectors.toMap(Cell::name, Cell::code, (a, _) -> a));
        var touched = new HashSet<>(also);
        for (var cell : after.cells()) if (!cell.code().equals(codes.get(cell.name()))) touched.add(cell.name());
        var words = after.cells().stream().collect(Collectors.toMap(Function.identity(), Changes::words));
        boolean more = true;
        while (more) more = spread(touched, words);
        return after.cells().stream().map(Cell::name).filter(touched::contains)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean spread(Set<String> touched, Map<Cell, Set<String>> words) {
        var more = words.entrySet().stream().filter(e -> e.getValue().stream().anyMatch(touched::contains))
            .map(e -> e.getKey().name()).toList();
        return touched.addAll(more);
    }

    private static Set<String> words(Cell cell) {
        return Pattern.compile("\\W+").splitAsStream(cell.code()).collect(Collectors.toSet());
    }
}
