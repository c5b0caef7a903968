package memorytax;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// `./jbang workbook --live` as a process, in a workbook whose launcher starts no chapter, but says that it has.
@Timeout(120)
@DisabledOnOs(OS.WINDOWS)
class LiveListTest {
    private static final String CHAPTER = "http://127.0.0.1:7/#" + "0a".repeat(16);
    /// It hears no signal, and neither does what it has started: they have to be ended.
    private static final String LAUNCHER = """
        #!/bin/sh
        trap '' INT TERM
        echo "$*" > words
        echo "$MEMORY_TAX_INDEX" > index
        sleep 600 &
        echo "chapter1 is live at %s  (Ctrl-C ends it)"
        sleep 600
        """.formatted(CHAPTER);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    @TempDir
    private Path folder;
    private Process process;
    private URI address;

    @BeforeEach
    void begin() throws Exception {
        folder = folder.toRealPath();
        Files.createDirectories(folder.resolve("chapters"));
        Files.copy(TerminalSession.fixture(), folder.resolve("chapters/chapter1.java"));
        Files.writeString(folder.resolve("jbang-catalog.json"),
            "{\"aliases\": {\"chapter1\": {\"script-ref\": \"chapters/chapter1.java\"}}}");
        assertTrue(Files.writeString(folder.resolve("jbang"), LAUNCHER).toFile().setExecutable(true));
        process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
            House.root().resolve("lib/workbook.java").toString(), "--live").directory(folder.toFile())
            .redirectErrorStream(true).start();
        var line = reader(process.getInputStream()).readLine();
        var found = Pattern.compile("The workbook is live at (http://127\\.0\\.0\\.1:\\d+/#[0-9a-f]{32})  "
            + "\\(Ctrl-C ends it, and its chapters\\)").matcher(String.valueOf(line));
        assertTrue(found.matches(), line);
        address = URI.create(found.group(1));
    }

    @AfterEach
    void end() throws Exception {
        var all = process.descendants().toList();
        process.destroyForcibly().waitFor();
        all.forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void aClickStartsAChapterThatKnowsTheWayBackAndCtrlCEndsAll() throws Exception {
        assertTrue(ask("/page").contains("<li id=\"chapter1\">"));
        var events = CLIENT.send(request("/events").GET().build(), HttpResponse.BodyHandlers.ofInputStream());
        try (var told = reader(events.body())) {
            assertEquals(204, CLIENT.send(request("/open").header("Origin", "http://" + address.getAuthority())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"chapter\": \"chapter1\"}")).build(),
                HttpResponse.BodyHandlers.discarding()).statusCode());
            assertTrue(told.lines().anyMatch(line -> line.contains(CHAPTER)));
        }
        assertEquals("chapter1 --live --out " + folder.resolve("out"), written("words"));
        assertEquals(address.toString(), written("index"));
        var family = process.descendants().toList();
        assertTrue(family.size() >= 3, "the chapter and what runs for it: " + family);
        process.destroy(); // as Ctrl-C does
        process.waitFor();
        for (var one : family) one.onExit().join(); // else the time limit says that somebody is left
    }

    private String written(String file) throws IOException {
        return Files.readString(folder.resolve(file)).strip();
    }

    private static BufferedReader reader(InputStream in) {
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    private String ask(String path) throws Exception {
        return CLIENT.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString()).body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).version(HttpClient.Version.HTTP_1_1)
            .header("X-Workbook-Token", address.getFragment());
    }
}
