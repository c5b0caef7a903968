package memorytax.live;

import com.google.gson.Gson;
import com.sun.net.httpserver.HttpExchange;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/// A server for one reader: the loopback address, a port that the system chooses, and [Guard] before everything.
///
/// @param <W> the ways in
abstract class LocalServer<W extends LocalWay> extends WebServer<W> {
    private static final Gson GSON = new Gson();
    private final Guard guard;

    /// Serves nothing before [#begin].
    ///
    /// @param ways    a path, not decoded -> the way that it is
    /// @param scripts what else than scripts of ours may run in the page, as a policy writes it: `'sha256-…'`
    LocalServer(Function<String, Optional<W>> ways, String scripts) throws IOException {
        super(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), ways, scripts);
        guard = Guard.of("127.0.0.1:" + port());
    }

    @Override
    protected final Optional<Refusal> refuses(Optional<W> way, HttpExchange exchange) {
        return way.isEmpty() ? Refusal.of(404, "there is no such page")
            : guard.refuses(way.get(), exchange.getRequestMethod(), exchange.getRequestHeaders());
    }

    /// What to open: the token stands behind the `#`, which a browser sends to nobody.
    public URI address() {
        return URI.create("http://" + guard.host() + "/#" + guard.token());
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
}
