package memorytax;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.fail;

/// Text that somebody has looked at and found good: lib/test/approved/.
public final class Approved {
    private static final Pattern DRAWING = Pattern.compile("(?s)<svg.*?</svg>");
    private static final Pattern WORDS = Pattern.compile("(?s)<text[^>]*>(.*?)</text>");
    private static final boolean ACCEPT = Boolean.getBoolean("memorytax.approve");

    private Approved() {
    }

    /// Of a page what is between head and foot, and of its charts the words alone: where they stand depends on the
    /// fonts of a machine.
    public static String page(String html) {
        var main = html.substring(html.indexOf("<main"), html.indexOf("</main>") + "</main>\n".length());
        return DRAWING.matcher(main).replaceAll(svg -> Matcher.quoteReplacement(words(svg)));
    }

    private static String words(MatchResult svg) {
        return WORDS.matcher(svg.group()).results().map(word -> word.group(1).strip()).sorted()
            .collect(Collectors.joining(" · ", "<svg>", "</svg>"));
    }

    /// Holds `received` against the approved file of that name. When they differ, what was received is written to
    /// out/received/, and the message says where to look and how to accept it. `./jbang test --approve NAME` accepts
    /// all that those tests receive.
    public static void check(String name, String received) throws IOException {
        Path good = House.root().resolve("lib/test/approved").resolve(name);
        Path here = House.root().resolve("out/received").resolve(name);
        String approved = Files.exists(good) ? plain(Files.readString(good)) : "";
        if (approved.equals(plain(received))) {
            Files.deleteIfExists(here);
            return;
        }
        if (ACCEPT) {
            Files.createDirectories(good.getParent());
            Files.writeString(good, plain(received));
            return;
        }
        Files.createDirectories(here.getParent());
        Files.writeString(here, plain(received));
        fail("%1$s differs from %2$s%3$s%nIf it is better: cp %1$s %2$s, or ./jbang test --approve NAME"
            .formatted(shown(here), shown(good), first(approved, plain(received))));
    }

    private static String plain(String text) {
        return text.replace("\r\n", "\n");
    }

    /// Where they part.
    private static String first(String approved, String received) {
        var good = (approved + "\n ").split("\n", -1);
        var here = (received + "\n ").split("\n", -1);
        int line = 0;
        while (line < good.length - 1 && line < here.length - 1 && good[line].equals(here[line])) line++;
        return " in line %d%n- %s%n+ %s".formatted(line + 1, good[line], here[line]);
    }

    private static String shown(Path file) {
        return House.root().relativize(file).toString().replace('\\', '/');
    }
}
