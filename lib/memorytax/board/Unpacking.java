package memorytax.board;

import memorytax.record.GivenRun;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// Reads a pack that somebody has sent. Nothing of it is believed: neither its names, nor its sizes, nor its text. It
/// is read in memory, and nothing of it is written anywhere.
public final class Unpacking {
    /// In bytes: of all files together, when they are unpacked. A pack of ours unpacks to ten times its size.
    static final int UNPACKED = 16 << 20;
    /// Five files of each chapter are far fewer.
    static final int ENTRIES = 200;

    private Unpacking() {
    }

    /// The pack.
    ///
    /// @param name of it, for the reason why it is refused
    /// @throws IllegalArgumentException with one line that begins with that name
    public static Pack read(String name, byte[] zip) {
        return read(name, zip, GivenRun.FILES);
    }

    /// Those files of it that somebody wants; the others are not looked into.
    ///
    /// @param wanted some of [GivenRun#FILES]
    static Pack read(String name, byte[] zip, Collection<String> wanted) {
        if (zip.length > Pack.LARGEST)
            throw refused(name, "it has %,d bytes, and a pack has %,d at most".formatted(zip.length, Pack.LARGEST));
        var files = new TreeMap<String, String>();
        var names = new HashSet<String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            int left = UNPACKED;
            for (ZipEntry entry; (entry = next(in)) != null; ) {
                if (names.size() == ENTRIES) throw refused(name, "it has more than " + ENTRIES + " files");
                var bytes = bytes(name, entry, in, left);
                left -= bytes.length;
                if (!names.add(entry.getName()))
                    throw refused(name, "it has two files named " + entry.getName());
                if (entry.getName().equals(Pack.HEAD) || wanted.contains(Pack.file(entry.getName())))
                    files.put(entry.getName(), text(name, entry, bytes));
            }
        } catch (IOException e) {
            throw refused(name, "it is damaged (" + e.getMessage() + ")");
        }
        if (names.isEmpty()) throw refused(name, "it is no zip file, or an empty one");
        return checked(name, new Pack(files));
    }

    /// A name that is no UTF-8 is as bad as any other damage.
    private static ZipEntry next(ZipInputStream in) throws IOException {
        try {
            return in.getNextEntry();
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static byte[] bytes(String name, ZipEntry entry, InputStream in, int left) throws IOException {
        if (!entry.getName().equals(Pack.HEAD) && !Pack.ENTRY.matcher(entry.getName()).matches())
            throw refused(name, "it has a file \"" + shown(entry.getName()) + "\", which no pack has");
        var bytes = in.readNBytes(left + 1);
        if (bytes.length > left) throw refused(name, "unpacked it has more than " + (UNPACKED >> 20) + " MB");
        return bytes;
    }

    private static String text(String name, ZipEntry entry, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw refused(name, entry.getName() + " is not UTF-8");
        }
    }

    /// Its format, and whether each file can be read as what it is.
    private static Pack checked(String name, Pack pack) {
        var head = GivenRun.facts(name + ", " + Pack.HEAD, pack.files().getOrDefault(Pack.HEAD, ""));
        var format = head.getOrDefault("format", "");
        if (format.isEmpty()) throw refused(name, Pack.HEAD + " does not say its format");
        if (!format.equals("" + Pack.FORMAT)) throw refused(name, "its format is " + shown(format)
            + ", and this workbook reads " + Pack.FORMAT + (format.matches("\\d{1,6}")
            && Integer.parseInt(format) > Pack.FORMAT ? ": it comes from a newer workbook" : ""));
        pack.files().forEach((entry, text) -> GivenRun.check(Pack.file(entry), name + ", " + entry, text));
        for (var chapter : pack.chapters())
            if (pack.text(chapter, "machine").isEmpty()) throw refused(name, chapter + " has no machine.csv");
        return pack;
    }

    private static String shown(String text) {
        return text.substring(0, Math.min(60, text.length())).replaceAll("\\p{Cntrl}", "?");
    }

    private static IllegalArgumentException refused(String name, String why) {
        return new IllegalArgumentException(name + ": " + why);
    }
}
