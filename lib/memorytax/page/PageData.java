package memorytax.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/// The tables that a page leads to, inside it: whoever is sent the page alone can still save them. page.js does that on
/// a click, and makes files of the charts, which are there anyway.
final class PageData {
    private static final Pattern FILE = Pattern.compile("<a class=\"file\" href=\"([^\"]+\\.csv)\">");
    private static final String SCRIPT = "<script>\n";
    /// A page is to fit into a message: a file that would make it larger stays beside it.
    private static final int LARGEST = 398_000;

    private PageData() {
    }

    /// The page with those of its files that the folder holds, and that it has room for.
    static String inside(String html, Path folder) throws IOException {
        var held = new ArrayList<String>();
        for (var name : FILE.matcher(html).results().map(found -> found.group(1)).distinct().sorted().toList()) {
            var file = folder.resolve(name);
            if (Files.isRegularFile(file)) held.add("<script type=\"application/gzip\" data-file=\"%s\">%s</script>\n"
                .formatted(name, packed(Files.readAllBytes(file))));
        }
        int script = html.lastIndexOf(SCRIPT);
        return script < 0 ? html : html.substring(0, script) + String.join("", fitting(held, html.length()))
            + html.substring(script);
    }

    private static List<String> fitting(List<String> held, int length) {
        var fit = new ArrayList<String>();
        for (var each : held.stream().sorted(Comparator.comparing(String::length)).toList()) {
            length += each.length();
            if (length <= LARGEST) fit.add(each);
        }
        return fit;
    }

    private static String packed(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return Base64.getEncoder().encodeToString(packed.toByteArray());
    }
}
