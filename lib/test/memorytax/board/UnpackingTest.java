package memorytax.board;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A pack that somebody else has made is read, or refused in one line that says why.
class UnpackingTest {
    private static final String HEAD = "key,value\nformat,1\nworkbook,0.1.0\nguesses,no\n";
    private static final String MACHINE = "key,value\nos,Mac OS X\nkernel,25.1.0\ncpu,Apple M4\ncores,10\n"
        + "memory,24 GB\nlimit,\njdk,Temurin 25.0.3\ngc,G1\ngo,\npython,3.13.0\nthp,\n";
    /// Of an older workbook, on a system that counts neither peaks nor what is charged.
    private static final String WEIGHINGS = "chapter,step,contender,runtime,version,params,tasks,fork,baseline_bytes,"
        + "resident_bytes,peak_bytes,live_bytes,threads,spawn_ms,outcome\n"
        + "chapter1,weighed,asyncio tasks,python,3.13.0,tasks=1000,1000,1,9000000,10100000,,,1,12,ok\n";

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static Map<String, byte[]> good() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("pack.csv", HEAD.getBytes(StandardCharsets.UTF_8));
        files.put("chapter1/machine.csv", MACHINE.getBytes(StandardCharsets.UTF_8));
        files.put("chapter1/weighings.csv", WEIGHINGS.getBytes(StandardCharsets.UTF_8));
        return files;
    }

    private static String refused(byte[] zip) {
        var said = assertThrows(IllegalArgumentException.class, () -> Unpacking.read("a.zip", zip)).getMessage();
        assertTrue(said.startsWith("a.zip") && said.lines().count() == 1 && said.length() < 200, said);
        return said;
    }

    private static String refused(String file, String text) throws IOException {
        var files = good();
        if (text == null) files.remove(file);
        else files.put(file, text.getBytes(StandardCharsets.ISO_8859_1));
        return refused(zip(files));
    }

    @Test
    void oneOfAnotherSystemAndAnOlderWorkbookIsRead() throws IOException {
        var pack = Unpacking.read("a.zip", zip(good()));
        assertEquals(1, pack.rows("chapter1", "weighings"));
        assertEquals(MACHINE, pack.text("chapter1", "machine"));
    }

    @Test
    void anotherFormatIsRefusedByItsNumber() throws IOException {
        assertEquals("a.zip: its format is 2, and this workbook reads 1: it comes from a newer workbook",
            refused("pack.csv", HEAD.replace("format,1", "format,2")));
        assertEquals("a.zip: its format is 0, and this workbook reads 1",
            refused("pack.csv", HEAD.replace(",1", ",0")));
        assertEquals("a.zip: pack.csv does not say its format", refused("pack.csv", "key,value\n"));
        assertEquals("a.zip: pack.csv does not say its format", refused("pack.csv", (String) null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../chapter1/weighings.csv", "/etc/passwd", "chapter1/../../x.csv",
        "chapter1\\weighings.csv", "chapter1/weighings.csv/", "chapter01/weighings.csv",
        "chapter1/notes.properties", "mine.class", "C:x.csv",
        "chapter1/weighings.csv\n", "a\u001b[2Jb", "chapter1/weighings.CSV"})
    void aNameThatNoPackHasIsRefused(String name) throws IOException {
        var said = refused(name, "x");
        assertTrue(said.contains("which no pack has") && said.chars().noneMatch(Character::isISOControl), said);
    }

    @Test
    void whatIsNotWhatItSaysIsRefused() throws IOException {
        assertTrue(refused("chapter1/weighings.csv", WEIGHINGS.replace("9000000", "many"))
            .contains("chapter1/weighings.csv, row 1: baseline_bytes \"many\" is not a whole number"));
        assertTrue(refused("chapter1/weighings.csv", WEIGHINGS + "\u00fc").contains("is not UTF-8"));
        assertEquals("a.zip: chapter1 has no machine.csv", refused("chapter1/machine.csv", (String) null));
        assertEquals("a.zip: it is no zip file, or an empty one", refused("no zip".getBytes()));
        assertEquals("a.zip: it is no zip file, or an empty one", refused(new byte[0]));
        assertEquals("a.zip: it has 200,001 bytes, and a pack has 200,000 at most", refused(new byte[200_001]));
    }

    /// 200 KB that unpack to 60 MB, and many small files.
    @Test
    void aBombIsNotUnpacked() throws IOException {
        var files = good();
        files.put("chapter2/weighings.csv", new byte[60_000_000]);
        assertEquals("a.zip: unpacked it has more than 16 MB", refused(zip(files)));
        var many = good();
        for (int i = 1; i <= 300; i++) many.put("chapter" + i + "/slopes.csv", new byte[0]);
        assertEquals("a.zip: it has more than 200 files", refused(zip(many)));
    }

    /// Cut anywhere, or with one byte changed: it is read, or refused, and nothing else.
    @Test
    void whatIsDamagedIsReadOrRefused() throws IOException {
        var whole = zip(good());
        for (int i = 0; i < whole.length; i++) {
            readOrRefuse(Arrays.copyOf(whole, i));
            var changed = whole.clone();
            changed[i] ^= (byte) (1 << i % 8);
            readOrRefuse(changed);
        }
    }

    /// A board asks for no single processes: what they are is looked at when a pack is taken, and not each time.
    @Test
    void whatNobodyWantsIsNotLookedInto() throws IOException {
        var files = good();
        files.put("chapter1/weighings.csv", new byte[]{(byte) 0xff}); // no UTF-8
        assertThrows(IllegalArgumentException.class, () -> Unpacking.read("a.zip", zip(files)));
        var pack = Unpacking.read("a.zip", zip(files), List.of("machine", "slopes"));
        assertEquals(0, pack.rows("chapter1", "weighings"));
        assertEquals(MACHINE, pack.text("chapter1", "machine"));
    }

    private static void readOrRefuse(byte[] zip) {
        try {
            Unpacking.read("a.zip", zip);
        } catch (IllegalArgumentException e) {
            assertTrue(e.getMessage().startsWith("a.zip"), e.getMessage());
        }
    }
}
