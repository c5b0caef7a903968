package memorytax.board;

import tech.tablesaw.api.Table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What can be seen of many packs: a table for each query in `board/sql`. The engine is DuckDB, which is fetched only
/// for this: `lib/board.java` names it. What a table says, its query says: a person can run it in DuckDB's own shell.
///
/// @param tables by the name of the query, in the order in which they are run
public record Board(Map<String, Table> tables) {
    /// The queries, without `.sql`; each may use the tables of those before it.
    public static final List<String> QUERIES =
        List.of("costs", "spread", "claims", "differing", "outliers", "quiet", "guessed");
    private static final String TABLES = "tables";

    /// Puts the packs side by side.
    ///
    /// @param folder gets the packs unpacked, the queries, and each table as CSV and as Parquet
    public static Board of(Packs packs, Path folder) {
        try {
            Files.createDirectories(folder);
            packs.unpack(folder.resolve("packs"));
            Files.writeString(folder.resolve(TABLES + ".sql"), sql(TABLES));
            for (var name : QUERIES) Files.writeString(folder.resolve(name + ".sql"), sql(name));
            try (var duck = DriverManager.getConnection("jdbc:duckdb:")) {
                return new Board(tables(duck, folder));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB: " + e.getMessage().lines().findFirst().orElse(""), e);
        }
    }

    private static Map<String, Table> tables(Connection duck, Path folder) throws SQLException {
        var tables = new LinkedHashMap<String, Table>();
        try (var statement = duck.createStatement()) {
            statement.execute("SET file_search_path = " + quoted(folder));
            statement.execute(sql(TABLES));
            for (var name : QUERIES) {
                statement.execute("CREATE TABLE " + name + " AS " + sql(name));
                statement.execute("COPY " + name + " TO " + quoted(folder.resolve(name + ".csv")) + " (HEADER)");
                statement.execute("COPY " + name + " TO " + quoted(folder.resolve(name + ".parquet")));
                try (var rows = statement.executeQuery("FROM " + name)) {
                    tables.put(name, Table.read().db(rows, name));
                }
            }
        }
        return tables;
    }

    private static String quoted(Path path) {
        return "'" + path.toAbsolutePath().toString().replace("'", "''") + "'";
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
