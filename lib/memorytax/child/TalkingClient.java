package memorytax.child;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/// One client of a server that is weighed: it says a line, and reads the answer, which ends as the line does.
///
/// @param http whether it talks as a browser does, by POST, and keeps its connection
record TalkingClient(Socket socket, boolean http) {
    /// For one answer, in milliseconds.
    private static final int PATIENCE = 30_000;
    /// After so many milliseconds without a byte an answer is lost.
    private static final int LOST = 5_000;

    /// @param source where it comes from; null where the system may choose
    /// @param talk   `line`, `http`, or `tls` for lines through TLS
    static TalkingClient begin(InetSocketAddress server, InetSocketAddress source, String talk) throws IOException {
        var socket = new Socket();
        socket.setSoLinger(true, 0); // who has gone leaves nothing behind in the kernel
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE);
        if (source != null) socket.bind(source);
        socket.connect(server, PATIENCE);
        return new TalkingClient(talk.equals("tls") ? secured(socket, server.getPort()) : socket, talk.equals("http"));
    }

    private static Socket secured(Socket plain, int port) throws IOException {
        var socket = (SSLSocket) Trusting.CONTEXT.getSocketFactory().createSocket(plain, "localhost", port, true);
        socket.startHandshake();
        return socket;
    }

    void send(String line) throws IOException {
        var head = http ? "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + (line.length() + 1) + "\r\n\r\n"
            : "";
        socket.getOutputStream().write((head + line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    void heard() throws IOException {
        var buffer = new byte[1024];
        var in = socket.getInputStream();
        for (int n = in.read(buffer); n > 0; n = in.read(buffer))
            if (buffer[n - 1] == '\n' && (n < 2 || buffer[n - 2] != '\r')) return;
        throw new IOException("the server has closed the connection");
    }

    /// Lines in pieces, several in one piece, and one that is longer than a small buffer.
    ///
    /// @throws IOException when an answer is another one, or does not come
    void talks() throws IOException {
        var out = socket.getOutputStream();
        var line = "x".repeat(9_000);
        for (var piece : List.of("one\n", "two\nthree\n", "fo", "ur\nfi", "ve\n", line, "\nlast\n"))
            out.write(piece.getBytes(StandardCharsets.UTF_8));
        var wanted = "one\ntwo\nthree\nfour\nfive\n" + line + "\nlast\n";
        var found = new StringBuilder();
        socket.setSoTimeout(LOST);
        try {
            var buffer = new byte[4096];
            for (int n = 0; n >= 0 && found.length() < wanted.length(); ) {
                n = socket.getInputStream().read(buffer);
                if (n > 0) found.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
            }
        } catch (SocketTimeoutException e) {
            // no more comes
        }
        if (!found.toString().equals(wanted)) throw new IOException("it said 7 lines, and got other lines back: "
            + beginning(found.toString()) + " …");
    }

    private static String beginning(String text) {
        return text.substring(0, Math.min(40, text.length())).replace("\n", " / ");
    }

    void end() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Trusts the server's certificate, whatever it is: it was made for this run, and is for loopback.
    private static final class Trusting extends X509ExtendedTrustManager {
        private static final SSLContext CONTEXT = context();

        private static SSLContext context() {
            try {
                var context = SSLContext.getInstance("TLS");
                context.init(null, new TrustManager[]{new Trusting()}, null);
                return context;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e); // every Java has it
            }
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {
            // nobody is a server here
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
            // trusted
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
            // nobody is a server here
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
            // trusted
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            // nobody is a server here
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            // trusted
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
