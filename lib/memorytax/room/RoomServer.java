package memorytax.room;

import com.sun.net.httpserver.HttpExchange;
import memorytax.board.Pack;
import memorytax.live.Listener;
import memorytax.live.Refusal;
import memorytax.live.WebServer;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Collects the packs of a room, and shows what they say.
public final class RoomServer extends WebServer<RoomRoute> {
    /// A terminal is not to be filled by one who is refused again and again: so many a minute are said.
    private static final int SAID = 20;
    /// Of what somebody has sent, so much is said.
    private static final int LONGEST = 60;
    private final Room room;
    private final RoomFilter filter;
    private final RateLimit said;
    private final Consumer<String> log;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private PageMaker maker;
    private NewestPage newest;
    private volatile byte[] page;

    private RoomServer(Room room, InetSocketAddress place, Consumer<String> log, LongSupplier nanos)
        throws IOException {
        super(place, RoomRoute::of, "");
        this.room = room;
        this.log = log;
        filter = new RoomFilter(room, nanos);
        said = new RateLimit(SAID, nanos);
    }

    /// Takes its place, and answers nobody before [#begin(PageMaker)].
    ///
    /// @param log gets a line for each pack, and for what is refused. It may have anything in it that somebody has sent
    /// @throws IOException when the place cannot be had
    public static RoomServer at(InetSocketAddress place, Room room, Consumer<String> log) throws IOException {
        return at(place, room, log, System::nanoTime);
    }

    static RoomServer at(InetSocketAddress place, Room room, Consumer<String> log, LongSupplier nanos)
        throws IOException {
        return new RoomServer(room, place, log, nanos);
    }

    /// Makes the first page, and begins to serve.
    public void begin(PageMaker maker) {
        this.maker = maker;
        make();
        newest = new NewestPage(this::makeOrSay);
        begin();
    }

    private void make() {
        int seats = room.seats();
        page = maker.html(seats).getBytes(StandardCharsets.UTF_8);
        happened("board", Map.of("seats", seats));
    }

    private void makeOrSay() {
        try {
            make();
        } catch (RuntimeException | OutOfMemoryError e) {
            log.accept("✗ the page stays as it was: " + e.getMessage());
        }
    }

    private void happened(String event, Object data) {
        listeners.forEach(listener -> listener.happened(event, event, data));
    }

    @Override
    protected Runnable follow(Listener listener) {
        listeners.add(listener);
        listener.happened("board", "board", Map.of("seats", room.seats())); // it may have missed the last one
        return () -> listeners.remove(listener);
    }

    @Override
    protected Optional<Refusal> refuses(Optional<RoomRoute> way, HttpExchange exchange) {
        return filter.refuses(way, exchange);
    }

    @Override
    protected void answer(HttpExchange exchange, RoomRoute route, String name)
        throws IOException, InterruptedException {
        switch (route) {
            case PAGE -> send(exchange, 200, "text/html; charset=utf-8", page);
            case BARE -> {
                exchange.getResponseHeaders().set("Location", "/" + room.code().text() + "/");
                send(exchange, 308, "", new byte[0]);
            }
            case SCRIPT -> send(exchange, 200, "text/javascript; charset=utf-8", resource("room/room.js"));
            case EVENTS -> stream(exchange);
            case PACK -> pack(exchange);
        }
    }

    private void pack(HttpExchange exchange) throws IOException {
        int length = RoomFilter.length(exchange.getRequestHeaders());
        var zip = exchange.getRequestBody().readNBytes(length);
        if (zip.length < length) return; // cut off
        try {
            arrived(exchange, room.take(exchange.getRequestHeaders().getFirst(RoomFilter.SEAT), zip));
        } catch (IllegalArgumentException e) {
            refuse(exchange, new Refusal(422, e.getMessage()));
        } catch (OutOfMemoryError | FileSystemException e) {
            log.accept("✗ a pack cannot be kept: " + e.getMessage());
            says(exchange, 507, "the room cannot keep it; its terminal says why");
        }
    }

    private void arrived(HttpExchange exchange, Arrival arrival) throws IOException {
        log.accept(arrival.line());
        if (arrival.how() != Arrival.How.THERE) {
            happened("seats", Map.of("seats", arrival.seats(), "says", arrival.line()));
            newest.changed();
        }
        json(exchange, 200, Map.of("says", arrival.sentence(), "seat", arrival.seat(), "seats", arrival.seats()));
    }

    /// Who is still sending does not hear what is said: what can be a pack is heard to its end.
    @Override
    protected void refuse(HttpExchange exchange, Refusal refusal) throws IOException {
        var from = exchange.getRemoteAddress().getAddress();
        var path = exchange.getRequestURI().getRawPath();
        var where = refusal.status() == 404 ? ": " + path.substring(0, Math.min(LONGEST, path.length())) : "";
        if (said.takes(from)) log.accept("✗ %s: %s%s".formatted(from.getHostAddress(), refusal.why(), where));
        int length = RoomFilter.length(exchange.getRequestHeaders());
        if (length > 0 && length <= Pack.LARGEST) exchange.getRequestBody().readNBytes(length);
        super.refuse(exchange, refusal);
    }

    @Override
    public void close() {
        if (newest != null) newest.close();
        super.close();
    }
}
