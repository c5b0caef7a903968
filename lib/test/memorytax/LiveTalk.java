package memorytax;

import com.google.gson.Gson;
import com.google.gson.JsonObject;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

import static org.junit.jupiter.api.Assertions.assertTrue;

/// A chapter that is served with `--live`, and what its page asks of it.
final class LiveTalk implements AutoCloseable {
    private static final Gson GSON = new Gson();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final URI address;

    /// Something that is waited for.
    interface Condition {
        boolean holds() throws Exception;
    }

    /// @param folder in which a copy of the chapter lies
    LiveTalk(Path chapter, Path folder) throws Exception {
        var command = Built.of(chapter).command(chapter, List.of(), List.of("--live", "--forks", "1"));
        process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        var said = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8);
        var line = new BufferedReader(said).readLine();
        var found = Pattern.compile("\\w+ is live at (http://127\\.0\\.0\\.1:\\d+/#[0-9a-f]{32}) .*")
            .matcher(String.valueOf(line));
        assertTrue(found.matches(), line);
        address = URI.create(found.group(1));
    }

    /// The page as it stands now.
    String page() throws Exception {
        return client.send(request("/page").GET().build(), HttpResponse.BodyHandlers.ofString()).body();
    }

    /// Sends a body of texts.
    HttpResponse<String> send(String method, String path, Map<String, String> body) throws Exception {
        return client.send(request(path).header("Origin", "http://" + address.getAuthority())
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(GSON.toJson(body))).build(),
            HttpResponse.BodyHandlers.ofString());
    }

    /// Gives a cell other code in a language.
    HttpResponse<String> edit(String cell, String language, String code, String base) throws Exception {
        return send("PUT", "/cell/" + cell, Map.of("language", language, "code", code, "base", base));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).version(HttpClient.Version.HTTP_1_1)
            .header("X-Workbook-Token", address.getFragment());
    }

    /// A text of a reply: `says`, `theirs`.
    static String word(HttpResponse<String> reply, String key) {
        return (String) GSON.fromJson(reply.body(), Map.class).get(key);
    }

    /// Follows what happens until an event holds these words; returns its data.
    String event(String name, String... words) throws Exception {
        var reply = client.send(request("/events").GET().build(), HttpResponse.BodyHandlers.ofInputStream());
        try (var in = new BufferedReader(new InputStreamReader(reply.body(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(), event = ""; line != null; line = in.readLine()) {
                if (line.startsWith("event: ")) event = line.substring(7);
                else if (line.startsWith("data: ") && event.equals(name) && List.of(words).stream()
                    .allMatch(line::contains)) return line.substring(6);
            }
        }
        throw new AssertionError("nobody said " + name + " " + List.of(words));
    }

    /// How the steps stand now: `fresh`, `stale`.
    Map<String, String> states() throws Exception {
        var states = new TreeMap<String, String>();
        GSON.fromJson(event("states"), JsonObject.class).entrySet().forEach(cell ->
            Optional.ofNullable(cell.getValue().getAsJsonObject().get("state"))
                .ifPresent(state -> states.put(cell.getKey(), state.getAsString())));
        return states;
    }

    /// Waits until something holds, for as long as the chapter is served.
    void await(String what, Condition condition) throws Exception {
        while (!condition.holds()) {
            assertTrue(process.isAlive(), what);
            LockSupport.parkNanos(50_000_000);
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.waitFor();
        client.shutdownNow();
    }
}
