package memorytax.room;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A seat and what it hears, from a room and from what is none.
class SendingTest {
    private static final SeatKey KEY = new SeatKey("0a".repeat(16));
    @TempDir
    private Path folder;

    private static String refused(RoomAddress room, byte[] zip) {
        var said = assertThrows(IllegalStateException.class, () -> Sending.send(room, KEY, zip)).getMessage();
        assertTrue(said.startsWith(room + ": ") && said.length() < 300, said);
        return said.substring(room.toString().length() + 2);
    }

    @Test
    void theRoomAnswersInOneSentence() throws Exception {
        try (var room = new ServedRoom(folder)) {
            assertEquals("It is seat 1 of 1.", Sending.send(room.address(), KEY, ServedRoom.pack(1)));
            assertEquals("It replaces what seat 1 sent before.", Sending.send(room.address(), KEY, ServedRoom.pack(2)));
            assertEquals("the pack is refused: the pack: it is no zip file, or an empty one",
                refused(room.address(), new byte[90_000]));
            var other = RoomAddress.read(room.host + "/0000-0000");
            assertEquals("there is no such room. Compare the code with the one on the page",
                refused(other, ServedRoom.pack(1)));
            for (int i = 0; i < RoomFilter.PACKS; i++) room.put(ServedRoom.key(9), new byte[9]);
            assertEquals("the pack is refused: at most 60 packs a minute come from one address; wait a minute",
                refused(room.address(), ServedRoom.pack(1)));
        }
    }

    @Test
    void whereNobodyListensThereIsNoRoom() throws IOException {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        assertEquals("no room answers there. Is ./jbang board --serve --room still running?",
            refused(RoomAddress.read("127.0.0.1:" + port + "/7K3M-9QXT"), ServedRoom.pack(1)));
    }

    /// Long, no JSON, another JSON, no end: what answers there may be anything.
    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[]", "null", "{\"says\":7}", "{\"says\":\"\"}", "\u0000", "{\"says\":"})
    void whatIsNoRoomIsNotBelieved(String answer) throws IOException {
        var said = answered(200, answer);
        assertEquals("what answers there is no room (it says 200)", said);
    }

    @Test
    void aLongSentenceIsCut() throws IOException {
        assertEquals("what answers there is no room (it says 200)", answered(200, "{\"says\":\"" + "x".repeat(9_999_999)
            + "\"}"));
        assertEquals("the pack is refused: " + "x".repeat(200), answered(422, "{\"says\":\"" + "x".repeat(900)
            + "\"}"));
    }

    /// What is said where this server answers so.
    private static String answered(int status, String text) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                var bytes = text.getBytes(StandardCharsets.UTF_8);
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
        server.start();
        try {
            return refused(RoomAddress.read("127.0.0.1:" + server.getAddress().getPort() + "/7K3M-9QXT"),
                ServedRoom.pack(1));
        } finally {
            server.stop(0);
        }
    }

    @ParameterizedTest
    @CsvSource({"http://192.168.1.7:8080/7K3M-9QXT/", "http://192.168.1.7:8080/7K3M-9QXT",
        "192.168.1.7:8080/7k3m9qxt", " http://192.168.1.7:8080/7K3M-9QXT "})
    void anAddressMayBeTypedInSomeWays(String typed) {
        assertEquals("http://192.168.1.7:8080/7K3M-9QXT/pack", RoomAddress.read(typed).uri("pack").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7K3M-9QXT", "http://192.168.1.7:8080", "http://192.168.1.7:8080/7K3M-9QX",
        "http://192.168.1.7:8080/7K3M-9QXU", "https://192.168.1.7/7K3M-9QXT", "ftp://a/7K3M-9QXT", "file:///7K3M-9QXT",
        "http://a b/7K3M-9QXT", "http://x@192.168.1.7/7K3M-9QXT", "http://192.168.1.7:99999/7K3M-9QXT",
        "http://192.168.1.7/7K3M-9QXT/pack", "http://192.168.1.7/7K3M-9QXT?x", "http://-/7K3M-9QXT",
        "http://192.168.1.7/../7K3M-9QXT", "\u001b]0;x\u0007"})
    void whatIsNoAddressIsRefused(String typed) {
        var said = assertThrows(IllegalArgumentException.class, () -> RoomAddress.read(typed)).getMessage();
        assertEquals("\"" + typed + "\" is no address of a room; type it as the room's page shows it: "
            + "http://192.168.1.7:8080/7K3M-9QXT", said);
    }

    @Test
    void aSeatHasOneKeyWhichOnlyItsOwnerReads() throws IOException {
        var key = SeatKey.in(folder);
        assertEquals(key, SeatKey.in(folder));
        var file = folder.resolve(SeatKey.FILE);
        if (Files.getFileStore(file).supportsFileAttributeView("posix"))
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        Files.delete(file);
        assertNotEquals(key, SeatKey.in(folder));
        for (var text : new String[]{"", "0a", "0A".repeat(16), "\u00ff".repeat(32), "0a".repeat(9_000)}) {
            Files.writeString(file, text);
            assertTrue(assertThrows(IllegalStateException.class, () -> SeatKey.in(folder)).getMessage()
                .contains("seat.key is damaged. Delete it"), text);
        }
    }

    /// Two rooms that put together what they know cannot see that somebody was in both.
    @Test
    void eachRoomIsToldAnotherKey() {
        var here = RoomAddress.read("127.0.0.1/7K3M-9QXT").code();
        assertEquals(KEY.of(here), KEY.of(here));
        assertTrue(SeatKey.isOne(KEY.of(here)));
        assertNotEquals(KEY.of(here), KEY.of(RoomCode.random()));
        assertNotEquals(KEY.text(), KEY.of(here));
    }
}
