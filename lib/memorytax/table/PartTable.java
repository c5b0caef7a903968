package memorytax.table;

import memorytax.measure.result.Backpacks;
import memorytax.measure.result.Bytes;
import memorytax.record.PartMeanings;
import tech.tablesaw.api.Table;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the parts of tasks are, each part once: a table per runtime.
final class PartTable {
    /// As a reader knows them.
    static final Map<String, String> RUNTIMES = Map.of("java", "Java", "go", "Go", "python", "Python", "node", "Node",
        "rust", "Rust", "kotlin", "Kotlin", "erlang", "Erlang", "elixir", "Elixir", "ruby", "Ruby");

    private PartTable() {
    }

    static List<Table> of(Backpacks backpacks, Backpacks... known) {
        var told = new HashSet<List<String>>();
        Arrays.stream(known).flatMap(k -> k.all().stream()).forEach(parts -> parts.bytes().keySet()
            .forEach(part -> told.add(List.of(parts.contender().runtime(), part))));
        var tables = new LinkedHashMap<String, Table>();
        for (var parts : backpacks.all()) {
            var runtime = parts.contender().runtime();
            parts.bytes().forEach((part, bytes) -> {
                if (told.add(List.of(runtime, part))) Tables.append(tables.computeIfAbsent(runtime, PartTable::table),
                    part, Bytes.of(bytes), PartMeanings.of(runtime, part).orElse(""));
            });
        }
        return List.copyOf(tables.values());
    }

    private static Table table(String runtime) {
        return Tables.texts("Parts of a task in " + RUNTIMES.getOrDefault(runtime, runtime), "part", "bytes",
            "what it is");
    }
}
