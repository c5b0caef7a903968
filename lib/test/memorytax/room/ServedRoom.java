package memorytax.room;

import com.google.gson.Gson;
import memorytax.board.SimulatedPacks;
import memorytax.live.RawRequest;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// A room on the loopback address, whose page says only how many seats there are, and whose clock stands still.
final class ServedRoom implements AutoCloseable {
    final Room room;
    final RoomServer server;
    final List<String> log = new CopyOnWriteArrayList<>();
    final AtomicLong nanos = new AtomicLong();
    final String host;

    ServedRoom(Path folder) throws IOException {
        this(folder, seats -> "<p>" + seats + " seats</p>");
    }

    ServedRoom(Path folder, PageMaker page) throws IOException {
        room = Room.in(Files.createDirectories(folder));
        server = RoomServer.at(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), room, log::add,
            nanos::get);
        room.isServedAt(server.port());
        server.begin(page);
        host = "127.0.0.1:" + server.port();
    }

    /// A key that nobody has taken by chance.
    static String key(int seat) {
        return "%032x".formatted(seat);
    }

    static byte[] pack(int number) throws IOException {
        return SimulatedPacks.of(number).zip();
    }

    String path(String name) {
        return "/" + room.code().text() + "/" + name;
    }

    RoomAddress address() {
        return RoomAddress.read("http://" + host + path(""));
    }

    /// What a seat of ours says with a pack of this length.
    Map<String, String> headers(String key, int length) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Host", host);
        headers.put("Content-Type", "application/zip");
        headers.put(RoomFilter.SEAT, key);
        headers.put("Content-Length", "" + length);
        return headers;
    }

    String put(String key, byte[] zip) throws IOException {
        return RawRequest.reply(host, "PUT", path("pack"), headers(key, zip.length), zip);
    }

    String get(String path) throws IOException {
        return RawRequest.reply(host, "GET", path, Map.of("Host", host), "");
    }

    /// Asserts that it is answered so.
    static void says(int status, String text, String reply) {
        var json = new Gson().fromJson(reply.replaceFirst("(?s).*?\r\n\r\n", ""), Map.class);
        assertEquals(status + " " + text, reply.substring("HTTP/1.1 ".length()).substring(0, 4) + json.get("says"));
    }

    /// Lets the room's clock go on.
    void after(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    /// Names of the files of the room, sorted; also those that begin with a dot.
    List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(room.folder())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
