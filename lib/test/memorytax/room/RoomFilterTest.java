package memorytax.room;

import memorytax.board.Pack;
import memorytax.live.RawRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Every way into a room, and who must not get in. Requests are written by hand: no library's client would send the bad
/// ones.
class RoomFilterTest {
    /// One for each route: a new one without a line here fails.
    private static final Map<RoomRoute, String> NAMES = Map.of(RoomRoute.PAGE, "", RoomRoute.SCRIPT, "room.js",
        RoomRoute.EVENTS, "events", RoomRoute.PACK, "pack");
    private static final String KEY = ServedRoom.key(7);
    @TempDir
    private Path folder;
    private ServedRoom room;

    @BeforeEach
    void open() throws IOException {
        room = new ServedRoom(folder);
    }

    @AfterEach
    void close() {
        room.close();
    }

    private String path(RoomRoute route) {
        return route == RoomRoute.BARE ? "/" + room.room.code().text() : room.path(NAMES.get(route));
    }

    private String send(RoomRoute route, Map<String, String> more) throws IOException {
        var zip = route == RoomRoute.PACK ? ServedRoom.pack(1) : new byte[0];
        var headers = route == RoomRoute.PACK ? room.headers(KEY, zip.length) : room.headers(KEY, 0);
        headers.putAll(more);
        headers.values().removeIf(String::isEmpty);
        return RawRequest.reply(room.host, route.method(), path(route), headers, zip);
    }

    private void refused(int status, RoomRoute route, Map<String, String> more) throws IOException {
        var reply = send(route, more);
        assertTrue(reply.startsWith("HTTP/1.1 " + status), route + " " + more + "\n" + reply);
        assertTrue(reply.contains("frame-ancestors 'none'"), reply);
        assertEquals(List.of("room.csv"), room.files());
    }

    @ParameterizedTest
    @EnumSource
    void whoHasTheAddressIsLetIn(RoomRoute route) throws IOException {
        var reply = send(route, Map.of());
        assertTrue(reply.startsWith("HTTP/1.1 " + (route == RoomRoute.BARE ? 308 : 200)), reply);
        assertTrue(reply.contains("frame-ancestors 'none'") && reply.toLowerCase(Locale.ROOT).contains("nosniff"),
            reply);
        assertEquals(route == RoomRoute.PACK, room.files().size() == 2, room.files().toString());
    }

