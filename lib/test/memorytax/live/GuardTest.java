package memorytax.live;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Every route, and who must not get in. Requests are written by hand: no library's client would send the bad ones.
class GuardTest {
    /// One path for each route: a new route without a line here fails.
    private static final Map<Route, String> PATHS = Map.ofEntries(Map.entry(Route.SHELL, "/"),
        Map.entry(Route.SCRIPT, "/live.js"), Map.entry(Route.STYLE, "/live.css"), Map.entry(Route.EDITOR, "/editor.js"),
        Map.entry(Route.PAGE, "/page"), Map.entry(Route.EVENTS, "/events"),
        Map.entry(Route.FILE, "/file/chapter1/growth.csv"), Map.entry(Route.RUN, "/run"),
        Map.entry(Route.STOP, "/stop"), Map.entry(Route.AHEAD, "/ahead"),
        Map.entry(Route.ANSWER, "/answer"), Map.entry(Route.CELL, "/cell/weighed"));
    private static final String BODY = "{\"cell\":\"weighed\",\"ahead\":\"on\","
        + "\"answer\":\"2 KB\",\"code\":\"c\",\"base\":\"b\"}";
    @TempDir
    private Path folder;
    private List<String> asked;
    private LiveServer server;
    private String host, token;

    @BeforeEach
    void start() {
        var notebook = new AskedNotebook(folder);
        asked = notebook.asked;
        server = LiveServer.start(notebook, "");
        host = server.address().getAuthority();
        token = server.address().getFragment();
    }

    @AfterEach
    void end() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void letsItsOwnPageIn(Route route) throws IOException {
        var reply = send(route, headers(route));
        assertTrue(reply.startsWith("HTTP/1.1 " + (route.writes() ? 204 : 200)), reply);
        assertTrue(reply.contains("frame-ancestors 'none'"), reply);
        assertEquals(!route.isPublic(), !asked.isEmpty(), asked.toString());
    }

    @ParameterizedTest
    @EnumSource
    void keepsOutWhoHasNoToken(Route route) throws IOException {
        var headers = headers(route);
        headers.remove(Guard.TOKEN);
        if (route.isPublic()) assertFalse(send(route, headers).contains(token));
        else assertRefused(401, route, headers);
    }

    @ParameterizedTest
    @EnumSource
    void keepsOutWhoHasAnotherToken(Route route) throws IOException {
        var headers = headers(route);
        headers.put(Guard.TOKEN, "0".repeat(32));
        if (!route.isPublic()) assertRefused(401, route, headers);
        headers.put(Guard.TOKEN, token.substring(1));
        if (!route.isPublic()) assertRefused(401, route, headers);
    }

