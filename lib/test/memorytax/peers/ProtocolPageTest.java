package memorytax.peers;

import memorytax.House;
import memorytax.Weighs;
import memorytax.child.Message;
import memorytax.measure.plan.Archive;
import memorytax.measure.plan.Effort;
import memorytax.measure.plan.Progress;
import memorytax.measure.plan.Scale;
import memorytax.measure.process.Launch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// What lib/PROTOCOL.md shows is what programs say: its conversations are held, its program is weighed.
@Weighs
@Timeout(120)
class ProtocolPageTest {
    private static final String PAGE = House.read("lib/PROTOCOL.md");
    @TempDir
    private Path folder;

    private static List<String> blocks(String page, String language) {
        return Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$").matcher(page).results().map(m -> m.group(1))
            .toList();
    }

    /// Numbers and versions are those of the machine; of the last PARTS only the beginning is on the page.
    @Test
    void theConversationsAreHeld() throws Exception {
        var mine = blocks(House.read("README.md"), "python").getFirst();
        var toolchains = new Toolchains(name -> Optional.of(mine).filter(_ -> name.equals("mine.py")), folder,
            System.getenv());
        assumeTrue(toolchains.found("python").isPresent(), "no Python here");
        var launch = toolchains.program("python", "handlers", "mine.py").getFirst().launch().orElseThrow();
        var conversations = blocks(PAGE, "").stream().filter(b -> b.startsWith("< ")).toList();
        assertEquals(2, conversations.size());
        for (var conversation : conversations)
            try (var child = new Conversation(launch)) {
                for (var line : conversation.lines().toList()) {
                    if (line.startsWith("> ")) child.say(line.substring(2));
                    else assertEquals(keys(line.substring(2)), keys(child.next()));
                }
                assertEquals(0, child.exitCode());
            }
    }

    /// `LOADED tasks confirmed spawn_ms`; of parts the word and whether there are any.
    private static String keys(String line) {
        var keys = line.replaceAll("=\\S+", "");
        return keys.startsWith("PARTS ") ? "PARTS …" : keys;
    }

    @Test
    void theProgramIsWeighed() throws Exception {
        var program = blocks(PAGE, "js").getFirst();
        assumeTrue(found("node"), "no Node.js here");
        var file = Files.writeString(folder.resolve("mine.mjs"), program);
        var scale = new Scale(Effort.quick(2), new Toolchains(_ -> Optional.empty()), Progress.SILENT, Archive.NONE,
            "page");
        var launch = new Launch(List.of("node", file.toString()), Map.of());
        var weighed = scale.sizes(1_000, 50_000).program("promises", launch).proven().weigh();
        assertTrue(weighed.all().stream().allMatch(w -> w.outcome().toString().equals("ok")), weighed.all().toString());
        double bytes = weighed.slope("promises").orElseThrow().value();
        assertTrue(100 < bytes && bytes < 5_000, "one more costs " + bytes + " B");
    }

    @Test
    void theTableHasEveryWord() {
        var named = new TreeSet<String>();
        Pattern.compile("(?m)^\\| (?:program|scale) \\| `([A-Z]+)").matcher(PAGE).results()
            .forEach(m -> named.add(m.group(1)));
        assertEquals(new TreeSet<>(Message.VERBS), named);
    }

    private static boolean found(String command) throws InterruptedException {
        try {
            return new ProcessBuilder(command, "--version").redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
