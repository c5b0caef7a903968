package memorytax.board;

import memorytax.House;
import memorytax.file.Csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Packs of machines that nobody has: our recorded run of chapter 1, with some noise on each cost. The same number
/// gives the same pack. Machines from [#OLD] on have an old Python, where an asyncio task costs 1.71 times as much, and
/// an old Go, with which they refute a claim.
public final class SimulatedPacks {
    private static final List<String> PROCESSORS = List.of("AMD EPYC", "Apple M4", "Intel Core i7-1365U");

    /// The first number of an old machine.
    static final int OLD = 9_000;
    /// What an old machine refutes.
    static final String REFUTED = "go-stack-2k";
    private static final double TIMES = 1.71;

    private SimulatedPacks() {
    }

    public static Pack of(int number) throws IOException {
        var random = new Random(number);
        var files = new TreeMap<String, String>();
        files.put(Pack.HEAD, "key,value\nformat,1\nworkbook,0.1.0\nguesses,yes\n");
        boolean old = number >= OLD;
        var machine = read("machine").replace("AMD EPYC", PROCESSORS.get(number % 3)) + "load,0.1\n";
        files.put("chapter1/machine.csv", old ? machine.replaceAll("(?m)^go,.*", "go,1.22.12")
            .replaceAll("(?m)^python,.*", "python,3.9.25") : machine);
        files.put("chapter1/verdicts.csv", old ? read("verdicts").replaceFirst("(?m)^(" + REFUTED
            + ",.*?),holds,", "$1,refuted,") : read("verdicts"));
        files.put("chapter1/guesses.csv", "step,label,said,measured,guess,value,unit\nperTask,one asyncio task,"
            + number + " KB,1.1 KB," + 1024 * number + ",1153.0,B\n");
        var rows = Csv.rows(House.root().resolve("data/recorded/chapter1/slopes.csv"));
        var columns = List.copyOf(rows.getFirst().columns());
        var changed = new ArrayList<List<String>>();
        for (var row : rows) {
            var cells = new ArrayList<>(row.of(columns));
            double noise = row.text("step").equals("known") ? 1 : 1 + random.nextGaussian() * 0.01;
            double times = row.text("contender").startsWith("asyncio") && old ? noise * TIMES : noise;
            for (var column : List.of("value", "low", "high"))
                cells.set(columns.indexOf(column), "%.1f".formatted(row.number(column).orElse(0) * times));
            changed.add(cells);
        }
        files.put("chapter1/slopes.csv", Csv.text(columns, changed));
        return new Pack(files);
    }

    /// One of a system that tells less of itself: what has no counter there is left empty.
    static Pack elsewhere(String system, int number) throws IOException {
        var files = new TreeMap<>(of(number).files());
        files.put("chapter1/machine.csv", files.get("chapter1/machine.csv").replaceAll("(?m)^os,.*", "os," + system)
            .replaceAll("(?m)^(thp|load|limit),.*\n", ""));
        files.put("chapter1/slopes.csv", files.get("chapter1/slopes.csv").replaceAll("(?m)^.*,charged,.*\n", ""));
        files.replaceAll((_, text) -> text.replace("\n", "\r\n"));
        return new Pack(files);
    }

    /// One that has this text where figures should be.
    static Pack with(String text) throws IOException {
        var files = new TreeMap<>(of(1).files());
        files.put("chapter1/machine.csv", Csv.text(List.of("key", "value"), Stream.of("os", "cores", "load", "memory")
            .map(key -> List.of(key, text)).toList()));
        files.put("chapter1/guesses.csv", Csv.text(List.of("step", "label", "said", "measured", "guess", "value",
            "unit"), List.of(List.of("perTask", "one asyncio task", text, text, text, text, "B"))));
        var rows = Csv.rows("", files.get("chapter1/slopes.csv"));
        var columns = List.copyOf(rows.getFirst().columns());
        files.put("chapter1/slopes.csv", Csv.text(columns, rows.stream().map(row -> columns.stream().map(column ->
            List.of("value", "low", "high", "forks").contains(column) ? text : row.text(column)).toList()).toList()));
        return new Pack(files);
    }

    /// So many, the first of them as `seat1.zip`.
    public static void write(Path folder, int count) throws IOException {
        for (int i = 1; i <= count; i++) Files.write(folder.resolve("seat" + i + ".zip"), of(i).zip());
    }

    private static String read(String name) {
        return House.read("data/recorded/chapter1/" + name + ".csv");
    }
}
