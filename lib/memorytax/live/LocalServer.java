package memorytax.live;

import com.google.gson.Gson;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// What our servers have in common: the loopback address, a port that the system chooses, [Guard] before everything,
/// and what every reply says to the browser.
///
/// @param <W> the ways in
abstract class LocalServer<W extends Way> implements AutoCloseable {
    private static final Gson GSON = new Gson();
    /// The page asks nothing of any other address, and no other page may hold it in a frame.
    private static final String POLICY = "default-src 'none'; script-src 'self' %s; style-src 'self' 'unsafe-inline'; "
        + "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private final HttpServer server;
    private final Guard guard;
    private final Function<String, Optional<W>> ways;
    private final String policy;
    private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();

    /// Serves nothing before [#begin].
    ///
    /// @param ways    a path, not decoded -> the way that it is
    /// @param scripts what else than scripts of ours may run in the page, as a policy writes it: `'sha256-…'`
    LocalServer(Function<String, Optional<W>> ways, String scripts) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        guard = Guard.of("127.0.0.1:" + server.getAddress().getPort());
        policy = POLICY.formatted(scripts);
        this.ways = ways;
    }

    /// Does what is asked, after [Guard] has let it in.
    ///
    /// @param name what the path names; empty where it names nothing
    abstract void answer(HttpExchange exchange, W way, String name) throws IOException, InterruptedException;

    /// Tells this listener what happens; the result ends it.
    abstract Runnable follow(LiveNotebook.Listener listener);

    void begin() {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    /// What to open: the token stands behind the `#`, which a browser sends to nobody.
    public URI address() {
        return URI.create("http://" + guard.host() + "/#" + guard.token());
    }

    /// Ends the streams of all pages, and serves no more.
    @Override
    public void close() {
        streams.forEach(EventStream::close);
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getRawPath();
            var way = exchange.getRequestURI().getRawQuery() == null ? ways.apply(path) : Optional.<W>empty();
            if (way.isEmpty()) {
                says(exchange, 404, "there is no such page");
                return;
            }
            var refused = guard.refuses(way.get(), exchange.getRequestMethod(), exchange.getRequestHeaders());
            if (refused.isPresent()) says(exchange, refused.get().status(), refused.get().why());
            else answer(exchange, way.get(), way.get().name(path));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Sends events for as long as the page is there.
    void stream(HttpExchange exchange) throws IOException, InterruptedException {
        head(exchange, "text/event-stream; charset=utf-8");
        exchange.sendResponseHeaders(200, 0);
        var stream = new EventStream();
        streams.add(stream);
        var leave = follow(stream);
        try {
            stream.send(exchange.getResponseBody());
        } finally {
            leave.run();
            streams.remove(stream);
        }
    }

    /// A JSON object of strings and numbers, and no more of it than its head has said.
    static Map<?, ?> body(HttpExchange exchange) throws IOException {
        var text = new String(exchange.getRequestBody().readNBytes(Guard.LARGEST), StandardCharsets.UTF_8);
        return Objects.requireNonNullElse(GSON.fromJson(text, Map.class), Map.of());
    }

    static int number(Map<?, ?> body, String key) {
        if (body.get(key) instanceof Double number) return number.intValue();
        throw new IllegalArgumentException("the body needs a number \"" + key + "\"");
    }

    static String word(Map<?, ?> body, String key) {
        if (body.get(key) instanceof String word) return word;
        throw new IllegalArgumentException("the body needs a text \"" + key + "\"");
    }

    void says(HttpExchange exchange, int status, String why) throws IOException {
        json(exchange, status, Map.of("says", why));
    }

    void json(HttpExchange exchange, int status, Object said) throws IOException {
        send(exchange, status, "application/json", GSON.toJson(said).getBytes(StandardCharsets.UTF_8));
    }

    void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        head(exchange, type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length == 0) return;
        exchange.getResponseBody().write(body);
        exchange.getResponseBody().flush(); // before it is waited for the rest of a body that nobody wants
    }

    private void head(HttpExchange exchange, String type) {
        var headers = exchange.getResponseHeaders();
        if (!type.isEmpty()) headers.set("Content-Type", type);
        headers.set("Content-Security-Policy", policy);
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
    }

    /// A file that lies beside this class.
    static byte[] resource(String name) throws IOException {
        try (var in = LocalServer.class.getResourceAsStream("/memorytax/live/" + name)) {
            if (in == null) throw new FileNotFoundException(name);
            return in.readAllBytes();
        }
    }
}
