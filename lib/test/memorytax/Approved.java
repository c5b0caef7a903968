package memorytax;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.junit.jupiter.api.Assertions.fail;

/// Text that somebody has looked at and found good: lib/test/approved/.
public final class Approved {
    private Approved() {
    }

    /// Holds `received` against the approved file of that name. When they differ, what was received is written to
    /// out/received/, and the message says where to look and how to accept it.
    public static void check(String name, String received) throws IOException {
        Path good = House.root().resolve("lib/test/approved").resolve(name);
        Path here = House.root().resolve("out/received").resolve(name);
        String approved = Files.exists(good) ? plain(Files.readString(good)) : "";
        if (approved.equals(plain(received))) {
            Files.deleteIfExists(here);
            return;
        }
        Files.createDirectories(here.getParent());
        Files.writeString(here, plain(received));
        fail("%1$s differs from %2$s%3$s%nIf it is better: cp %1$s %2$s"
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
