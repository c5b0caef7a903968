package memorytax.session;

import memorytax.catalog.Listing;
import memorytax.catalog.Listings;
import memorytax.catalog.Program;
import memorytax.catalog.ProgramLoads;
import memorytax.measure.plan.Scale;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the pages of a live chapter have to know of a cell's code in Go and in Python: why it cannot be edited, and
/// which step to run after an edit.
final class ProgramTabs {
    /// As it is told to a page; the texts are empty where there is nothing to say.
    ///
    /// @param line at which the code begins in its file
    record Tab(int line, String locked, String run) {
    }

    private record Known(Chapter chapter, List<Program> programs, Map<String, Map<String, Tab>> tabs) {
    }

    private final EditablePrograms programs;
    private volatile Known known;

    ProgramTabs(EditablePrograms programs) {
        this.programs = programs;
    }

    /// The tabs of a cell, by their languages; none for most.
    Map<String, Tab> of(Chapter chapter, Cell.Documented cell) {
        var last = known;
        var all = programs.all();
        if (last == null || last.chapter != chapter || !last.programs.equals(all))
            known = last = new Known(chapter, all, tabs(chapter, all));
        return last.tabs.getOrDefault(cell.name(), Map.of());
    }

    private Map<String, Map<String, Tab>> tabs(Chapter chapter, List<Program> all) {
        var tabs = new HashMap<String, Map<String, Tab>>();
        for (var program : all) {
            var loads = new ProgramLoads(program);
            for (var cell : chapter.documented()) for (var listing : Listings.of(chapter, cell, List.of(program)))
                tabs.computeIfAbsent(cell.name(), _ -> new LinkedHashMap<>()).put(program.language(),
                    new Tab(listing.line(), programs.locked(program.file()),
                        nearest(chapter, cell, listing, loads).orElse("")));
        }
        return tabs;
    }

    /// The next step that measures what the cell shows; behind the last one, the last.
    private static Optional<String> nearest(Chapter chapter, Cell.Documented cell, Listing listing,
                                            ProgramLoads loads) {
        var users = ProgramLoads.users(chapter, listing.file(),
            listing.name().isEmpty() ? _ -> true : loads.running(listing.name()));
        var cells = chapter.documented();
        int here = cells.indexOf(cell);
        var steps = chapter.steps().stream().filter(s -> s.takes(Scale.class) && users.contains(s.name())).toList();
        return steps.stream().filter(step -> cells.indexOf(step) > here).findFirst()
            .or(() -> steps.stream().reduce((_, last) -> last)).map(Cell::name);
    }
}
