package memorytax;

import com.google.gson.Gson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A reader who types into the JShell of a live chapter, asked and answered as its page does it.
@Timeout(240)
class LiveShellTest {
    private static final Gson GSON = new Gson();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    @TempDir
    private static Path folder;
    private static Process process;
    private static URI address;
    private static Events events;

    @BeforeAll
    static void begin() throws Exception {
        var chapter = TerminalSession.fixture();
        Files.copy(chapter, folder.resolve(chapter.getFileName()));
        var command = Built.of(chapter).command(chapter, List.of(), List.of("--live", "--forks", "1"));
        process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        var line = process.inputReader().readLine();
        address = URI.create(line.replaceAll(".* (http://\\S+) .*", "$1"));
        events = Events.listen();
        assertEquals(204, post("/run", Map.of("cell", "weighed")).statusCode());
        events.awaitOther(data -> data.contains("\"said\":{") && data.split("\"fresh\"").length > 3);
        answer("1"); // JShell is there
    }

    /// One that has failed leaves nothing behind that runs.
    @AfterEach
    void stop() throws Exception {
        post("/stop", Map.of());
    }

    @AfterAll
    static void end() throws Exception {
        if (process == null) return;
        process.destroyForcibly();
        process.waitFor();
    }

    @Test
    void anExpressionIsAnsweredAsJShellDoes() throws Exception {
        assertTrue(answer("1 + 1").matches("(?s).*<pre class=\"plain\">\\$\\d+ ==&gt; 2</pre>.*"));
        assertTrue(answer("int a = 20;\nint b = a + 1;").matches("(?s).*a ==&gt; 20<.*b ==&gt; 21<.*"));
        assertTrue(answer("a + b").contains("==&gt; 41<"));
        assertTrue(answer("\"<b>&\"").contains("&lt;b&gt;&amp;"));
        assertTrue(answer("int twice(int n) { return 2 * n; }").contains("created method twice(int)"));
    }

    @Test
    void whatTheCellsReturnedIsThereWithItsType() throws Exception {
        assertTrue(answer("weighed.all().size()").contains("==&gt; 2<"));
        assertTrue(answer("said").contains("said ==&gt; &quot;There are 2 weighings.&quot;"));
        var weighed = answer("weighed");
        assertTrue(weighed.contains("<svg") && weighed.contains("<table>") && !weighed.contains("<dfn"), weighed);
        assertTrue(answer("growth(weighed)").contains("<svg"));
        var unknown = answer("youAndTheScale");
        assertTrue(unknown.contains("youAndTheScale ==&gt; null")
            && unknown.contains("youAndTheScale has no value yet: run the cell “You and the scale” first."), unknown);
    }

    @Test
    void whatDoesNotCompileIsSaidAtItsLine() throws Exception {
        var said = answer("int c = 1;\n\nint d = broken;");
        assertTrue(said.contains("c ==&gt; 1<"), said);
        assertTrue(said.contains("""
            <pre class="trouble">line 3: cannot find symbol
              symbol:   variable broken
            int d = broken;
                    ^</pre>"""), said);
        assertTrue(answer("for (").contains("line 1: "));
        assertEquals(422, post("/eval", Map.of("cell", "weighed", "code", " \n")).statusCode());
    }

    @Test
    void anExceptionIsOneLine() throws Exception {
        assertEquals("<pre class=\"trouble\">IllegalStateException: &lt;b&gt;boom</pre>",
            answer("throw new IllegalStateException(\"<b>boom\")").strip());
        assertEquals("<pre class=\"trouble\">ArithmeticException: / by zero (line 3)</pre>",
            answer("for (int i = 0; i < 1; i++) {\n\n    i /= i;\n}").strip());
        assertTrue(answer("int e = 0;\n\n1 / e").contains("ArithmeticException: / by zero (line 3)"));
    }

    @Test
    void whatIsPrintedAndShownIsThereInItsOrder() throws Exception {
        assertTrue(answer("for (var n : List.of(1, 2)) { System.out.println(\"<\" + n); show(said); }")
            .matches("(?s).*>&lt;1\n</pre>.*There are 2 .*>&lt;2\n</pre>.*There are 2 .*"));
        assertTrue(answer("help()").contains("Weigh it, each time in a fresh JVM"));
        assertTrue(answer("for (int i = 0; i < 100_000; i++) System.out.println(i)").contains("bytes more"));
    }

    @Test
    void whatDoesNotEndByItselfIsStopped() throws Exception {
        for (var endless : List.of("while (true) { }", "Thread.sleep(Duration.ofHours(1))",
            "weigh(\"mine\", n -> waiting(n), 77)",
            "while (true) try { Thread.sleep(60_000); } catch (InterruptedException e) { }")) {
            int id = type(endless);
            events.await(id, "runs");
            int next = type("3 + 4"); // waits, and is stopped with it
            assertEquals(204, post("/stop", Map.of()).statusCode());
            assertTrue(events.await(id, "done").contains("Stopped."), endless);
            assertTrue(events.await(next, "done").contains("Stopped before it was run."), endless);
            assertTrue(answer("3 + 4").contains("==&gt; 7<"));
        }
    }

