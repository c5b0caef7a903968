package memorytax.live;

import com.google.gson.Gson;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// Server-sent events for one page. Whoever reads slowly misses what is out of date, and holds up nobody.
final class EventStream implements Listener {
    /// Something is sent at least so often, in milliseconds: else nobody would notice that a page has gone.
    private static final long QUIET = 10_000;
    private static final Gson GSON = new Gson();
    private final Map<String, String> waiting = new LinkedHashMap<>();
    private boolean closed;

    @Override
    public synchronized void happened(String key, String event, Object data) {
        waiting.remove(key); // what comes later stands later
        waiting.put(key, "event: %s\ndata: %s\n\n".formatted(event, GSON.toJson(data)));
        notifyAll();
    }

    /// Sends until the page has gone, which is an [IOException], or until [#close].
    void send(OutputStream out) throws IOException, InterruptedException {
        for (var text = next(); !text.isEmpty(); text = next()) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }

    private synchronized String next() throws InterruptedException {
        if (waiting.isEmpty() && !closed) wait(QUIET);
        var text = closed ? "" : waiting.isEmpty() ? ": still here\n\n" : String.join("", waiting.values());
        waiting.clear();
        return text;
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
