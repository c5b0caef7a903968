package memorytax.board;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A bucket on this machine, as object storage shows one: its list, and its objects, of which a part can be asked for.
final class Bucket implements AutoCloseable {
    private final HttpServer server;
    private final Path root;

    /// @param root what lies in it
    Bucket(Path root) throws IOException {
        this.root = root;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/bucket/", this::answer);
        server.start();
    }

    /// `127.0.0.1:40123`
    String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var query = exchange.getRequestURI().getQuery();
            var file = root.resolve(exchange.getRequestURI().getPath().substring("/bucket/".length()));
            if (query != null && query.contains("list-type")) send(exchange, 200, list().getBytes());
            else if (!Files.isRegularFile(file)) send(exchange, 404, new byte[0]);
            else object(exchange, Files.readAllBytes(file));
        }
    }

    private String list() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return "<?xml version=\"1.0\"?><ListBucketResult><Name>bucket</Name><IsTruncated>false</IsTruncated>"
                + files.filter(Files::isRegularFile).map(file -> "<Contents><Key>%s</Key><Size>%d</Size></Contents>"
                .formatted(root.relativize(file), file.toFile().length())).collect(Collectors.joining())
                + "</ListBucketResult>";
        }
    }

    private static void object(HttpExchange exchange, byte[] whole) throws IOException {
        exchange.getResponseHeaders().add("Accept-Ranges", "bytes");
        var range = exchange.getRequestHeaders().getFirst("Range");
        if (range == null) {
            send(exchange, 200, whole);
            return;
        }
        var ends = range.replace("bytes=", "").split("-");
        int from = Integer.parseInt(ends[0]), to = Math.min(Integer.parseInt(ends[1]), whole.length - 1);
        exchange.getResponseHeaders().add("Content-Range", "bytes %d-%d/%d".formatted(from, to, whole.length));
        send(exchange, 206, Arrays.copyOfRange(whole, from, to + 1));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        boolean head = exchange.getRequestMethod().equals("HEAD");
        if (head) exchange.getResponseHeaders().add("Content-Length", "" + body.length);
        exchange.sendResponseHeaders(status, head || body.length == 0 ? -1 : body.length);
        if (!head) exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
