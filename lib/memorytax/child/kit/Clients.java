package memorytax.child.kit;

import memorytax.child.ClientProgram;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;

/// The clients of a server that is weighed. They are connections of another process ([ClientProgram]), so that only the
/// server's side is on the scale: each connects over loopback, says hello, is answered, and is quiet from then on.
///
/// ```java
/// static Clients rawRead(int clients) throws Exception {
///     return Clients.of(clients, socket ->
///         Thread.startVirtualThread(() -> echo(socket)));
/// }
/// ```
public final class Clients implements AutoCloseable {
    /// Connections that may wait until they are accepted.
    public static final int BACKLOG = 1_024;
    private final int count;
    private final ServerSocket server;
    private final Socket control;
    private final BufferedReader answers;

    private Clients(int count, ServerSocket server) throws IOException {
        this.count = count;
        this.server = server;
        var port = System.getenv(ClientProgram.PORT);
        if (port == null) throw new IllegalStateException("this load needs clients, and the series has no clients()");
        control = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(port));
        answers = new BufferedReader(new InputStreamReader(control.getInputStream(), StandardCharsets.UTF_8), 128);
    }

    /// Has so many clients come, and hands each connection to the server's code, on one thread. Returns when every
    /// client has been answered once.
    ///
    /// @throws IllegalStateException when not all of them could come or were answered; a line for the reader says why
    public static Clients of(int clients, Consumer<Socket> serve) throws IOException {
        var server = listens();
        Thread.ofPlatform().daemon().name("accept").start(() -> accept(server, serve));
        return call(clients, server, "line");
    }

    /// Has clients come to a server that accepts them itself.
    ///
    /// @param talk how they talk: `line`, or `tls` for lines through TLS
    public static Clients call(int clients, ServerSocket server, String talk) throws IOException {
        var all = new Clients(clients, server);
        all.ask("call " + server.getLocalPort() + " " + clients + " " + talk);
        return all;
    }

    /// On the loopback address, and a port that the system chooses.
    public static ServerSocket listens() throws IOException {
        return new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    }

    private static void accept(ServerSocket server, Consumer<Socket> serve) {
        try {
            while (true) serve.accept(server.accept());
        } catch (IOException e) {
            // it is closed
        }
    }

    /// One of so many of them says a line of so many bytes, all at once; returns when each has been answered.
    public void speak(int each, int bytes) throws IOException {
        ask("speak " + each + " " + bytes);
    }

    private void ask(String line) throws IOException {
        control.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        var answer = answers.readLine();
        if (!"done".equals(answer)) throw new IllegalStateException(answer == null
            ? "the process with the clients has ended" : answer);
    }

    /// Has them all leave.
    @Override
    public void close() throws IOException {
        ask("leave");
        control.close();
        server.close();
    }

    /// `10,000 quiet clients`
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,d quiet clients", count);
    }
}
