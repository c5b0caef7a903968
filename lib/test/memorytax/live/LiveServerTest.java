package memorytax.live;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What the page asks arrives at the notebook, and what the notebook says arrives at the page.
class LiveServerTest {
    @TempDir
    private Path folder;
    private List<String> asked;
    private LiveServer server;

    @BeforeEach
    void start() {
        var notebook = new AskedNotebook(folder);
        asked = notebook.asked;
        server = LiveServer.start(notebook, "");
    }

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void saysWhatIsWrongInOneLine() throws IOException {
        var body = "{\"cell\":\"nowhere\"}";
        var reply = raw("POST", "/run", body);
        assertTrue(reply.startsWith("HTTP/1.1 422") && reply.endsWith("{\"says\":\"there is no step\"}"), reply);
    }

    @Test
    void anEditIsOfJavaUnlessItSaysOtherwise() throws IOException {
        assertTrue(edit("").startsWith("HTTP/1.1 204"));
        assertTrue(edit(",\"language\":\"go\"").startsWith("HTTP/1.1 204"));
        assertEquals(List.of("edit weighed java", "edit weighed go"), asked);
        var reply = edit(",\"language\":\"cobol\"");
        assertTrue(reply.startsWith("HTTP/1.1 422")
            && reply.endsWith("is no language here; allowed: java, go, python, node, rust\"}"), reply);
    }

    @Test
    void ofAConflictItSaysWhatIsThere() throws IOException {
        var reply = edit(",\"base\":\"older\"");
        assertTrue(reply.startsWith("HTTP/1.1 409") && reply.contains("\"theirs\":\"theirs\""), reply);
    }

    private String edit(String more) throws IOException {
        var body = "{\"code\":\"c\"" + (more.contains("base") ? "" : ",\"base\":\"b\"") + more + "}";
        return raw("PUT", "/cell/weighed", body);
    }

    @Test
    void saysHowCodeGoesOnAndWantsToKnowWhere() throws IOException {
        var body = "{\"cell\":\"weighed\",\"code\":\"c\",\"cursor\":1}";
        assertTrue(raw("POST", "/complete", body).endsWith("{\"from\":1}"));
        var reply = raw("POST", "/complete", body.replace(":1}", ":\"1\"}"));
        assertTrue(reply.startsWith("HTTP/1.1 422") && reply.contains("the body needs a number"), reply);
        assertEquals(List.of("complete weighed at 1"), asked);
    }

    private String raw(String method, String path, String body) throws IOException {
        var host = server.address().getAuthority();
        return RawRequest.reply(host, method, path, Map.of("Host", host, Guard.TOKEN, server.address().getFragment(),
            "Sec-Fetch-Site", "same-origin", "Origin", "http://" + host, "Content-Type", "application/json",
            "Content-Length", String.valueOf(body.length())), body);
    }
}
