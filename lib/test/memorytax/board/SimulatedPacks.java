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

/// Packs of machines that nobody has: our recorded run of chapter 1, with some noise on each cost. The same number
/// gives the same pack.
public final class SimulatedPacks {
    private static final List<String> PROCESSORS = List.of("AMD EPYC", "Apple M4", "Intel Core i7-1365U");

    private SimulatedPacks() {
    }

    /// @param factor on the cost of each asyncio task
    public static Pack of(int number, double factor) throws IOException {
        var random = new Random(number);
        var files = new TreeMap<String, String>();
        files.put(Pack.HEAD, "key,value\nformat,1\nworkbook,0.1.0\nguesses,yes\n");
        files.put("chapter1/machine.csv", read("machine").replace("AMD EPYC", PROCESSORS.get(number % 3)));
        files.put("chapter1/verdicts.csv", read("verdicts"));
        files.put("chapter1/guesses.csv", "step,label,said,measured,guess,value,unit\nperTask,one asyncio task,"
            + number + " KB,1.1 KB," + 1024 * number + ",1153.0,B\n");
        var rows = Csv.rows(House.root().resolve("data/recorded/chapter1/slopes.csv"));
        var columns = List.copyOf(rows.getFirst().columns());
        var changed = new ArrayList<List<String>>();
        for (var row : rows) {
            var cells = new ArrayList<>(row.of(columns));
            double noise = 1 + random.nextGaussian() * 0.01;
            double times = row.text("contender").startsWith("asyncio") ? noise * factor : noise;
            for (var column : List.of("value", "low", "high"))
                cells.set(columns.indexOf(column), "%.1f".formatted(row.number(column).orElse(0) * times));
            changed.add(cells);
        }
        files.put("chapter1/slopes.csv", Csv.text(columns, changed));
        return new Pack(files);
    }

    /// So many, the first of them as `seat1.zip`.
    public static void write(Path folder, int count) throws IOException {
        for (int i = 1; i <= count; i++) Files.write(folder.resolve("seat" + i + ".zip"), of(i, 1).zip());
    }

    private static String read(String name) {
        return House.read("data/recorded/chapter1/" + name + ".csv");
    }
}