    /// A name that was made to point to this machine.
    @ParameterizedTest
    @EnumSource
    void keepsOutAnotherHost(Route route) throws IOException {
        for (var other : List.of("example.org", "localhost:" + host.split(":")[1], "127.0.0.1")) {
            var headers = headers(route);
            headers.put("Host", other);
            assertRefused(421, route, headers);
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsOutThePageOfAnotherSite(Route route) throws IOException {
        for (var other : List.of("http://example.org", "null", "https://" + host, "http://127.0.0.1:1")) {
            var headers = headers(route);
            headers.put("Origin", other);
            assertRefused(403, route, headers);
        }
        for (var site : List.of("cross-site", "same-site", "")) {
            var headers = headers(route);
            headers.put("Sec-Fetch-Site", site);
            assertRefused(403, route, headers);
        }
    }

    @ParameterizedTest
    @EnumSource
    void knowsOneMethodForEachRoute(Route route) throws IOException {
        for (var method : List.of("GET", "POST", "PUT", "DELETE", "OPTIONS", "HEAD", "TRACE"))
            if (!method.equals(route.method))
                assertTrue(raw(method, PATHS.get(route), headers(route), BODY).startsWith("HTTP/1.1 405"), method);
        assertTrue(asked.isEmpty(), asked.toString());
    }

    @ParameterizedTest
    @EnumSource
    void takesNothingButShortJsonFromItsOwnPage(Route route) throws IOException {
        if (!route.writes()) return;
        for (var type : List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "")) {
            var headers = headers(route);
            headers.put("Content-Type", type);
            assertRefused(415, route, headers);
        }
        var noOrigin = headers(route);
        noOrigin.remove("Origin");
        assertRefused(403, route, noOrigin);
        var large = headers(route);
        large.put("Content-Length", String.valueOf(Guard.LARGEST + 1));
        assertRefused(413, route, large);
        var unknown = headers(route);
        unknown.remove("Content-Length");
        unknown.put("Transfer-Encoding", "chunked");
        assertRefused(411, route, unknown);
        if (route == Route.STOP) return; // it reads nothing
        for (var body : List.of("", "[]", "{", "\"weighed\"", "{\"cell\":{}}", "null"))
            assertTrue(raw(route.method, PATHS.get(route), headers(route, body), body)
                .startsWith("HTTP/1.1 422"), body);
        assertTrue(asked.isEmpty(), asked.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/page/", "/page?x", "//page", "/./page", "/%70age", "/PAGE", "/page;x", "/cell/",
        "/cell/a/b", "/cell/../page", "/live-other.js", "/cell/%2e%2e", "/file/../chapter1.java",
        "/file/chapter1/../../secret.csv",
        "/file/chapter1/%2e%2e/x.csv", "/file/chapter1/.x.csv", "/file//etc/passwd", "/file/chapter1/notes.properties",
        "/live.js/../page", "/favicon.ico", "/cell/a%00", "*"})
    void knowsNoOtherPath(String path) throws IOException {
        for (var method : List.of("GET", "PUT")) {
            var reply = raw(method, path, headers(Route.CELL), BODY);
            assertTrue(reply.matches("(?s)HTTP/1.1 40[045].*"), reply);
        }
        assertTrue(asked.isEmpty(), asked.toString());
    }

    @Test
    void saysWhatIsWrongInOneLine() throws IOException {
        var body = "{\"cell\":\"nowhere\"}";
        var reply = raw("POST", "/run", headers(Route.RUN, body), body);
        assertTrue(reply.startsWith("HTTP/1.1 422") && reply.endsWith("{\"says\":\"there is no step\"}"), reply);
    }

    @Test
    void listensToThisMachineAlone() {
        assertEquals("127.0.0.1", host.split(":")[0]);
        assertEquals(32, token.length());
    }

    private void assertRefused(int status, Route route, Map<String, String> headers) throws IOException {
        var reply = send(route, headers);
        assertTrue(reply.startsWith("HTTP/1.1 " + status), route + " " + headers + "\n" + reply);
        assertTrue(asked.isEmpty(), asked.toString());
    }

    private Map<String, String> headers(Route route) {
        return headers(route, BODY);
    }

    private Map<String, String> headers(Route route, String body) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Host", host);
        headers.put(Guard.TOKEN, token);
        headers.put("Sec-Fetch-Site", "same-origin");
        if (route.writes()) headers.putAll(Map.of("Origin", "http://" + host, "Content-Type", "application/json",
            "Content-Length", String.valueOf(body.length())));
        return headers;
    }

    private String send(Route route, Map<String, String> headers) throws IOException {
        return raw(route.method, PATHS.get(route), headers, route.writes() ? BODY : "");
    }

    /// The reply; of a stream, which has no end, its beginning.
    private String raw(String method, String path, Map<String, String> headers, String body) throws IOException {
        try (var socket = new Socket("127.0.0.1", server.address().getPort())) {
            socket.setSoTimeout(20_000);
            var text = new StringBuilder(method + " " + path + " HTTP/1.1\r\nConnection: close\r\n");
            headers.forEach((name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
            write(socket.getOutputStream(), text + "\r\n" + body);
            return read(socket.getInputStream());
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            // refused before it was heard to its end
        }
    }

    /// As much as the head says; of a stream, its first event.
    private static String read(InputStream in) throws IOException {
        var text = new StringBuilder();
        for (int c = in.read(); c >= 0 && !whole(text.append((char) c).toString()); ) c = in.read();
        return text.toString();
    }

    private static boolean whole(String text) {
        int body = text.indexOf("\r\n\r\n") + 4;
        var length = Pattern.compile("(?i)content-length: (\\d+)").matcher(text);
        return body > 3 && (text.contains("event: states") || length.find()
            && text.length() - body >= Integer.parseInt(length.group(1)));
    }
}
