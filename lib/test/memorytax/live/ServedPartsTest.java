package memorytax.live;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import static org.junit.jupiter.api.Assertions.assertTrue;

/// A page that cannot load one of its parts is an empty one: each server has all that its scripts name.
class ServedPartsTest {
    private static final Pattern PART = Pattern.compile("'(/[\\w-]+\\.(?:js|css))'");

    @Test
    void theChapter(@TempDir Path folder) throws IOException {
        try (var server = LiveServer.start(new AskedNotebook(folder), "")) {
            assertTrue(served(server, "/live.js") > 10);
        }
    }

    @Test
    void theListOfChapters() throws IOException {
        try (var server = IndexServer.start(new AskedIndex(new ArrayList<>()))) {
            assertTrue(served(server, "/live-index.js") > 3);
        }
    }

    /// How many parts there are, from this one on.
    private static int served(LocalServer<?> server, String first) throws IOException {
        var seen = new HashSet<>(List.of(first));
        for (var parts = new ArrayDeque<>(seen); !parts.isEmpty(); ) {
            var part = parts.remove();
            var host = server.address().getAuthority();
            var reply = RawRequest.reply(host, "GET", part, Map.of("Host", host), "");
            assertTrue(reply.startsWith("HTTP/1.1 200"), part);
            if (!part.equals("/editor.js"))
                PART.matcher(reply).results().map(found -> found.group(1)).filter(seen::add).forEach(parts::add);
        }
        return seen.size();
    }
}
