package memorytax;

import com.google.gson.Gson;
import memorytax.notebook.source.ChapterSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
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
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A reader with a browser: what `--live` serves, asked as its page asks. One conversation.
@Weighs
@Timeout(240)
@ExtendWith(BrokenOff.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LiveTest {
    /// The policy of a file, and the tables and charts that it has inside: a server says the one, and has the other.
    private static final String ONLY_IN_A_FILE = "<meta http-equiv=\"Content-Security-Policy\"[^\n]*\n"
        + "|<script type=\"application/gzip\"[^\n]*\n";
    private static final Gson GSON = new Gson();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    @TempDir
    private static Path folder;
    private static Process process;
    private static URI address;

    @BeforeAll
    static void begin() throws Exception {
        var chapter = TerminalSession.fixture();
        Files.copy(chapter, file());
        var command = Built.of(chapter).command(chapter, List.of(), List.of("--live", "--forks", "1"));
        process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        var line = reader(process.getInputStream()).readLine();
        var found = Pattern.compile("stepping is live at (http://127\\.0\\.0\\.1:\\d+/#[0-9a-f]{32})  "
            + "\\(Ctrl-C ends it\\)").matcher(String.valueOf(line));
        assertTrue(found.matches(), line);
        address = URI.create(found.group(1));
    }

    @AfterAll
    static void end() throws Exception {
        if (process == null) return;
        process.destroyForcibly();
        process.waitFor();
    }

    /// One renderer: what is served is what is written, to the letter.
    @Test
    @Order(1)
    void thePageIsThatOfTheFile() throws Exception {
        await("the page is written", () -> Files.exists(folder.resolve("out/stepping.html")));
        await("they are the same", () -> page().equals(written("stepping.html").replaceAll(ONLY_IN_A_FILE, "")));
        assertTrue(page().contains("<section class=\"cell\" id=\"weighed\">"));
        assertFalse(page().contains("live.js"));
    }

    @Test
    @Order(2)
    void aBadAnswerIsALineAndAGoodOneIsTaken() throws Exception {
        var bad = send("POST", "/answer", Map.of("cell", "perTask", "answer", "many"));
        assertEquals(422, bad.statusCode());
        assertEquals("\"many\" is not an answer here; allowed: more than zero bytes, like 800 B or 1.5 KB", says(bad));
        assertEquals(204, send("POST", "/answer", Map.of("cell", "perTask", "answer", "1 KB")).statusCode());
        await("the guess is on the page", () -> page().contains("Your guess: 1\u00a0KB"));
    }

    @Test
    @Order(3)
    void aCellIsWeighedAndWhatCostsNothingFollows() throws Exception {
        assertEquals(204, send("POST", "/run", Map.of("cell", "weighed")).statusCode());
        await("the weighing and its picture", () -> page().contains("There are 2 weighings"));
        await("the files", () -> Files.exists(folder.resolve("out/stepping/weighings.csv")));
        assertEquals(3, written("stepping/weighings.csv").lines().count());
        assertTrue(written("stepping/machine.csv").contains("\nlive,yes\n"), written("stepping/machine.csv"));
        await("its foot", () -> page().contains("with a browser open that showed it"));
        assertEquals(written("stepping/weighings.csv"), ask("/file/stepping/weighings.csv").body());
        assertEquals(404, ask("/file/stepping/nothing.csv").statusCode());
    }

    @Test
    @Order(4)
    void anEditThatDoesNotCompileChangesNothing() throws Exception {
        var before = Files.readString(file());
        var code = code("said");
        var refused = send("PUT", "/cell/said", Map.of("code", code.replace("\"There are \"", "There"), "base", code));
        assertEquals(422, refused.statusCode());
        assertTrue(says(refused).matches("(?s)stepping\\.java:\\d+: cannot find symbol.*\\n +\\^"), says(refused));
        assertEquals(before, Files.readString(file()));
    }

    @Test
    @Order(5)
    void anEditIsWrittenAndMeasuresNothingAgain() throws Exception {
        var weighed = written("stepping/weighings.csv");
        var code = code("said");
        assertEquals(204, send("PUT", "/cell/said",
            Map.of("code", code.replace("There are ", "Behold "), "base", code)).statusCode());
        await("the new words", () -> page().contains("Behold 2 weighings"));
        assertTrue(Files.readString(file()).contains("\"Behold \""));
        assertEquals(weighed, written("stepping/weighings.csv"));
    }

    @Test
    @Order(6)
    void twoWritersLoseNothing() throws Exception {
        var conflict = send("PUT", "/cell/said", Map.of("code", "String said() { return \"mine\"; }", "base", "older"));
        assertEquals(409, conflict.statusCode());
        assertEquals("this cell was changed elsewhere meanwhile; look at it first", says(conflict));
        Files.writeString(file(), Files.readString(file()).replace("Behold ", "Look: "));
        await("an edit from outside", () -> page().contains("Look: 2 weighings"));
    }

    @Test
    @Order(7)
    void whoComesLaterHearsHowThingsStand() throws Exception {
        hear("how the cells stand", "\"weighed\":{", "\"fresh\"");
        hear("what was weighed", "\"cell\":\"weighed\"", "\"points\":[{", "\"fork\":1", "\"bytes\":");
    }

    private static void hear(String what, String... parts) throws Exception {
        var reply = CLIENT.send(request("/events").GET().build(), HttpResponse.BodyHandlers.ofInputStream());
        try (var in = reader(reply.body())) {
            for (var line = in.readLine(); line != null; line = in.readLine())
                if (line.startsWith("data: ") && Stream.of(parts).allMatch(line::contains)) return;
        }
        throw new AssertionError("nothing was said of " + what);
    }

    /// The page keeps what is stale, and marks it; the file has nothing that holds no longer.
    @Test
    @Order(8)
    void aStaleResultStaysOverAReload() throws Exception {
        var code = code("waiting");
        assertEquals(204, send("PUT", "/cell/waiting",
            Map.of("code", code.replace("int i = 0", "int i = +0"), "base", code)).statusCode());
        await("the file is without", () -> !written("stepping.html").contains("Look: 2 weighings"));
        assertTrue(page().contains("Look: 2 weighings"));
        await("the notes know it", () -> written("notes.properties").matches("(?s).*stepping\\.stale=\\S*weighed.*"));
    }

    @Test
    @Order(9)
    void theTerminalGoesOnWhereThePageStopped() throws Exception {
        assertEquals(422, send("POST", "/read", Map.of("cell", "nowhere")).statusCode());
        assertEquals(204, send("POST", "/read", Map.of("cell", "growth")).statusCode());
        await("the place", () -> written("notes.properties").contains("stepping.place=growth"));
        assertTrue(written("notes.properties").contains("stepping.skipped=dearer,weighed"),
            written("notes.properties"));
    }

    @Test
    @Order(10)
    void itEndsWhenItIsAskedToAndLeavesNobodyBehind() throws Exception {
        var children = process.descendants().toList();
        process.destroy(); // as Ctrl-C does
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        await("the end of all children", () -> children.stream().noneMatch(ProcessHandle::isAlive));
    }

    private static BufferedReader reader(InputStream in) {
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    private static Path file() {
        return folder.resolve(TerminalSession.fixture().getFileName());
    }

    /// The code of a cell, as the page has it.
    private static String code(String cell) throws IOException {
        return ChapterSource.read("stepping", Files.readString(file())).documented().stream()
            .filter(c -> c.name().equals(cell)).findFirst().orElseThrow().code();
    }

    private static String page() throws Exception {
        return ask("/page").body();
    }

    private static String written(String path) throws IOException {
        return Files.readString(folder.resolve("out").resolve(path));
    }

    private static HttpResponse<String> ask(String path) throws Exception {
        return CLIENT.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> send(String method, String path, Map<String, String> body) throws Exception {
        return CLIENT.send(request(path).header("Origin", "http://" + address.getAuthority())
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(GSON.toJson(body))).build(),
            HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).version(HttpClient.Version.HTTP_1_1)
            .header("X-Workbook-Token", address.getFragment());
    }

    private static String says(HttpResponse<String> reply) {
        return (String) GSON.fromJson(reply.body(), Map.class).get("says");
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(String what, Condition condition) throws Exception {
        while (!condition.holds()) {
            assertTrue(process.isAlive(), what);
            LockSupport.parkNanos(50_000_000);
        }
    }
}
