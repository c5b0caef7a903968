package memorytax.board;

import memorytax.record.GivenRun;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// What a machine gives to others: the CSV files of its chapters in one zip file, and nothing else. There is no form of
/// our own in it, so any tool can read it. `pack.csv` says by which rules the rest was made:
///
/// | key | |
/// |---|---|
/// | `format` | [#FORMAT]; a pack of another one is refused |
/// | `workbook` | the version of the workbook that has made it |
/// | `guesses` | `yes` where the reader has agreed that they are in it |
///
/// Beside it `chapter1/weighings.csv`, and so on for the files of [GivenRun]. The dates of the entries say nothing.
///
/// @param files by their names, sorted
public record Pack(Map<String, String> files) {
    /// Of this workbook. It becomes another number when an older workbook could not read the files any more.
    public static final int FORMAT = 1;
    /// The file that says how the others are to be read.
    public static final String HEAD = "pack.csv";
    /// The files of a chapter that a board asks for. The single processes are not among them.
    static final List<String> ASKED = List.of("machine", "slopes", "verdicts", "guesses");
    /// In bytes: a pack is sent by hand, and a room has many.
    public static final int LARGEST = 200_000;
    /// The name of an entry.
    static final Pattern ENTRY =
        Pattern.compile("chapter[1-9]\\d{0,2}/(" + String.join("|", GivenRun.FILES) + ")\\.csv");
    /// The first day that a zip file can name.
    private static final LocalDateTime NO_DAY = LocalDateTime.of(1980, 1, 1, 0, 0);

    public Pack {
        files = new TreeMap<>(files);
    }

    /// Stands for all that a board asks of it: two packs with the same one are one machine.
    public String digest() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            files.forEach((name, text) -> {
                if (name.equals(HEAD) || ASKED.contains(file(name)))
                    digest.update((name + "\n" + text.length() + "\n" + text).getBytes(StandardCharsets.UTF_8));
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }

    /// `chapter1/slopes.csv` is `slopes`.
    static String file(String entry) {
        return entry.replaceFirst(".*/", "").replaceFirst("[.]csv$", "");
    }

    /// The chapters that it has anything of, in the order of their numbers.
    public List<String> chapters() {
        return files.keySet().stream().filter(name -> name.contains("/")).map(name -> name.replaceFirst("/.*", ""))
            .distinct().sorted((a, b) -> number(a) - number(b)).toList();
    }

    /// A file of a chapter; empty where it has none.
    ///
    /// @param file `weighings`
    public String text(String chapter, String file) {
        return files.getOrDefault(chapter + "/" + file + ".csv", "");
    }

    /// The rows of a file, without the line with the names of the columns.
    public int rows(String chapter, String file) {
        return Math.max(0, (int) text(chapter, file).lines().count() - 1);
    }

    /// The bytes of the zip file: the same for the same files, on each machine and each day.
    public byte[] zip() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            zip.setLevel(Deflater.BEST_COMPRESSION);
            for (var file : files.entrySet()) {
                var entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(NO_DAY);
                zip.putNextEntry(entry);
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // there is room in memory
        }
        return bytes.toByteArray();
    }

    private static int number(String chapter) {
        return Integer.parseInt(chapter.replaceFirst("chapter", ""));
    }
}
