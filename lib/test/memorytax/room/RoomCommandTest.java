package memorytax.room;

import com.sun.net.httpserver.HttpServer;
import memorytax.House;
import memorytax.Said;
import memorytax.board.Pack;
import memorytax.board.SimulatedPacks;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A leader serves a room and two seats send to it, each by the launcher, as they do; then Ctrl-C.
@Timeout(300)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
class RoomCommandTest {
    private static final String JBANG = House.root().resolve("jbang").toString();
    @TempDir
    private Path folder;
    private Process leader;
    private BufferedReader says;
    /// What was said before the line that was waited for.
    private String before;

    @AfterEach
    void end() throws Exception {
        if (leader != null) leader.destroyForcibly().waitFor();
    }

    /// Until it says what a seat types, which is returned.
    private String serve(String... more) throws IOException {
        var command = new ArrayList<>(List.of(JBANG, "board", "--serve", "--out", folder.resolve("out").toString()));
        command.addAll(List.of(more));
        // where the tests run in the background of a shell, they do not hear Ctrl-C, nor would it
        if (House.program("env").isPresent() && !System.getProperty("os.name").contains("Mac"))
            command.addAll(0, List.of("env", "--default-signal=INT"));
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        leader = builder.start();
        leader.getOutputStream().close();
        says = leader.inputReader(StandardCharsets.UTF_8);
        return line("A seat types:").replaceFirst(".*workbook --send ", "");
    }

    /// The next line that has this in it.
    private String line(String text) throws IOException {
        before = "";
        for (var line = says.readLine(); line != null; line = says.readLine()) {
            if (line.contains(text)) return line;
            before += line + "\n";
        }
        throw new AssertionError("nothing has \"" + text + "\" in it: " + before);
    }

    /// Sends Ctrl-C, and waits for the end. What was said until then.
    private String interrupted() throws Exception {
        assertEquals(0, new ProcessBuilder("kill", "-INT", "" + leader.pid()).start().waitFor());
        var rest = String.join("\n", says.lines().toList());
        assertEquals(130, leader.waitFor(), rest);
        return rest;
    }

    /// As if our recorded run had been made on its machine.
    private Path seat(String name) throws IOException {
        var chapter = Files.createDirectories(folder.resolve(name).resolve("chapter1"));
        try (Stream<Path> files = Files.list(House.root().resolve("data/recorded/chapter1"))) {
            for (var file : files.toList()) Files.copy(file, chapter.resolve(file.getFileName()));
        }
        var slopes = chapter.resolve("slopes.csv");
        Files.writeString(slopes, Files.readString(slopes) + Files.readAllLines(slopes).get(1).replace("weighed", name)
            + "\n"); // no two are the same
        return folder.resolve(name);
    }

    private Said send(String address, Path out, String... more) throws Exception {
        var command = new ArrayList<>(List.of("sh", "-c", "cd \"$0\" && exec \"$@\"", House.root().toString(), JBANG,
            "workbook", "--send", address, "--out", out.toString())); // in the folder of the workbook
        command.addAll(List.of(more));
        return Said.by(command, folder);
    }

