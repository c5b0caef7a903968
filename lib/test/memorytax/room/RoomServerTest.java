package memorytax.room;

import memorytax.board.Pack;
import memorytax.board.SimulatedPacks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;

import static memorytax.room.ServedRoom.key;
import static memorytax.room.ServedRoom.pack;
import static memorytax.room.ServedRoom.says;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What a room takes, keeps and shows.
@Timeout(60)
class RoomServerTest {
    @TempDir
    private Path folder;

    /// By its key, and not by another's: there is nothing else that a seat could name.
    @Test
    void aSeatReplacesItsOwnPackAndNoOther() throws IOException {
        try (var room = new ServedRoom(folder)) {
            says(200, "It is seat 1 of 1.", room.put(key(5), pack(1)));
            says(200, "It is seat 2 of 2.", room.put(key(3), pack(2)));
            says(200, "It replaces what seat 1 sent before.", room.put(key(5), pack(3)));
            says(200, "It is seat 3 of 3.", room.put(SeatKey.hash(key(5)), pack(4)));
            says(200, "It is there already: seat 2 has sent the same pack.", room.put(key(4), pack(2)));
            var files = room.files();
            assertEquals(4, files.size(), files.toString());
            assertEquals("0001-" + SeatKey.hash(key(5)) + ".zip", files.getFirst());
            assertArrayEquals(pack(3), Files.readAllBytes(folder.resolve(files.get(0))));
            assertArrayEquals(pack(2), Files.readAllBytes(folder.resolve(files.get(1))));
            assertEquals(List.of("seat 1: chapter 1", "seat 2: chapter 1", "seat 1: chapter 1 (replaced)",
                "seat 3: chapter 1", "seat 2: chapter 1 (there already)"), room.log);
        }
    }

    @Test
    void aPackThatIsNoneIsRefusedAndTheOneBeforeStays() throws IOException {
        try (var room = new ServedRoom(folder)) {
            room.put(key(1), pack(1));
            says(422, "the pack: it is no zip file, or an empty one", room.put(key(1), "no zip".getBytes()));
            says(422, "the pack: it is no zip file, or an empty one", room.put(key(2), new byte[0]));
            var odd = SimulatedPacks.of(2).files();
            odd.put("pack.csv", "key,value\nformat,x\u001b[2J\n");
            says(422, "the pack: its format is x?[2J, and this workbook reads 1", room.put(key(3),
                new Pack(odd).zip()));
            assertEquals(2, room.files().size(), room.files().toString());
            assertArrayEquals(pack(1), Files.readAllBytes(folder.resolve(room.files().getFirst())));
            assertTrue(room.log.get(1).equals("✗ 127.0.0.1: the pack: it is no zip file, or an empty one"),
                room.log.toString());
        }
    }

    /// A sender does not hear where on the machine of the leader something lies.
    @Test
    void whatCannotBeKeptIsSaidOnBothSides() throws IOException {
        try (var room = new ServedRoom(folder.resolve("gone"))) {
            Files.delete(folder.resolve("gone/room.csv"));
            Files.delete(folder.resolve("gone"));
            says(507, "the room cannot keep it; its terminal says why", room.put(key(1), pack(1)));
            assertTrue(room.log.getFirst().startsWith("✗ a pack cannot be kept: " + folder), room.log.toString());
            assertTrue(room.get(room.path("")).contains("0 seats"));
        }
    }

    /// One that is refused a thousand times does not fill the terminal.
    @Test
    void whatIsRefusedIsSaidButNotForEver() throws IOException {
        try (var room = new ServedRoom(folder)) {
            for (int i = 0; i < 50; i++) room.get("/nothing" + i);
            assertEquals(20, room.log.size());
            assertEquals("✗ 127.0.0.1: there is no such room: /nothing0", room.log.getFirst());
        }
    }

    /// The network breaks in the middle: what was there before is there, and nothing else.
    @Test
    void halfAPackIsNone() throws Exception {
        try (var room = new ServedRoom(folder)) {
            room.put(key(1), pack(1));
            for (int part : List.of(0, 1, 900)) try (var socket = new Socket("127.0.0.1", room.server.port())) {
                begin(room, socket, key(1), part);
                socket.shutdownOutput();
                assertEquals(-1, socket.getInputStream().read(), "there is nobody to be answered");
            }
            assertEquals(List.of("0001-" + SeatKey.hash(key(1)) + ".zip", "room.csv"), room.files());
            assertArrayEquals(pack(1), Files.readAllBytes(folder.resolve(room.files().getFirst())));
        }
    }

