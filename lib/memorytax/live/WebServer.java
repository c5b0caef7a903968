package memorytax.live;

import com.google.gson.Gson;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// What our servers have in common: a thread for each request, so that nobody waits for who sends slowly; somebody who
/// refuses, before everything; and what every reply says to the browser.
///
/// @param <W> the ways in
public abstract class WebServer<W extends Way> implements AutoCloseable {
    private static final Gson GSON = new Gson();
    /// The page asks nothing of any other address, and no other page may hold it in a frame.
    private static final String POLICY = "default-src 'none'; script-src 'self' %s; style-src 'self' 'unsafe-inline'; "
        + "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private final HttpServer server;
    private final Function<String, Optional<W>> ways;
    private final String policy;
    private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();

    /// Serves nothing before [#begin].
    ///
    /// @param place   where it listens
    /// @param ways    a path, not decoded -> the way that it is
    /// @param scripts what else than scripts of ours may run in the page, as a policy writes it: `'sha256-…'`
    protected WebServer(InetSocketAddress place, Function<String, Optional<W>> ways, String scripts)
        throws IOException {
        server = HttpServer.create(place, 0);
        policy = POLICY.formatted(scripts);
        this.ways = ways;
    }

    /// Why a request must not be answered; empty when it may go on.
    ///
    /// @param way that it asks for; empty where there is none, or behind it stands a query
    protected abstract Optional<Refusal> refuses(Optional<W> way, HttpExchange exchange);

    /// Does what is asked, after [#refuses] has let it in.
    ///
    /// @param name what the path names; empty where it names nothing
    protected abstract void answer(HttpExchange exchange, W way, String name) throws IOException, InterruptedException;

    /// Tells this listener what happens; the result ends it.
    protected abstract Runnable follow(Listener listener);

    protected final void begin() {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    /// The port on which it listens.
    public final int port() {
        return server.getAddress().getPort();
    }

    /// Ends the streams of all pages, and serves no more.
    @Override
    public void close() {
        streams.forEach(EventStream::close);
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var asked = exchange.getRequestURI();
            var way = asked.getRawQuery() == null ? ways.apply(asked.getRawPath()) : Optional.<W>empty();
            var refused = refuses(way, exchange);
            if (refused.isPresent()) refuse(exchange, refused.get());
            else answer(exchange, way.orElseThrow(), way.orElseThrow().name(asked.getRawPath()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Sends events for as long as the page is there.
    protected final void stream(HttpExchange exchange) throws IOException, InterruptedException {
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

    protected void refuse(HttpExchange exchange, Refusal refusal) throws IOException {
        says(exchange, refusal.status(), refusal.why());
    }

    protected final void says(HttpExchange exchange, int status, String why) throws IOException {
        json(exchange, status, Map.of("says", why));
    }

    protected final void json(HttpExchange exchange, int status, Object said) throws IOException {
        send(exchange, status, "application/json", GSON.toJson(said).getBytes(StandardCharsets.UTF_8));
    }

    protected final void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        head(exchange, type);
        boolean empty = body.length == 0 || exchange.getRequestMethod().equals("HEAD"); // it would warn on the terminal
        exchange.sendResponseHeaders(status, empty ? -1 : body.length);
        if (empty) return;
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

    /// A file of the library.
    ///
    /// @param name `live/live.js`
    protected static byte[] resource(String name) throws IOException {
        try (var in = WebServer.class.getResourceAsStream("/memorytax/" + name)) {
            if (in == null) throw new FileNotFoundException(name);
            return in.readAllBytes();
        }
    }
}
