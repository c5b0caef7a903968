package memorytax.live;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/// A request that is written by hand, header by header: no library's client would send the bad ones.
public final class RawRequest {
    private RawRequest() {
    }

    /// The reply; of a stream, which has no end, its beginning.
    ///
    /// @param host `127.0.0.1:40123`, where it goes, whatever the headers say
    public static String reply(String host, String method, String path, Map<String, String> headers, String body)
        throws IOException {
        return reply(host, method, path, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    /// The same with bytes.
    public static String reply(String host, String method, String path, Map<String, String> headers, byte[] body)
        throws IOException {
        try (var socket = new Socket("127.0.0.1", Integer.parseInt(host.split(":")[1]))) {
            socket.setSoTimeout(20_000);
            var text = new StringBuilder(method + " " + path + " HTTP/1.1\r\nConnection: close\r\n");
            headers.forEach((name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
            write(socket.getOutputStream(), (text + "\r\n").getBytes(StandardCharsets.UTF_8), body);
            return read(socket.getInputStream());
        }
    }

    private static void write(OutputStream out, byte[] head, byte[] body) throws IOException {
        try {
            out.write(head);
            out.write(body);
            out.flush();
        } catch (IOException e) {
            // refused before it was heard to its end
        }
    }

    /// As much as the head says; of a stream, its first event.
    private static String read(InputStream in) throws IOException {
        var head = until(in, "\r\n\r\n");
        var length = Pattern.compile("(?i)content-length: (\\d+)").matcher(head);
        return head + (length.find()
            ? new String(in.readNBytes(Integer.parseInt(length.group(1))), StandardCharsets.UTF_8)
            : head.contains("event-stream") ? until(in, "\n\n") : "");
    }

    private static String until(InputStream in, String end) throws IOException {
        var text = new StringBuilder();
        for (int c = in.read(); c >= 0; c = in.read())
            if (text.append((char) c).toString().endsWith(end)) break;
        return text.toString();
    }
}
