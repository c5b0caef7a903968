package memorytax.room;

import com.sun.net.httpserver.HttpServer;
import memorytax.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What is typed wrongly, and what a server says that nobody knows.
@Timeout(300)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
class RoomWordsTest {
    @TempDir
    private Path folder;

    private static int refused(Said said, String error) {
        assertEquals(error, said.err());
        return said.exit();
    }

    /// A server that nobody knows says something that would clear the screen.
    @Test
    void whatIsNoRoomMovesNoCursor() throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            var says = "{\"says\":\"\\u001b[2Jno\\nmore\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().startsWith("/7") ? 200 : 422, says.length);
            exchange.getResponseBody().write(says);
            exchange.close();
        });
        server.start();
        try {
            var at = "http://127.0.0.1:" + server.getAddress().getPort();
            var seat = SendingSeat.measured(folder, "one");
            var said = seat.send(at + "/7K3M-9QXT");
            assertTrue(said.out().endsWith(" Sent to " + at + "/7K3M-9QXT: \u241b[2Jno\u240amore\n"), said.toString());
            assertEquals(1, refused(seat.send(at + "/8K3M-9QXT"), "workbook: " + at + "/8K3M-9QXT: the pack is "
                + "refused: \u241b[2Jno more\n"));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void wrongWordsAreOneLine() throws Exception {
        var out = folder.resolve("out").toString();
        for (var wrong : List.of(
            List.of("--room --out " + out, "--room: goes with --serve only"),
            List.of("--port 80 --out " + out, "--port: goes with --serve only"),
            List.of("--serve packs --out " + out, "--serve: it does not go with packs; packs are sent to it, or lie in "
                + "room, in the folder of --out"),
            List.of("--serve --port 0", "--port: \"0\" is not a port from 1 to 65,535"),
            List.of("--serve --port many", "--port: \"many\" is not a port from 1 to 65,535"))) {
            var command = Stream.concat(Stream.of(Leader.JBANG, "board"), Stream.of(wrong.get(0).split(" "))).toList();
            assertEquals(2, refused(Said.by(command, folder), "board: " + wrong.get(1)
                + " (--help shows all options)\n"));
        }
        try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            var port = "" + taken.getLocalPort();
            var command = List.of(Leader.JBANG, "board", "--serve", "--port", port, "--out", out);
            assertEquals(2, refused(Said.by(command, folder), "board: --port: " + port + " cannot be used here "
                + "(Address already in use); name another one (--help shows all options)\n"));
        }
        var seat = SendingSeat.measured(folder, "one");
        assertEquals(2, refused(seat.send("7K3M"), "workbook: --send: \"7K3M\" is no address of a room; type it as "
            + "the room's page shows it: http://192.168.1.7:8080/7K3M-9QXT (--help shows all options)\n"));
        assertEquals(2, refused(seat.send("127.0.0.1/7K3M-9QXT", "--pack"), "workbook: --pack and --send do not go "
            + "together: give one of them (--help shows all options)\n"));
        var nothing = new SendingSeat(folder.resolve("nothing"));
        assertEquals(2, refused(nothing.send("127.0.0.1/7K3M-9QXT"), "workbook: --send: " + nothing.out()
            + " has nothing that was measured here; run a chapter first (--help shows all options)\n"));
    }
}
