package memorytax.live;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/// Serves one chapter to the browser of whoever started it, on the loopback address and a port that the system chooses.
public final class LiveServer implements AutoCloseable {
    private static final Gson GSON = new Gson();
    /// The page asks nothing of any other address, and no other page may hold it in a frame.
    private static final String POLICY = "default-src 'none'; script-src 'self' %s; style-src 'self' 'unsafe-inline'; "
        + "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private final HttpServer server;
    private final Guard guard;
    private final LiveNotebook notebook;
    private final String policy;
    private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();

    private LiveServer(HttpServer server, LiveNotebook notebook, String scripts) {
        this.server = server;
        this.notebook = notebook;
        guard = Guard.of("127.0.0.1:" + server.getAddress().getPort());
        policy = POLICY.formatted(scripts);
    }

    /// Begins to serve.
    ///
    /// @param scripts what else than `live.js` may run in the page, as a policy writes it: `'sha256-…'`
    public static LiveServer start(LiveNotebook notebook, String scripts) {
        try {
            var http = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
            var server = new LiveServer(http, notebook, scripts);
            http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            http.createContext("/", server::handle);
            http.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
            var route = exchange.getRequestURI().getRawQuery() == null ? Route.of(path) : Route.of("");
            if (route.isEmpty()) {
                says(exchange, 404, "there is no such page");
                return;
            }
            var refused = guard.refuses(route.get(), exchange.getRequestMethod(), exchange.getRequestHeaders());
            if (refused.isPresent()) says(exchange, refused.get().status(), refused.get().why());
            else answer(exchange, route.get(), route.get().name(path));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange, Route route, String name) throws IOException, InterruptedException {
        try {
            switch (route) {
                case SHELL -> send(exchange, 200, "text/html; charset=utf-8", resource("shell.html"));
                case SCRIPT -> send(exchange, 200, "text/javascript; charset=utf-8", resource(name));
                case EDITOR -> send(exchange, 200, "text/javascript; charset=utf-8", resource("editor.js"));
                case STYLE -> send(exchange, 200, "text/css; charset=utf-8", resource("live.css"));
                case PAGE -> send(exchange, 200, "text/html; charset=utf-8",
                    notebook.page().getBytes(StandardCharsets.UTF_8));
                case EVENTS -> stream(exchange);
                case FILE -> file(exchange, name);
                case RUN -> notebook.run(word(body(exchange), "cell"));
                case STOP -> notebook.stop();
                case AHEAD -> notebook.ahead(word(body(exchange), "ahead").equals("on"));
                case ANSWER -> {
                    var body = body(exchange);
                    notebook.answer(word(body, "cell"), word(body, "answer"));
                }
                case CELL -> {
                    var body = body(exchange);
                    notebook.edit(name, word(body, "code"), word(body, "base"));
                }
            }
            if (route.writes()) send(exchange, 204, "", new byte[0]);
        } catch (IllegalArgumentException | JsonParseException e) {
            says(exchange, 422, String.valueOf(e.getMessage()));
        } catch (IllegalStateException e) {
            says(exchange, 409, String.valueOf(e.getMessage()));
        } catch (FileNotFoundException e) {
            says(exchange, 404, "there is no such page");
        }
    }

    private void stream(HttpExchange exchange) throws IOException, InterruptedException {
        head(exchange, "text/event-stream; charset=utf-8");
        exchange.sendResponseHeaders(200, 0);
        var stream = new EventStream();
        streams.add(stream);
        var leave = notebook.follow(stream);
        try {
            stream.send(exchange.getResponseBody());
        } finally {
            leave.run();
            streams.remove(stream);
        }
    }

    private void file(HttpExchange exchange, String name) throws IOException {
        var file = notebook.file(name);
        if (file.isEmpty()) says(exchange, 404, "there is no such file");
        else send(exchange, 200, "application/octet-stream", Files.readAllBytes(file.get()));
    }

    /// A JSON object of strings, and no more of it than its head has said.
    private static Map<?, ?> body(HttpExchange exchange) throws IOException {
        var text = new String(exchange.getRequestBody().readNBytes(Guard.LARGEST), StandardCharsets.UTF_8);
        return Objects.requireNonNullElse(GSON.fromJson(text, Map.class), Map.of());
    }

    private static String word(Map<?, ?> body, String key) {
        if (body.get(key) instanceof String word) return word;
        throw new IllegalArgumentException("the body needs a text \"" + key + "\"");
    }

    private void says(HttpExchange exchange, int status, String why) throws IOException {
        send(exchange, status, "application/json", GSON.toJson(Map.of("says", why)).getBytes(StandardCharsets.UTF_8));
    }

    private void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
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

    private static byte[] resource(String name) throws IOException {
        try (var in = LiveServer.class.getResourceAsStream("/memorytax/live/" + name)) {
            if (in == null) throw new FileNotFoundException(name);
            return in.readAllBytes();
        }
    }
}
