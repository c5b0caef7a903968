package memorytax.board;

import memorytax.file.Csv;
import tech.tablesaw.api.Table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What can be seen of many packs: a table for each query in `board/sql`. The engine is DuckDB, which is fetched only
/// for this: `lib/board.java` names it. What a table says, its query says: a person can run it in DuckDB's own shell.
///
/// @param machines how many there are
/// @param tables   by the name of the query, in the order in which they are run; of a long one only its beginning
/// @param rows     how many each has in its file
public record Board(long machines, Map<String, Table> tables, Map<String, Long> rows) {
    /// The queries, without `.sql`; each may use the tables of those before it.
    public static final List<String> QUERIES = List.of("costs", "spread", "dots", "groups", "claims", "differing",
        "suspects", "knobs", "outliers", "quiet", "trust", "guessed", "guessed_dots");
    private static final String TABLES = "tables", ROOM = "room", ENGINE = "jdbc:duckdb:";
    /// Rows that a page shows of a table that has one for each machine.
    private static final int SHOWN = 40;
    private static final List<String> LONG = List.of("costs", "differing", "outliers", "quiet");
    /// What DuckDB may take: with our own process it is below a gigabyte, however many machines there are.
    private static final String MEMORY = "400MB";

    /// Begins to load DuckDB, on a thread of its own: that takes as long as reading the packs of a room.
    public static void load() {
        Thread.ofPlatform().daemon().name("DuckDB").start(() -> {
            try {
                DriverManager.getConnection(ENGINE).close();
            } catch (SQLException | LinkageError e) {
                // whoever asks it hears that
            }
        });
    }

    /// Puts the packs side by side.
    ///
    /// @param folder has the packs unpacked; gets the queries, and each table as CSV and as Parquet
    /// @throws IllegalArgumentException with one line, when a room cannot be read
    /// @throws IllegalStateException    with one line, when DuckDB cannot be started
    public static Board of(Packs packs, Path folder) {
        try {
            Files.createDirectories(folder);
            try (var duck = DriverManager.getConnection(ENGINE); var statement = duck.createStatement()) {
                statement.execute("SET memory_limit = '" + MEMORY + "'");
                statement.execute("SET temp_directory = " + quoted(folder.resolve("spill").toString()));
                var rooms = new ArrayList<>(Rooms.readable(packs.rooms(), statement, folder));
                set(statement, "board", quoted(Rooms.pattern(folder)));
                if (packs.seats() > 0) rooms.addFirst(room(statement, folder));
                read(rooms, statement, folder);
                return asked(statement, folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalArgumentException("DuckDB says: " + e.getMessage().lines().findFirst().orElse(""), e);
        } catch (LinkageError e) {
            throw new IllegalStateException("DuckDB cannot be started from " + System.getProperty("java.io.tmpdir")
                + ": it needs 60 MB there, and leave to run. JDK_JAVA_OPTIONS=-Djava.io.tmpdir=DIR names another "
                + "folder", e);
        }
    }

    /// The packs as a room of their own.
    private static String room(Statement duck, Path folder) throws IOException, SQLException {
        var room = Files.createDirectories(folder.resolve(ROOM));
        Files.writeString(folder.resolve(ROOM + ".sql"), sql(ROOM));
        duck.execute(sql(ROOM));
        for (var name : Rooms.FILES)
            duck.execute("COPY given_" + name + " TO " + quoted(room.resolve(name + ".parquet").toString()));
        return Rooms.pattern(room);
    }

    private static void read(List<String> rooms, Statement duck, Path folder) throws IOException, SQLException {
        var list = rooms.stream().map(Board::quoted).collect(Collectors.joining(", ", "[", "]"));
        set(duck, "rooms", list);
        duck.execute(sql(TABLES));
        var recorded = Files.createDirectories(folder.resolve("recorded"));
        Files.write(recorded.resolve("slopes.csv"), Csv.dataBytes("recorded/chapter10/slopes.csv"));
        Files.writeString(folder.resolve(TABLES + ".sql"), forShell(
            list.replace(quoted(Rooms.pattern(folder.resolve(ROOM))), "'" + ROOM + "'")));
    }

    /// What a person starts DuckDB's own shell with: the rooms, and what the queries have found in them.
    private static String forShell(String rooms) {
        return "SET VARIABLE board = '.';\nSET VARIABLE rooms = " + rooms + ";\n\n" + sql(TABLES)
            + "\n-- What the queries beside this file have found: .read claims.sql asks once more.\n"
            + QUERIES.stream().map(name -> "CREATE VIEW " + name + " AS FROM read_parquet(getvariable('board') || '/"
            + name + ".parquet');\n").collect(Collectors.joining());
    }

    private static Board asked(Statement duck, Path folder) throws IOException, SQLException {
        var tables = new LinkedHashMap<String, Table>();
        var counts = new LinkedHashMap<String, Long>();
        for (var name : QUERIES) {
            var query = sql(name);
            Files.writeString(folder.resolve(name + ".sql"), query);
            duck.execute("CREATE TABLE " + name + " AS " + query);
            duck.execute("COPY " + name + " TO " + quoted(folder.resolve(name + ".csv").toString()) + " (HEADER)");
            duck.execute("COPY " + name + " TO " + quoted(folder.resolve(name + ".parquet").toString()));
            try (var rows = duck.executeQuery("FROM " + name + (LONG.contains(name) ? " LIMIT " + SHOWN : ""))) {
                tables.put(name, Table.read().db(rows, name));
            }
            counts.put(name, count(duck, name));
        }
        return new Board(count(duck, "machines"), tables, counts);
    }

    private static long count(Statement duck, String table) throws SQLException {
        try (var rows = duck.executeQuery("SELECT count(*) FROM " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void set(Statement duck, String variable, String value) throws SQLException {
        duck.execute("SET VARIABLE " + variable + " = " + value);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /// The text of a query, with what it says of itself.
    public static String sql(String name) {
        try (InputStream in = Board.class.getResourceAsStream("sql/" + name + ".sql")) {
            return new String(Optional.ofNullable(in).orElseThrow().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
