package memorytax.notebook;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Which cells of a chapter are wanted, before it is known which chapter.
@FunctionalInterface
public interface Selection {
    /// The choice, made on this chapter.
    ///
    /// @throws IllegalArgumentException for a name that the chapter does not have; its one line lists what it has
    Plan of(Chapter chapter);

    /// Everything.
    static Selection all() {
        return chapter -> new Plan(chapter.documented(), Set.of());
    }

    /// One cell, and the steps that it needs.
    static Selection only(String name) {
        return chapter -> plan(chapter, List.of(known(chapter, name)));
    }

    /// A cell and all that follow, and the steps that they need.
    static Selection from(String name) {
        return chapter -> plan(chapter, names(chapter).subList(names(chapter).indexOf(known(chapter, name)),
                names(chapter).size()));
    }

    /// A step and those that depend on it, on top of what an earlier run has left.
    static Selection again(String name) {
        return chapter -> {
            var wanted = new Flow(chapter).dependents(known(chapter, name));
            return new Plan(chapter.documented().stream()
                    .filter(cell -> cell.name().equals(name) || wanted.contains(cell.name())).toList(), Set.of());
        };
    }

    private static Plan plan(Chapter chapter, List<String> wanted) {
        var needed = wanted.stream().flatMap(name -> new Flow(chapter).needs(name).stream())
                .filter(name -> !wanted.contains(name)).collect(Collectors.toCollection(HashSet::new));
        return new Plan(chapter.documented().stream()
                .filter(cell -> wanted.contains(cell.name()) || needed.contains(cell.name())).toList(), needed);
    }

    private static List<String> names(Chapter chapter) {
        return chapter.documented().stream().map(Cell::name).toList();
    }

    private static String known(Chapter chapter, String name) {
        if (!names(chapter).contains(name)) {
            throw new IllegalArgumentException("%s has no cell \"%s\"; it has %s"
                    .formatted(chapter.name(), name, String.join(", ", names(chapter))));
        }
        return name;
    }
}
