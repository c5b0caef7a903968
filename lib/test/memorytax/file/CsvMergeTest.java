package memorytax.file;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;

class CsvMergeTest {
    @TempDir
    Path folder;

    @Test
    void aRunReplacesItsOwnStepsAndKeepsTheOthers() throws IOException {
        write(Set.of("weighed", "wrong"), true, "weighed,old", "wrong,old");
        write(Set.of("wrong"), true, "wrong,new");
        assertEquals(List.of("chapter,step,value", "c,wrong,new", "c,weighed,old"), read());
    }

    @Test
    void whatComesFromAnotherMachineDoesNotStay() throws IOException {
        write(Set.of("weighed"), true, "weighed,old");
        write(Set.of("wrong"), false, "wrong,new");
        assertEquals(List.of("chapter,step,value", "c,wrong,new"), read());
    }

    private void write(Set<String> steps, boolean keep, String... rows) throws IOException {
        var table = Table.create(StringColumn.create("chapter"), StringColumn.create("step"),
            StringColumn.create("value"));
        for (var row : rows) {
            table.stringColumn(0).append("c");
            table.stringColumn(1).append(row.split(",")[0]);
            table.stringColumn(2).append(row.split(",")[1]);
        }
        CsvMerge.write(table, folder.resolve("t.csv"), steps, keep);
    }

    private List<String> read() throws IOException {
        return Files.readAllLines(folder.resolve("t.csv"));
    }
}
