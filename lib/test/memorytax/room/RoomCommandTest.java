package memorytax.room;

import memorytax.board.Pack;
import memorytax.board.SimulatedPacks;
import memorytax.Said;
import memorytax.board.Pack;
import memorytax.board.SimulatedPacks;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A leader serves a room and two seats send to it, each by the launcher, as they do; then Ctrl-C.
@Timeout(300)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
class RoomCommandTest {
    @TempDir
    private Path folder;

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
        SendingSeat one = SendingSeat.measured(folder, "one"), two = SendingSeat.measured(folder, "two");
        String address;
        try (var leader = Leader.serve(folder, "--port", Leader.freePort())) {
            address = leader.address;
            assertTrue(address.matches("http://127\\.0\\.0\\.1:\\d+/[0-9A-Z]{4}-[0-9A-Z]{4}"), address);
            var empty = Jsoup.parse(page(address));
            assertEquals("0 seats so far", empty.select(".seats").text());
            assertEquals("./jbang workbook --send " + address, empty.select("pre").text());
            assertEquals(1, empty.select("svg.qr").size());
            var first = one.send(address);
            assertEquals("", first.err());
            assertTrue(first.out().contains(" In the pack, and nothing else:\n   chapter1   235 processes, ")
                && first.out().endsWith(" Sent to " + address + ": It is seat 1 of 1.\n"), first.out());
            assertFalse(Files.exists(one.out().resolve("mine.zip")), "it is sent, and not written");
            leader.line("seat 1: chapter 1");
            assertTrue(two.send(address, "--with-guesses").out().endsWith("It is seat 2 of 2.\n"));
            assertTrue(one.send(address).out().endsWith("It replaces what seat 1 sent before.\n"));
            leader.line("seat 1: chapter 1 (replaced)");
            awaitPage(address, "<section class=\"cell\"", "2 seats so far");
            assertTrue(leader.interrupted().endsWith(" To go on with this room: ./jbang board --serve\n"
                + " The packs of 2 seats are in out/room, the page is out/board.html."));
        }
        try (var leader = Leader.serve(folder)) {
            assertEquals(address, leader.address);
            leader.line("2 seats so far");
            assertTrue(page(address).contains("<section class=\"cell\""));
            leader.interrupted();
        }
        var late = one.send(address);
        assertEquals("workbook: " + address + ": no room answers there. Is ./jbang board --serve --room still "
            + "running?\n", late.err());
        assertEquals(1, late.exit());
        var board = Said.by(List.of(Leader.JBANG, "board", "--out", "again", "out/room"), folder);
        assertTrue(board.out().startsWith(" 2 machines on one page."), board.toString());
    }

    /// It can be read as a pack, and has what is no figure. Java takes `1d` for a number.
    @Test
    void onePackCannotHinderTheOthers() throws Exception {
        var packs = Files.createDirectories(folder.resolve("out/room"));
        for (int i = 1; i <= 5; i++) {
            var files = SimulatedPacks.of(i).files();
            if (i == 3) files.computeIfPresent("chapter1/slopes.csv", (_, text) -> text.replaceAll(",\\d+[.]\\d,",
                ",1d,"));
            Files.write(packs.resolve("%04d-%032x.zip".formatted(i, i)), new Pack(files).zip());
        }
        try (var leader = Leader.serve(folder, "--port", Leader.freePort())) {
            var page = Jsoup.parse(page(leader.address));
            assertEquals("5 seats so far", page.select(".seats").text());
            assertEquals("4", page.select("#spread .out > :last-child tbody tr").first().child(2).text());
        }
    }

    /// By the options that `lib/board.java` has for its server.
    @Test
    void whoSendsForEverIsNotWaitedFor() throws Exception {
        try (var leader = Leader.serve(folder, "--port", Leader.freePort())) {
            var address = URI.create(leader.address);
            try (var pack = new Socket("127.0.0.1", address.getPort());
                 var head = new Socket("127.0.0.1", address.getPort())) {
                begins(head, "PUT ");
                begins(pack, "PUT " + address.getPath() + "/pack HTTP/1.1\r\nHost: " + address.getAuthority()
                    + "\r\nContent-Type: application/zip\r\nX-Workbook-Seat: " + "0a".repeat(16)
                    + "\r\nContent-Length: 90000\r\n\r\nPK");
                assertEquals(-1, pack.getInputStream().read());
                assertEquals(-1, head.getInputStream().read());
            }
            assertTrue(leader.interrupted().endsWith(" The packs of 0 seats are in out/room."));
            assertArrayEquals(new String[]{"room.csv"}, folder.resolve("out/room").toFile().list());
        }
    }

    private static void begins(Socket socket, String text) throws IOException {
        socket.setSoTimeout(120_000);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }
}