    /// A name that was made to point to this machine; another port; another machine; two of them.
    @ParameterizedTest
    @EnumSource
    void anotherHostIsNotThisOne(RoomRoute route) throws IOException {
        int port = room.server.port();
        for (var other : List.of("example.org", "example.org:" + port, "127.0.0.1", "127.0.0.1:1", "192.0.2.1:" + port,
            "[::1]:" + port, "999.1.1.1:" + port, "127.0.0.1:" + port + "\r\nHost: example.org", "localhost.:" + port,
            "127.0.0.1:99999", "x@127.0.0.1:" + port)) {
            var reply = send(route, Map.of("Host", other));
            assertTrue(reply.startsWith("HTTP/1.1 421") || reply.startsWith("HTTP/1.1 400"), other + "\n" + reply);
        }
        assertTrue(send(route, Map.of("Host", "localhost:" + port)).matches("(?s)HTTP/1.1 (200|308).*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/CODE/?x", "/CODE//", "/CODE/../CODE/", "/CODE/./pack", "/CODE/%70ack", "/CODE/PACK",
        "/CODE/pack/", "/CODE/room.js/", "/CODE/events?", "/CODE/room.csv", "/CODE/0001.zip", "//CODE/",
        "/0000-0000/pack", "/0000-0000/", "/CODE0/", "/CODE/%2e%2e/", "/favicon.ico", "*", "/ÿ/"})
    void knowsNoOtherPath(String path) throws IOException {
        for (var method : List.of("GET", "PUT")) {
            var headers = room.headers(KEY, 0);
            var reply = RawRequest.reply(room.host, method, path.replace("CODE", room.room.code().text()), headers, "");
            assertTrue(reply.matches("(?s)HTTP/1.1 40[04].*"), reply);
            assertFalse(reply.contains(room.room.code().text()), reply);
        }
    }

    /// Whoever types it in small letters, without the dash, or with other signs that look the same, means it.
    @Test
    void theCodeMayBeTypedOtherwise() throws IOException {
        var code = room.room.code().text();
        for (var typed : List.of(code.toLowerCase(Locale.ROOT), code.replace("-", ""), code.replace('0', 'O'),
            code.replace('1', 'l')))
            assertTrue(room.get("/" + typed + "/").startsWith("HTTP/1.1 200"), typed);
    }

    @ParameterizedTest
    @EnumSource
    void knowsOneMethodForEachRoute(RoomRoute route) throws IOException {
        for (var method : List.of("GET", "POST", "PUT", "DELETE", "OPTIONS", "HEAD", "TRACE", "PATCH"))
            if (!method.equals(route.method())) assertTrue(RawRequest.reply(room.host, method, path(route),
                room.headers(KEY, 0), "").startsWith("HTTP/1.1 405"), method);
        assertEquals(List.of("room.csv"), room.files());
    }

    @ParameterizedTest
    @EnumSource
    void thePageOfAnotherSiteMayNotAsk(RoomRoute route) throws IOException {
        for (var origin : List.of("http://example.org", "null", "https://" + room.host, "http://127.0.0.1:1"))
            refused(403, route, Map.of("Origin", origin));
        for (var site : List.of("cross-site", "same-site", "x")) refused(403, route, Map.of("Sec-Fetch-Site", site));
        refused(403, route, Map.of("Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest",
            "iframe"));
    }

    /// Somebody has sent the address, and somebody clicks on it.
    @ParameterizedTest
    @EnumSource
    void aLinkLeadsToThePageAndToNothingElse(RoomRoute route) throws IOException {
        var click = Map.of("Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document");
        if (route == RoomRoute.PAGE || route == RoomRoute.BARE)
            assertTrue(send(route, click).matches("(?s)HTTP/1.1 (200|308).*"));
        else refused(403, route, click);
    }

    /// Not even the page of the room: it never does.
    @Test
    void noBrowserSendsAPack() throws IOException {
        refused(403, RoomRoute.PACK, Map.of("Origin", "http://" + room.host));
        for (var site : List.of("same-origin", "none")) refused(403, RoomRoute.PACK, Map.of("Sec-Fetch-Site", site));
    }

    @Test
    void aPackSaysWhatItIsAndWhoseAndHowLong() throws IOException {
        for (var type : List.of("", "application/json", "multipart/form-data", "text/plain"))
            refused(415, RoomRoute.PACK, Map.of("Content-Type", type));
        for (var key : List.of("", "7", KEY.toUpperCase(Locale.ROOT) + "0", "../".repeat(10) + "ab", KEY + KEY))
            refused(400, RoomRoute.PACK, Map.of(RoomFilter.SEAT, key));
        refused(411, RoomRoute.PACK, Map.of("Content-Length", "", "Transfer-Encoding", "chunked"));
        refused(413, RoomRoute.PACK, Map.of("Content-Length", "" + (Pack.LARGEST + 1)));
        refused(413, RoomRoute.PACK, Map.of("Content-Length", "999999999"));
    }

    @Test
    void soManyPacksAMinuteComeFromAnAddress() throws IOException {
        for (int i = 0; i < RoomFilter.PACKS; i++) {
            if (i == RoomFilter.PACKS / 2) room.after(Duration.ofSeconds(30));
            ServedRoom.says(422, "the pack: it is no zip file, or an empty one", room.put(KEY, new byte[9]));
        }
        refused(429, RoomRoute.PACK, Map.of());
        assertTrue(room.get(room.path("")).startsWith("HTTP/1.1 200"), "the page is no pack");
        room.after(Duration.ofSeconds(29));
        refused(429, RoomRoute.PACK, Map.of());
        room.after(Duration.ofSeconds(1));
        ServedRoom.says(200, "It is seat 1 of 1.", room.put(KEY, ServedRoom.pack(1)));
    }

    /// Else the limit would not hinder a guesser: the right one among many would still be seen.
    @Test
    void whoTriesTooManyCodesIsNotToldTheRightOne() throws IOException {
        for (int i = 0; i < RoomFilter.WRONG; i++)
            assertTrue(room.get("/%04d-0000/".formatted(i)).startsWith("HTTP/1.1 404"));
        refused(429, RoomRoute.PAGE, Map.of());
        refused(429, RoomRoute.PACK, Map.of());
        room.after(Duration.ofMinutes(1));
        assertTrue(room.get(room.path("")).startsWith("HTTP/1.1 200"));
    }

    @Test
    void aFullRoomTakesTheSeatsThatAreThere() throws IOException {
        var zip = ServedRoom.pack(1);
        for (int i = 1; i < RoomFilter.SEATS; i++) Files.write(folder.resolve("%04d-%032x.zip".formatted(i, i)), zip);
        try (var full = new ServedRoom(folder)) {
            ServedRoom.says(200, "It is seat 2000 of 2000.", full.put(KEY, ServedRoom.pack(2)));
            ServedRoom.says(409, "the room is full: it has 2,000 seats", full.put(ServedRoom.key(8),
                ServedRoom.pack(3)));
            ServedRoom.says(200, "It replaces what seat 2000 sent before.", full.put(KEY, ServedRoom.pack(4)));
        }
    }
}
