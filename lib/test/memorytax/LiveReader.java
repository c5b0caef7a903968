package memorytax;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import memorytax.notebook.source.ChapterSource;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

import static org.junit.jupiter.api.Assertions.assertTrue;

/// A chapter that is live in a process of its own, and who reads it as its page does: asks, sends, and hears events.
final class LiveReader implements AutoCloseable {
    private static final Gson GSON = new Gson();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private final Path folder, file;
    private final Process process;
    private final URI address;
    /// The last event of each name and cell: `tutor areFew`, `states`.
    private final Map<String, JsonObject> last = new ConcurrentHashMap<>();

    /// @param folder  to work in, where the chapter's file is put
    /// @param chapter a file
    /// @param text    that the chapter has there
    LiveReader(Path folder, Path chapter, String text, String... words) throws Exception {
        this.folder = folder;
        for (var line : Built.directives(chapter, "FILES").toList()) {
            var beside = line.substring(line.indexOf('=') + 1);
            Files.createDirectories(folder.resolve(beside).getParent());
            Files.copy(chapter.resolveSibling(beside), folder.resolve(beside));
        }
        file = Files.writeString(folder.resolve(chapter.getFileName()), text);
        var args = new ArrayList<>(List.of("--live"));
        args.addAll(List.of(words));
        var command = Built.into(Files.createDirectory(folder.resolve("built")), file, file)
            .command(chapter, List.of(), args);
        process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        var line = reader(process.getInputStream()).readLine();
        var found = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/#[0-9a-f]{32}").matcher(String.valueOf(line));
        assertTrue(found.find(), line);
        address = URI.create(found.group());
        Thread.ofVirtual().start(this::hear);
    }

    /// What was said last under this name, of the cell; empty before anything was.
    JsonObject heard(String event, String cell) {
        return last.getOrDefault((event + " " + cell).strip(), new JsonObject());
    }

    /// How a cell stands.
    JsonObject stands(String cell) {
        var states = heard("states", "");
        return states.has(cell) ? states.getAsJsonObject(cell) : new JsonObject();
    }

    /// A text of what was heard; empty when there is none.
    static String text(JsonObject said, String key) {
        return said.has(key) ? said.get(key).getAsString() : "";
    }

    String page() throws Exception {
        return CLIENT.send(request("/page").GET().build(), HttpResponse.BodyHandlers.ofString()).body();
    }

    /// A file in the folder of results.
    String written(String path) throws IOException {
        var written = folder.resolve("out").resolve(path);
        return Files.exists(written) ? Files.readString(written) : "";
    }

    /// The status, and where there are words, these: `204`, `422 “weighed” is no exercise`.
    String send(String method, String path, Map<String, String> body) throws Exception {
        var reply = CLIENT.send(request(path).header("Origin", "http://" + address.getAuthority())
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(GSON.toJson(body))).build(),
            HttpResponse.BodyHandlers.ofString());
        return (reply.statusCode() + " " + (reply.body().isEmpty() ? ""
            : text(GSON.fromJson(reply.body(), JsonObject.class), "says"))).strip();
    }

    /// The code of a cell, as the file has it.
    String code(String cell) throws IOException {
        return ChapterSource.read(file.getFileName().toString().replace(".java", ""), Files.readString(file))
            .documented().stream().filter(c -> c.name().equals(cell)).findFirst().orElseThrow().code();
    }

    interface Condition {
        boolean holds() throws Exception;
    }

    /// @param what is waited for
    void await(String what, Condition condition) throws Exception {
        while (!condition.holds()) {
            assertTrue(process.isAlive(), what);
            LockSupport.parkNanos(50_000_000);
        }
    }

    private void hear() {
        try {
            var reply = CLIENT.send(request("/events").GET().build(), HttpResponse.BodyHandlers.ofInputStream());
            try (var in = reader(reply.body())) {
                var name = "";
                for (var line = in.readLine(); line != null; line = in.readLine()) {
                    if (line.startsWith("event: ")) name = line.substring(7);
                    if (line.startsWith("data: ")) hear(name, GSON.fromJson(line.substring(6), JsonObject.class));
                }
            }
        } catch (IOException e) {
            // it has ended
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void hear(String name, JsonObject data) {
        JsonElement cell = data.get("cell");
        last.put(cell != null && cell.isJsonPrimitive() ? name + " " + cell.getAsString() : name, data);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).version(HttpClient.Version.HTTP_1_1)
            .header("X-Workbook-Token", address.getFragment());
    }

    private static BufferedReader reader(InputStream in) {
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