    private static String page(String address) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(address + "/")).build(),
                HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    private static void awaitPage(String address, String... parts) throws Exception {
        for (var part : parts) while (!page(address).contains(part)) LockSupport.parkNanos(20_000_000);
    }

    @Test
    void aRoomFillsInAndIsThereAgainTheNextTime() throws Exception {
        var address = serve("--port", "" + freePort());
        assertTrue(address.matches("http://127\\.0\\.0\\.1:\\d+/[0-9A-Z]{4}-[0-9A-Z]{4}"), address);
        var empty = Jsoup.parse(page(address));
        assertEquals("0 seats so far", empty.select(".seats").text());
        assertEquals("./jbang workbook --send " + address, empty.select("pre").text());
        assertEquals(1, empty.select("svg.qr").size());
        Path one = seat("one"), two = seat("two");
        var first = send(address, one);
        assertEquals("", first.err());
        assertTrue(first.out().contains(" In the pack, and nothing else:\n   chapter1   235 processes, ")
            && first.out().endsWith(" Sent to " + address + ": It is seat 1 of 1.\n"), first.out());
        assertFalse(Files.exists(one.resolve("mine.zip")), "it is sent, and not written");
        line("seat 1: chapter 1");
        assertTrue(send(address, two, "--with-guesses").out().endsWith("It is seat 2 of 2.\n"));
        assertTrue(send(address, one).out().endsWith("It replaces what seat 1 sent before.\n"));
        line("seat 1: chapter 1 (replaced)");
        awaitPage(address, "board/costs.csv", "2 seats so far");
        assertTrue(interrupted().contains(" The packs of 2 seats are in out/room, and what they say in out/board.html. "
            + "./jbang board --serve goes on."));
        assertEquals(address, serve());
        line("2 seats so far");
        assertTrue(page(address).contains("board/costs.csv"));
        interrupted();
        assertEquals(1, refused(send(address, one), "workbook: " + address + ": no room answers there. Is ./jbang "
            + "board --serve --room still running?\n"));
        var board = Said.by(List.of(JBANG, "board", "--out", "again", "out/room"), folder);
        assertTrue(board.out().startsWith(" 2 machines on one page."), board.toString());
    }

    private static int refused(Said said, String error) {
        assertEquals(error, said.err());
        return said.exit();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
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
            var seat = seat("one");
            var said = send(at + "/7K3M-9QXT", seat);
            assertTrue(said.out().endsWith(" Sent to " + at + "/7K3M-9QXT: \u241b[2Jno\u240amore\n"), said.toString());
            assertEquals(1, refused(send(at + "/8K3M-9QXT", seat), "workbook: " + at + "/8K3M-9QXT: the pack is "
                + "refused: \u241b[2Jno more\n"));
        } finally {
            server.stop(0);
        }
    }

    /// It can be read as a pack, and the queries cannot calculate with it. Java takes `1d` for a number.
    @Test
    void onePackCannotHinderTheOthers() throws Exception {
        var packs = Files.createDirectories(folder.resolve("out/room"));
        for (int i = 1; i <= 5; i++) {
            var files = SimulatedPacks.of(i, 1).files();
            if (i == 3) files.computeIfPresent("chapter1/slopes.csv", (_, text) -> text.replaceFirst(",\\d+[.]\\d,",
                ",1d,"));
            Files.write(packs.resolve("%04d-%032x.zip".formatted(i, i)), new Pack(files).zip());
        }
        var address = serve("--port", "" + freePort());
        var page = Jsoup.parse(page(address));
        assertEquals("5 seats so far", page.select(".seats").text());
        assertEquals("4", page.select("#guessed tbody td").first().text());
        assertTrue(interrupted().contains("The packs of 5 seats are in out/room"));
        assertTrue(before.contains(" ✗ out/room/0003-") && before.contains(".zip is left out: DuckDB: "), before);
    }

    /// By the options that `lib/board.java` has for its server.
    @Test
    void whoSendsForEverIsNotWaitedFor() throws Exception {
        var address = URI.create(serve("--port", "" + freePort()));
        try (var socket = new Socket("127.0.0.1", address.getPort()); var head = new Socket("127.0.0.1",
            address.getPort())) {
            socket.setSoTimeout(120_000);
            head.setSoTimeout(120_000);
            head.getOutputStream().write("PUT ".getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(("PUT " + address.getPath() + "/pack HTTP/1.1\r\nHost: "
                + address.getAuthority() + "\r\nContent-Type: application/zip\r\nX-Workbook-Seat: " + "0a".repeat(16)
                + "\r\nContent-Length: 90000\r\n\r\nPK").getBytes(StandardCharsets.UTF_8));
            assertEquals(-1, socket.getInputStream().read());
            assertEquals(-1, head.getInputStream().read());
        }
        assertTrue(interrupted().contains(" The packs of 0 seats are in out/room. ./jbang board --serve goes on."));
        assertArrayEquals(new String[]{"room.csv"}, folder.resolve("out/room").toFile().list());
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
            var command = Stream.concat(Stream.of(JBANG, "board"), Stream.of(wrong.get(0).split(" "))).toList();
            assertEquals(2, refused(Said.by(command, folder), "board: " + wrong.get(1)
                + " (--help shows all options)\n"));
        }
        try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            var port = "" + taken.getLocalPort();
            assertEquals(2, refused(Said.by(List.of(JBANG, "board", "--serve", "--port", port, "--out", out), folder),
                "board: --port: " + port + " cannot be used here (Address already in use); name another one "
                    + "(--help shows all options)\n"));
        }
        var seat = seat("one");
        assertEquals(2, refused(send("7K3M", seat), "workbook: --send: \"7K3M\" is no address of a room; type it as "
            + "the room's page shows it: http://192.168.1.7:8080/7K3M-9QXT (--help shows all options)\n"));
        assertEquals(2, refused(send("127.0.0.1/7K3M-9QXT", seat, "--pack"), "workbook: --pack and --send do not go "
            + "together: give one of them (--help shows all options)\n"));
        assertEquals(2, refused(send("127.0.0.1/7K3M-9QXT", folder.resolve("nothing")), "workbook: --send: "
            + folder.resolve("nothing") + " has nothing that was measured here; run a chapter first "
            + "(--help shows all options)\n"));
    }
}
