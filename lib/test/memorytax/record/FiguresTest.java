package memorytax.record;

import memorytax.record.Figures.Figure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FiguresTest {
    private static final String SLOPES = "chapter,step,contender,params,quantity,unit,value,low,high,forks,origin\n";
    @TempDir
    private Path out;

    @BeforeEach
    void folders() throws IOException {
        for (int n = 1; n <= 3; n++) Files.createDirectories(out.resolve("chapter" + n));
    }

    private Optional<Figure> figure(int chapter, String name) {
        return new Figures("chapter" + chapter, out).named(name);
    }

    private void own(int chapter, String file, String text) throws IOException {
        Files.writeString(out.resolve("chapter" + chapter).resolve(file + ".csv"), text);
    }

    @Test
    void theRecordedRunStandsInAndSaysSo() {
        assertEquals(Optional.of(new Figure("2.7 KB", false)), figure(1, "slope | weighed | goroutines | resident"));
        assertEquals(Optional.of(new Figure("17 KB", false)),
            figure(2, "slope | weighed depth=100 | goroutines | resident"));
        assertEquals(Optional.of(new Figure("24 B", false)),
            figure(3, "told | bytes | C2 | stored in a field | bytes_per_op"));
        assertTrue(figure(7, "told | collectors tasks=100000 | Java (G1) | full | pause_ms").orElseThrow().text()
            .matches("\\d+ ms"));
        assertEquals("20 KB", figure(1, "claim | py-task").orElseThrow().text().replace("~", ""));
        assertEquals(Optional.of(new Figure("1.1 KB", false)), figure(1, "answer | perTask"));
        assertEquals(Optional.of(new Figure("22 minutes", false)), figure(6, "answer | goesWell"));
        assertEquals("22.42 MB", figure(1, "verdict | py-base").orElseThrow().text());
    }

    @Test
    void whatWasMeasuredHereGoesBeforeIt() throws IOException {
        own(1, "slopes", SLOPES + "chapter1,weighed,goroutines,,resident,B/task,4096.0,1,2,5,here\n"
            + "chapter1,weighed,asyncio tasks,,resident,B/task,2048.0,1,2,5,recorded\n");
        assertEquals(Optional.of(new Figure("4.0 KB", true)), figure(1, "slope | weighed | goroutines | resident"));
        assertEquals(Optional.of(new Figure("2.0 KB", false)), figure(1, "slope | weighed | asyncio tasks | resident"));
        own(1, "answers", "chapter,step,label,measured,origin\nchapter1,perTask,one task,3.0 KB,here\n"
            + "chapter1,dearest,the most,,here\n");
        assertEquals(Optional.of(new Figure("3.0 KB", true)), figure(1, "answer | perTask"));
        assertEquals(Optional.of(new Figure("goroutines", false)), figure(1, "answer | dearest")); // not decided here
    }

    @Test
    void ofSeveralForksItIsTheMedian() throws IOException {
        var head = "chapter,step,contender,runtime,version,params,fork,name,figure,value,origin\n";
        var row = "chapter3,s,c,java,25,tasks=1 kb=4,%d,n,%s,here\n";
        own(3, "told", head + row.formatted(1, "took_ms,7") + row.formatted(2, "took_ms,1.25")
            + row.formatted(3, "took_ms,3") + row.formatted(1, "seconds,0.184") + row.formatted(1, "requests,4421"));
        assertEquals(Optional.of(new Figure("3 ms", true)), figure(3, "told | s kb=4 | c | n | took_ms"));
        assertEquals("0.2 s", figure(3, "told | s | c | n | seconds").orElseThrow().text());
        assertEquals("4,421", figure(3, "told | s | c | n | requests").orElseThrow().text());
        assertEquals(Optional.empty(), figure(3, "told | s kb=5 | c | n | took_ms"));
    }

    @Test
    void whatNoFileHasIsNone() {
        for (var name : new String[]{"slope | weighed | goroutines", "slope | weighed | nobody | resident",
            "slope | weighed depth=1 | goroutines | resident", "answer | nothing", "claim | none", "verdict | none",
            "something | else", ""}) assertEquals(Optional.empty(), figure(1, name), name);
    }
}
