package memorytax.live;

import com.google.gson.JsonParseException;
import com.sun.net.httpserver.HttpExchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Serves the list of chapters to the browser of whoever started it.
public final class IndexServer extends LocalServer<IndexRoute> {
    private final LiveIndex index;

    private IndexServer(LiveIndex index) throws IOException {
        super(IndexRoute::of, "");
        this.index = index;
    }

    /// Begins to serve.
    public static IndexServer start(LiveIndex index) {
        try {
            var server = new IndexServer(index);
            server.begin();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected Runnable follow(Listener listener) {
        return index.follow(listener);
    }

    @Override
    protected void answer(HttpExchange exchange, IndexRoute route, String name)
        throws IOException, InterruptedException {
        switch (route) {
            case SHELL -> send(exchange, 200, "text/html; charset=utf-8", shell());
            case SCRIPT -> send(exchange, 200, "text/javascript; charset=utf-8", resource("live/" + name));
            case STYLE -> send(exchange, 200, "text/css; charset=utf-8", resource("live/live-index.css"));
            case PAGE -> send(exchange, 200, "text/html; charset=utf-8", index.page().getBytes(StandardCharsets.UTF_8));
            case EVENTS -> stream(exchange);
            case OPEN -> open(exchange);
        }
    }

    private void open(HttpExchange exchange) throws IOException {
        try {
            index.open(word(body(exchange), "chapter"));
            send(exchange, 204, "", new byte[0]);
        } catch (IllegalArgumentException | JsonParseException e) {
            says(exchange, 422, String.valueOf(e.getMessage()));
        } catch (UncheckedIOException e) {
            says(exchange, 409, String.valueOf(e.getCause().getMessage()));
        }
    }

    private static byte[] shell() throws IOException {
        return new String(resource("live/shell.html"), StandardCharsets.UTF_8).replace("/live.js", "/live-index.js")
            .getBytes(StandardCharsets.UTF_8);
    }
}