    /// Sends the head of a request, and so many bytes of its pack.
    private static void begin(ServedRoom room, Socket socket, String key, int bytes) throws IOException {
        var head = new StringBuilder("PUT " + room.path("pack") + " HTTP/1.1\r\n");
        room.headers(key, pack(2).length).forEach((name, text) -> head.append(name + ": " + text + "\r\n"));
        socket.getOutputStream().write((head + "\r\n").getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().write(pack(2), 0, bytes);
        socket.getOutputStream().flush();
    }

    /// A hundred that send half a pack, and half a head; those who come later do not wait for them.
    @Test
    void whoSendsForEverHoldsUpNobody() throws IOException {
        var slow = new ArrayList<Socket>();
        try (var room = new ServedRoom(folder)) {
            for (int i = 0; i < 50; i++) {
                slow.add(new Socket("127.0.0.1", room.server.port()));
                begin(room, slow.getLast(), key(100 + i), 500);
                slow.add(new Socket("127.0.0.1", room.server.port()));
                slow.getLast().getOutputStream().write("PUT / HT".getBytes());
            }
            says(200, "It is seat 1 of 1.", room.put(key(1), pack(1)));
            assertTrue(room.get(room.path("")).startsWith("HTTP/1.1 200"));
        } finally {
            for (var socket : slow) socket.close();
        }
    }

    @Test
    void tenAtOnceAreTenSeatsAndThePageIsMadeOnceMore() throws Exception {
        var made = new LinkedBlockingQueue<Integer>();
        var busy = new CountDownLatch(1);
        var mayGoOn = new Semaphore(1);
        try (var room = new ServedRoom(folder, seats -> {
            busy.countDown();
            mayGoOn.acquireUninterruptibly();
            made.add(seats);
            return "<p>" + seats + " seats</p>";
        }); var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            assertEquals(0, made.take());
            room.put(key(99), pack(99)); // its page is made when the others arrive
            var answers = new ArrayList<Future<String>>();
            for (int i = 1; i <= 10; i++) {
                int seat = i;
                answers.add(senders.submit(() -> room.put(key(seat), pack(seat))));
            }
            for (var answer : answers) assertTrue(answer.get().contains("It is seat "), answer.get());
            assertEquals(IntStream.rangeClosed(1, 11).boxed().toList(), room.log.stream()
                .map(line -> Integer.parseInt(line.replaceAll("seat (\\d+): .*", "$1"))).sorted().toList());
            mayGoOn.release(100);
            int pages = 1;
            while (made.take() < 11) pages++;
            assertTrue(pages <= 2, pages + " pages for eleven packs");
            assertEquals(12, room.files().size(), room.files().toString());
        }
    }

    /// What has gone wrong there is said, and the next pack is shown.
    @Test
    void aPageThatCannotBeMadeEndsNothing() throws Exception {
        var made = new LinkedBlockingQueue<Integer>();
        try (var room = new ServedRoom(folder, seats -> {
            made.add(seats);
            if (seats == 1) throw new IllegalStateException("DuckDB: out of memory");
            return seats + " seats";
        })) {
            assertEquals(0, made.take());
            room.put(key(1), pack(1));
            assertEquals(1, made.take());
            room.put(key(2), pack(2));
            assertEquals(2, made.take());
            assertTrue(room.log.contains("✗ the page stays as it was: DuckDB: out of memory"), room.log.toString());
        }
    }

    /// Whoever looks at the page hears of a pack at once, and of the page when it is made.
    @Test
    void thePageHearsOfEachPack() throws IOException {
        try (var room = new ServedRoom(folder); var socket = new Socket("127.0.0.1", room.server.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(("GET " + room.path("events") + " HTTP/1.1\r\nHost: " + room.host
                + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            var told = new BufferedReader(new InputStreamReader(socket.getInputStream(),
                StandardCharsets.UTF_8)).lines().iterator();
            await(told, "event: board", "data: {\"seats\":0}");
            room.put(key(1), pack(1));
            await(told, "event: seats", "seat 1: chapter 1");
            await(told, "event: board", "data: {\"seats\":1}");
            assertTrue(room.get(room.path("")).contains("1 seats"));
        }
    }

    private static void await(Iterator<String> lines, String... parts) {
        for (var part : parts) while (!lines.next().contains(part)) Thread.onSpinWait();
    }
}
