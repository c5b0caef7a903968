///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION How a board grows: seconds, memory and bytes with 30, 1,000, 10,000 and 100,000 machines that nobody has
//JAVA 25+
//DEPS ../../Lib.java
//DEPS org.duckdb:duckdb_jdbc:1.4.3.0
//SOURCES ../memorytax/House.java
//FILES rooms.sql
//RUNTIME_OPTIONS --enable-native-access=ALL-UNNAMED
//RUNTIME_OPTIONS --sun-misc-unsafe-memory-access=allow
//RUNTIME_OPTIONS -XX:+UseSerialGC -Xmx160m -XX:TieredStopAtLevel=1
package memorytax.measure.process;

import memorytax.House;
import memorytax.child.Median;
import memorytax.file.AtomicFile;
import memorytax.file.Csv;
import memorytax.file.OutputFolder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// From the command to the page, over rooms of Parquet files that `rooms.sql` makes up: wall time, and the largest
/// resident set of the process. The middle of three runs.
public final class Rooms {
    private static final int[] SEATS = {30, 1_000, 10_000, 100_000};
    private static final int ROOM = 5_000, RUNS = 3;
    /// What the largest room may take.
    private static final double SECONDS = 10, MB = 1_000;
    private static final List<String> COLUMNS = List.of("machines", "parquet_mb", "seconds", "peak_mb", "page_kb");
    private static final Map<String, String> ORDERS = Map.of("facts", "key", "slopes", "step, contender, quantity",
        "verdicts", "claim", "guesses", "step");

    private Rooms() {
    }

    public static void main(String[] args) throws Exception {
        var rows = new ArrayList<List<String>>();
        var folder = Files.createTempDirectory("rooms");
        boolean holds = true;
        try {
            System.out.printf("%9s %12s %9s %9s %9s%n", "machines", "Parquet", "time", "peak", "page");
            for (int seats : SEATS) {
                var rooms = folder.resolve("rooms" + seats);
                make(seats, rooms);
                double[] seconds = new double[RUNS], peaks = new double[RUNS];
                var out = folder.resolve("out" + seats);
                for (int i = 0; i < RUNS; i++) run(rooms, out, i, seconds, peaks);
                double time = Median.of(seconds), peak = Median.of(peaks), page = size(out.resolve("board.html")) / 1e3;
                System.out.printf(Locale.ROOT, "%,9d %9.1f MB %7.2f s %6.0f MB %6.0f KB%n", seats, size(rooms) / 1e6,
                    time, peak, page);
                rows.add(Stream.of((double) seats, size(rooms) / 1e6, time, peak, page).map(value ->
                    String.format(Locale.ROOT, "%.2f", value).replaceFirst("[.]00$", "")).toList());
                holds = time < SECONDS && peak < MB;
                delete(rooms);
                delete(out);
            }
        } finally {
            delete(folder);
        }
        var file = OutputFolder.of(null).resolve("rooms.csv");
        Files.createDirectories(file.getParent());
        AtomicFile.write(file, Csv.text(COLUMNS, rows));
        System.out.printf(Locale.ROOT, "%,d machines in less than %.0f s and %.0f MB: %s; written: %s%n",
            SEATS[SEATS.length - 1], SECONDS, MB, holds ? "yes" : "no", OutputFolder.shown(file));
        System.exit(holds ? 0 : 1);
    }

    private static void run(Path rooms, Path out, int number, double[] seconds, double[] peaks) throws Exception {
        long start = System.nanoTime();
        var process = new ProcessBuilder(House.root().resolve("jbang").toString(), "board", "--out", out.toString(),
            rooms.toString()).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        while (process.isAlive()) {
            peaks[number] = Math.max(peaks[number], peak(process.pid()) / 1e6);
            Thread.sleep(20);
        }
        if (process.waitFor() != 0) throw new IllegalStateException("board ended with " + process.exitValue());
        seconds[number] = (System.nanoTime() - start) / 1e9;
    }

    /// The launcher becomes the JVM, so it is the same process. Zero where the system does not tell.
    private static long peak(long pid) throws IOException {
        var status = Path.of("/proc/" + pid + "/status");
        try (Stream<String> lines = Files.exists(status) ? Files.lines(status) : Stream.empty()) {
            return lines.filter(line -> line.startsWith("VmHWM:")).mapToLong(line ->
                1024 * Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElse(0);
        } catch (IOException | java.io.UncheckedIOException e) {
            return 0; // it has just ended
        }
    }

    private static void make(int seats, Path folder) throws IOException, SQLException {
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:"); var statement = duck.createStatement()) {
            var recorded = House.root().resolve("data/recorded/chapter1").toString().replace("'", "''");
            statement.execute("SET temp_directory = '" + folder + "-spill'");
            statement.execute("CREATE MACRO recorded() AS '" + recorded + "'");
            statement.execute("CREATE MACRO seats() AS " + seats);
            statement.execute("CREATE MACRO per_room() AS " + ROOM);
            try (var sql = Rooms.class.getResourceAsStream("/rooms.sql")) {
                statement.execute(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
            }
            for (int i = 0; i <= (seats - 1) / ROOM; i++) {
                var room = "room%03d".formatted(i + 1);
                Files.createDirectories(folder.resolve(room));
                for (var table : ORDERS.entrySet())
                    statement.execute(("COPY (SELECT * EXCLUDE (room) FROM some_%1$s WHERE room = '%2$s' ORDER BY "
                        + "chapter, %3$s, seat) TO '%4$s/%2$s/%1$s.parquet'").formatted(table.getKey(), room,
                        table.getValue(), folder));
            }
        }
    }

    private static double size(Path path) throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }
}