    @Test
    void whatIsDefinedIsListedByItsName() throws Exception {
        assertTrue(answer("/list waiting").contains("static Gate waiting(int tasks)"));
        assertTrue(answer("/list nothing").contains("there is no “nothing” here"));
        assertTrue(answer("/exit").contains("/exit is no command here; allowed: /list NAME, /edit NAME, and Java"));
    }

    /// A load of the chapter and one that is typed, each weighed in other JVMs.
    @Test
    void aWeighingIsAChartAndATable() throws Exception {
        answer("static Gate mine(int n) throws Exception { return waiting(n); }");
        int id = type("weigh(\"mine\", n -> mine(n), 100, 200)");
        events.awaitOther(data -> data.contains("\"cell\":\"jshell\"")); // of what is weighed, at most four a second
        var weighed = events.await(id, "done");
        assertTrue(weighed.contains("<svg") && weighed.contains("<table>") && weighed.contains("mine"), weighed);
        assertFalse(weighed.contains("trouble"), weighed);
    }

    @Test
    void whoComesLaterHearsTheAnswers() throws Exception {
        int id = type("6 * 7");
        events.await(id, "done");
        var later = Events.listen();
        assertTrue(later.await(id, "done").contains("==&gt; 42<"));
    }

    @Test
    void aWordIsCompletedAtThePromptAndInACell() throws Exception {
        answer("var typedBefore = 1");
        assertTrue(labels("weighed.sl").contains("slope("), labels("weighed.sl"));
        assertTrue(labels("typedBe").contains("typedBefore"));
        assertTrue(labels("youAnd").contains("youAndTheScale"), "though it has no value yet");
        var cell = "XYChart growth(Weighings weighed) {\n    return Charts.gro";
        assertTrue(labels(cell).contains("\"label\":\"growth(\",\"detail\":\"XYChart Charts.growth(Weighings"),
            labels(cell));
        assertTrue(labels(cell).startsWith("{\"from\":" + cell.lastIndexOf("gro")), labels(cell));
        assertTrue(labels("Weighings weighed(Scale scale) {\n    return scale.si").contains("sizes("));
        assertTrue(labels("Weighings weighed(Scale scale) {\n    return scale.java(\"a\", n -> wai")
            .contains("waiting("));
        assertTrue(labels("static Gate mine(int tasks) {\n    var gate = new Gate(tasks);\n    gate.he")
            .contains("here("));
    }

    @Test
    void aWordIsCompletedWhileCodeRuns() throws Exception {
        int id = type("Thread.sleep(Duration.ofHours(1))");
        events.await(id, "runs");
        assertTrue(labels("weighed.sl").contains("slope("));
    }

    /// What is behind the cursor does not count.
    private static String labels(String code) throws Exception {
        return post("/complete", Map.of("cell", "weighed", "code", code + " }", "cursor", code.length())).body();
    }

    /// HTML of it.
    private static String answer(String code) throws Exception {
        return events.await(type(code), "done");
    }

    /// The number of the answer, which comes after all those that are there.
    private static int type(String code) throws Exception {
        int before = events.answers();
        assertEquals(204, post("/eval", Map.of("cell", "weighed", "code", code)).statusCode());
        events.await(() -> events.answers() > before);
        return before + 1;
    }

    private static HttpResponse<String> post(String path, Map<String, Object> body) throws Exception {
        return CLIENT.send(request(path).header("Origin", "http://" + address.getAuthority())
            .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(GSON.toJson(body)))
            .build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).version(HttpClient.Version.HTTP_1_1)
            .header("X-Workbook-Token", address.getFragment());
    }

    /// What a page hears.
    private static final class Events {
        private final Map<Integer, Map<?, ?>> answers = new TreeMap<>();
        private final List<String> others = new ArrayList<>();

        static Events listen() throws Exception {
            var events = new Events();
            var reply = CLIENT.send(request("/events").GET().build(), HttpResponse.BodyHandlers.ofLines());
            var stream = reply.body().filter(l -> l.startsWith("data: ")).map(l -> l.substring(6));
            Thread.ofVirtual().uncaughtExceptionHandler((_, _) -> { }) // the server has been ended
                .start(() -> stream.forEach(events::heard));
            return events;
        }

        private synchronized void heard(String data) {
            var said = GSON.fromJson(data, Map.class);
            if (said.get("id") instanceof Number id) answers.put(id.intValue(), said);
            else others.add(data);
            notifyAll();
        }

        synchronized int answers() {
            return answers.size();
        }

        synchronized void await(BooleanSupplier such) throws InterruptedException {
            while (!such.getAsBoolean()) wait();
        }

        void awaitOther(Predicate<String> such) throws InterruptedException {
            await(() -> others.stream().anyMatch(such));
        }

        /// HTML of an answer that stands so.
        synchronized String await(int id, String state) throws InterruptedException {
            await(() -> answers.containsKey(id) && answers.get(id).get("state").equals(state));
            return (String) answers.get(id).get("html");
        }
    }
}
