package memorytax.live;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Every route, and who must not get in. Requests are written by hand: no library's client would send the bad ones.
class GuardTest {
    /// One path for each route: a new route without a line here fails.
    private static final Map<LocalWay, String> PATHS = Map.ofEntries(Map.entry(Route.SHELL, "/"),
        Map.entry(Route.SCRIPT, "/live.js"), Map.entry(Route.STYLE, "/live.css"), Map.entry(Route.EDITOR, "/editor.js"),
        Map.entry(Route.PAGE, "/page"), Map.entry(Route.EVENTS, "/events"),
        Map.entry(Route.FILE, "/file/chapter1/growth.csv"), Map.entry(Route.RUN, "/run"),
        Map.entry(Route.READ, "/read"), Map.entry(Route.HINT, "/hint"), Map.entry(Route.SOLUTION, "/solution"),
        Map.entry(Route.AHEAD, "/ahead"), Map.entry(Route.EVAL, "/eval"), Map.entry(Route.COMPLETE, "/complete"),
        Map.entry(Route.STOP, "/stop"), Map.entry(Route.ANSWER, "/answer"), Map.entry(Route.CELL, "/cell/weighed"),
        // the list of chapters is another server
        Map.entry(IndexRoute.SHELL, "/"), Map.entry(IndexRoute.SCRIPT, "/live-index.js"),
        Map.entry(IndexRoute.STYLE, "/live-index.css"), Map.entry(IndexRoute.PAGE, "/page"),
        Map.entry(IndexRoute.EVENTS, "/events"), Map.entry(IndexRoute.OPEN, "/open"));
    private static final String BODY = "{\"cell\":\"weighed\",\"answer\":\"2 KB\",\"code\":\"c\",\"base\":\"b\","
        + "\"chapter\":\"chapter2\",\"ahead\":\"on\",\"cursor\":1}";
    @TempDir
    private Path folder;
    private List<String> asked;
    private LiveServer chapter;
    private IndexServer index;
    private String host, token;

    @BeforeEach
    void start() {
        var notebook = new AskedNotebook(folder);
        asked = notebook.asked;
        chapter = LiveServer.start(notebook, "");
        index = IndexServer.start(new AskedIndex(asked));
        at(chapter);
    }

    @AfterEach
    void end() {
        chapter.close();
        index.close();
    }

    /// Every way into every server of ours.
    private static List<LocalWay> ways() {
        return Stream.<LocalWay[]>of(Route.values(), IndexRoute.values()).flatMap(Stream::of).toList();
    }

    /// Requests go to this server from now on.
    private void at(LocalServer<?> server) {
        host = server.address().getAuthority();
        token = server.address().getFragment();
    }

    private void at(LocalWay way) {
        at(way instanceof IndexRoute ? index : chapter);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void letsItsOwnPageIn(LocalWay route) throws IOException {
        at(route);
        var reply = send(route, headers(route));
        assertTrue(reply.startsWith("HTTP/1.1 " + (route.writes() && route != Route.COMPLETE ? 204 : 200)), reply);
        assertTrue(reply.contains("frame-ancestors 'none'"), reply);
        assertEquals(!route.isPublic(), !asked.isEmpty(), asked.toString());
    }

    @ParameterizedTest
    @MethodSource("ways")
    void keepsOutWhoHasNoToken(LocalWay route) throws IOException {
        at(route);
        var headers = headers(route);
        headers.remove(Guard.TOKEN);
        if (route.isPublic()) assertFalse(send(route, headers).contains(token));
        else assertRefused(401, route, headers);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void keepsOutWhoHasAnotherToken(LocalWay route) throws IOException {
        at(route);
        var headers = headers(route);
        headers.put(Guard.TOKEN, "0".repeat(32));
        if (!route.isPublic()) assertRefused(401, route, headers);
        headers.put(Guard.TOKEN, token.substring(1));
        if (!route.isPublic()) assertRefused(401, route, headers);
    }

    /// A name that was made to point to this machine.
    @ParameterizedTest
    @MethodSource("ways")
    void keepsOutAnotherHost(LocalWay route) throws IOException {
        at(route);
        for (var other : List.of("example.org", "localhost:" + host.split(":")[1], "127.0.0.1")) {
            var headers = headers(route);
            headers.put("Host", other);
            assertRefused(421, route, headers);
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void keepsOutThePageOfAnotherSite(LocalWay route) throws IOException {
        at(route);
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
    @MethodSource("ways")
    void knowsOneMethodForEachRoute(LocalWay route) throws IOException {
        at(route);
        for (var method : List.of("GET", "POST", "PUT", "DELETE", "OPTIONS", "HEAD", "TRACE"))
            if (!method.equals(route.method()))
                assertTrue(raw(method, PATHS.get(route), headers(route), BODY).startsWith("HTTP/1.1 405"), method);
        assertTrue(asked.isEmpty(), asked.toString());
    }

    @ParameterizedTest
    @MethodSource("ways")
    void takesNothingButShortJsonFromItsOwnPage(LocalWay route) throws IOException {
        at(route);
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
            assertTrue(raw(route.method(), PATHS.get(route), headers(route, body), body)
                .startsWith("HTTP/1.1 422"), body);
        assertTrue(asked.isEmpty(), asked.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/page/", "/page?x", "//page", "/./page", "/%70age", "/PAGE", "/page;x", "/cell/",
        "/cell/a/b", "/cell/../page", "/live-other.js", "/cell/%2e%2e", "/open", "/live-index.css",
        "/file/../chapter1.java",
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

    /// The list of chapters leads a whole window to a chapter, which is another port of this machine.
    @ParameterizedTest
    @MethodSource("ways")
    void letsAWindowOfThisMachineComeToTheShellAndToNothingElse(LocalWay route) throws IOException {
        at(route);
        var headers = headers(route);
        headers.putAll(Map.of("Sec-Fetch-Site", "same-site", "Sec-Fetch-Mode", "navigate",
            "Sec-Fetch-Dest", "document"));
        if (route.isShell()) assertTrue(send(route, headers).startsWith("HTTP/1.1 200"));
        else assertRefused(403, route, headers);
        headers.put("Sec-Fetch-Dest", "iframe");
        assertRefused(403, route, headers);
        headers.putAll(Map.of("Sec-Fetch-Site", "cross-site", "Sec-Fetch-Dest", "document"));
        assertRefused(403, route, headers);
    }

    @Test
    void listensToThisMachineAlone() {
        assertEquals("127.0.0.1", host.split(":")[0]);
        assertEquals(32, token.length());
    }

    private void assertRefused(int status, LocalWay route, Map<String, String> headers) throws IOException {
        var reply = send(route, headers);
        assertTrue(reply.startsWith("HTTP/1.1 " + status), route + " " + headers + "\n" + reply);
        assertTrue(asked.isEmpty(), asked.toString());
    }

    private Map<String, String> headers(LocalWay route) {
        return headers(route, BODY);
    }

    private Map<String, String> headers(LocalWay route, String body) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Host", host);
        headers.put(Guard.TOKEN, token);
        headers.put("Sec-Fetch-Site", "same-origin");
        if (route.writes()) headers.putAll(Map.of("Origin", "http://" + host, "Content-Type", "application/json",
            "Content-Length", String.valueOf(body.length())));
        return headers;
    }

    private String send(LocalWay route, Map<String, String> headers) throws IOException {
        return raw(route.method(), PATHS.get(route), headers, route.writes() ? BODY : "");
    }

    private String raw(String method, String path, Map<String, String> headers, String body) throws IOException {
        return RawRequest.reply(host, method, path, headers, body);
    }
}
