package memorytax.table;

import memorytax.measure.result.Backpacks;
import memorytax.measure.result.Bytes;
import memorytax.record.PartMeanings;
import tech.tablesaw.api.Table;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// What the parts of tasks are, each part once.
final class PartTable {
    private static final Map<String, String> RUNTIMES = Map.of("java", "Java", "go", "Go", "python", "Python");

    private PartTable() {
    }

    static Table of(Backpacks backpacks, Backpacks... known) {
        var table = Tables.texts("What each part is", "part", "in", "bytes", "what it is");
        var told = new HashSet<List<String>>();
        Arrays.stream(known).flatMap(k -> k.all().stream()).forEach(parts -> parts.bytes().keySet()
            .forEach(part -> told.add(List.of(parts.contender().runtime(), part))));
        for (var parts : backpacks.all()) {
            var runtime = parts.contender().runtime();
            parts.bytes().forEach((part, bytes) -> {
                if (told.add(List.of(runtime, part))) Tables.append(table, part, RUNTIMES.getOrDefault(runtime,
                    runtime), Bytes.of(bytes), PartMeanings.of(runtime, part).orElse(""));
            });
        }
        return table;
    }
}
