package memorytax.room;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import memorytax.board.Pack;
import memorytax.live.Refusal;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/// Who may ask a room for what. All requests come through here, and what is not let in does nothing. What a pack has in
/// it, [memorytax.board.Unpacking] judges.
///
/// | what a request must have | or else |
/// |---|---|
/// | fewer than [#WRONG] wrong addresses in the last minute from where it comes | 429 |
/// | `Host`: the address at which it has arrived, and no name, because any name can be made to point here | 421 |
/// | a path of [RoomRoute] with the room's code, and no query | 404 |
/// | the method of that route | 405 |
/// | no trace of another site's page: a browser says where a request comes from | 403 |
/// | with a pack: `Content-Type: application/zip` | 415 |
/// | … the key of a seat | 400 |
/// | … `Content-Length`, of [Pack#LARGEST] at most | 411, 413 |
/// | … fewer than [#PACKS] packs in the last minute from where it comes | 429 |
/// | … a seat that is there, or one of [#SEATS] | 409 |
final class RoomFilter {
    /// From an address in a minute: a whole room may be behind one.
    static final int PACKS = 60, WRONG = 60;
    /// In a room.
    static final int SEATS = 2_000;
    /// The key of a seat, which makes it the one whose pack may be replaced.
    static final String SEAT = "X-Workbook-Seat";
    private static final Set<String> OWN = Set.of("same-origin", "none");
    private static final Pattern PLACE = Pattern.compile("(localhost|[0-9.]+|\\[[0-9a-fA-F:.]+])(?::(\\d{1,5}))?");
    private final Room room;
    private final RateLimit packs, wrong;

    /// @param nanos a stopwatch: `System::nanoTime`
    RoomFilter(Room room, LongSupplier nanos) {
        this.room = room;
        this.packs = new RateLimit(PACKS, nanos);
        this.wrong = new RateLimit(WRONG, nanos);
    }

    /// Why a request is refused; empty when it may go on.
    Optional<Refusal> refuses(Optional<RoomRoute> asked, HttpExchange exchange) {
        var from = exchange.getRemoteAddress().getAddress();
        var headers = exchange.getRequestHeaders();
        if (wrong.isReached(from)) return Refusal.of(429, "too many wrong addresses; wait a minute");
        if (!isHere(one(headers, "Host"), exchange.getLocalAddress()))
            return Refusal.of(421, "open the address as the room shows it");
        var route = asked.filter(way -> room.code().is(way.code(exchange.getRequestURI().getRawPath())));
        if (route.isEmpty()) {
            wrong.takes(from);
            return Refusal.of(404, "there is no such room");
        }
        if (!exchange.getRequestMethod().equals(route.get().method()))
            return Refusal.of(405, "allowed is " + route.get().method());
        if (isOfAnotherSite(route.get(), headers)) return Refusal.of(403, "another site may not ask");
        return route.get() == RoomRoute.PACK ? refusesPack(from, headers) : Optional.empty();
    }

    private Optional<Refusal> refusesPack(InetAddress from, Headers headers) {
        if (!one(headers, "Content-Type").equals("application/zip")) return Refusal.of(415, "send application/zip");
        var key = one(headers, SEAT);
        if (!SeatKey.isOne(key)) return Refusal.of(400, "say whose pack it is");
        if (length(headers) < 0) return Refusal.of(411, "say how long the pack is");
        if (length(headers) > Pack.LARGEST)
            return Refusal.of(413, "a pack has %,d bytes at most".formatted(Pack.LARGEST));
        if (!packs.takes(from))
            return Refusal.of(429, "at most " + PACKS + " packs a minute come from one address; wait a minute");
        return room.seats() < SEATS || room.knows(key) ? Optional.empty()
            : Refusal.of(409, "the room is full: it has %,d seats".formatted(SEATS));
    }

    /// In bytes, as the head says; less than zero where it does not.
    static int length(Headers headers) {
        var said = one(headers, "Content-Length");
        return said.matches("\\d{1,9}") && headers.getFirst("Transfer-Encoding") == null ? Integer.parseInt(said) : -1;
    }

    /// A page of a browser never sends a pack, so it needs no `Origin` of its own.
    private static boolean isOfAnotherSite(RoomRoute route, Headers headers) {
        var origin = headers.getFirst("Origin");
        if (origin != null && (route.writes() || !origin.equals("http://" + one(headers, "Host")))) return true;
        var site = headers.getFirst("Sec-Fetch-Site");
        if (site == null || !route.writes() && OWN.contains(site)) return false;
        boolean isLink = "navigate".equals(headers.getFirst("Sec-Fetch-Mode"))
            && "document".equals(headers.getFirst("Sec-Fetch-Dest"));
        return !isLink || route != RoomRoute.PAGE && route != RoomRoute.BARE; // somebody was sent the address
    }

    private static boolean isHere(String host, InetSocketAddress here) {
        var said = PLACE.matcher(host);
        if (!said.matches()) return false;
        int port = said.group(2) == null ? 80 : Integer.parseInt(said.group(2));
        try {
            return port == here.getPort() && (said.group(1).equals("localhost") ? here.getAddress().isLoopbackAddress()
                : InetAddress.ofLiteral(said.group(1)).equals(here.getAddress()));
        } catch (IllegalArgumentException e) {
            return false; // digits and dots that are no address
        }
    }

    /// Empty also where there are two: who reads the first one and who reads the last one would not agree.
    private static String one(Headers headers, String name) {
        var all = headers.getOrDefault(name, List.of());
        return all.size() == 1 ? all.getFirst() : "";
    }
}
