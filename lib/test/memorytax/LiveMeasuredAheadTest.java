package memorytax;

import com.google.gson.JsonParser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A page that is open, and nobody presses a button: what `--live` measures ahead, and when it shows it.
@Weighs
@Timeout(240)
@ExtendWith(BrokenOff.class)
class LiveMeasuredAheadTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    @TempDir
    private Path folder;
    private Process process;
    private URI address;
    private BufferedReader events;

    @BeforeEach
    void begin() throws Exception {
        var chapter = House.root().resolve("lib/test/fixtures/ahead.java");
        var command = Built.of(chapter).command(chapter, List.of(), List.of("--live", "--forks", "1"));
        process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        var line = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
            .readLine();
        address = URI.create(line.replaceFirst(".* is live at (\\S+) .*", "$1"));
        events = new BufferedReader(new InputStreamReader(CLIENT.send(request("/events").GET().build(),
            BodyHandlers.ofInputStream()).body(), StandardCharsets.UTF_8));
    }

    @AfterEach
    void end() throws Exception {
        process.destroy();
        process.waitFor();
    }

    @Test
    void cellsAreMeasuredUnaskedAndShownWhenTheyAreAskedFor() throws Exception {
        hears(data -> data.contains("\"on\":true") && data.contains("\"title\":\"Weigh them\""));
        hears(data -> data.contains("\"others\":{") && state(data, "others").equals("measured"));
        assertFalse(page().contains("other threads</"), "nobody has asked for it");
        assertFalse(Files.exists(folder.resolve("out/ahead/weighings.csv")));
        send("/run", "{\"cell\":\"others\"}");
        hears(data -> data.contains("\"cell\":\"others\"") && data.contains("\"html\":"));
        assertTrue(page().contains("other threads</"));
        try (var loads = Files.lines(folder.resolve("loads.txt"))) {
            assertEquals(4, loads.count(), "each was weighed once");
        }
        send("/ahead", "{\"ahead\":\"off\"}");
        hears(data -> data.contains("\"on\":false"));
    }

    private static String state(String data, String cell) {
        return JsonParser.parseString(data.substring("data: ".length())).getAsJsonObject().getAsJsonObject(cell)
            .get("state").getAsString();
    }

    private String page() throws IOException, InterruptedException {
        return CLIENT.send(request("/page").GET().build(), BodyHandlers.ofString()).body();
    }

    private void send(String path, String body) throws IOException, InterruptedException {
        var reply = CLIENT.send(request(path).header("Origin", "http://" + address.getAuthority())
            .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)).build(),
            BodyHandlers.ofString());
        assertEquals(204, reply.statusCode(), reply.body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).version(HttpClient.Version.HTTP_1_1)
            .header("X-Workbook-Token", address.getFragment());
    }

    /// Reads what happens until it is that.
    private void hears(Predicate<String> such) throws IOException {
        for (var line = events.readLine(); line != null; line = events.readLine())
            if (line.startsWith("data: ") && such.test(line)) return;
        assertTrue(process.isAlive(), "it has ended");
        throw new AssertionError("there are no more events");
    }
}
