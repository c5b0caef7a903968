package memorytax.child.kit;

import memorytax.child.Child;
import memorytax.child.ClientProgram;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Locale;
import java.util.function.Consumer;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// The clients of a server that is weighed. They are connections of another process ([ClientProgram]), so that only the
/// server's side is on the scale: each connects over loopback, says hello, is answered, and is quiet from then on.
///
/// ```java
/// static Clients plainRead(int clients) throws Exception {
///     return Clients.of(clients, socket ->
///         Thread.startVirtualThread(() -> echo(socket)));
/// }
/// ```
public final class Clients implements AutoCloseable {
    /// Connections that may wait until they are accepted.
    public static final int BACKLOG = 1_024;
    /// To warm up, so many times fewer clients come, and each speaks as many times.
    private static final int SPEAK = 10;
    private final int count;
    private final ServerSocket server;
    private final Socket control;
    private final BufferedReader answers;
    private boolean talks;

    private Clients(int count, ServerSocket server) throws IOException {
        this.count = count;
        this.server = server;
        control = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(told(ClientProgram.PORT)));
        answers = new BufferedReader(new InputStreamReader(control.getInputStream(), StandardCharsets.UTF_8), 128);
    }

    private static String told(String variable) {
        var told = System.getenv(variable);
        if (told == null) throw new IllegalStateException("this load needs clients, and the series has no clients()");
        return told;
    }

    /// Has so many clients come, and hands each connection to the server's code, on one thread. Returns when every
    /// client has been answered once.
    ///
    /// @throws IllegalStateException when not all of them could come or were answered; a line for the reader says why
    public static Clients of(int clients, Consumer<Socket> serve) throws IOException {
        return accepted(clients, new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()), "line", serve);
    }

    /// The same through TLS, with a key that was made for this run.
    public static Clients secured(int clients, Consumer<Socket> serve) throws IOException, GeneralSecurityException {
        var server = context(Path.of(told(ClientProgram.KEYS))).getServerSocketFactory()
            .createServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        return accepted(clients, server, "tls", serve);
    }

    private static SSLContext context(Path keys) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys.resolve("server.p12"))) {
            store.load(in, ClientProgram.SECRET.toCharArray());
        }
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, ClientProgram.SECRET.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static Clients accepted(int clients, ServerSocket server, String talk, Consumer<Socket> serve)
        throws IOException {
        Thread.ofPlatform().daemon().name("accept").start(() -> {
            try {
                while (true) serve.accept(server.accept());
            } catch (IOException e) {
                if (!server.isClosed()) Child.fails(ClientProgram.said(e, clients)); // nobody else is accepted
            }
        });
        return call(clients, server, talk);
    }

    /// A virtual thread for each client, which runs this and then closes the connection.
    public static Consumer<Socket> each(Serve serve) {
        return socket -> Thread.startVirtualThread(() -> {
            try (socket) {
                serve.serve(socket);
            } catch (IOException e) {
                // the client has gone
            }
        });
    }

    /// What a server does for a client, until it has gone.
    @FunctionalInterface
    public interface Serve {
        void serve(Socket client) throws IOException;
    }

    /// Has clients come to a server that accepts them itself.
    ///
    /// @param talk how they talk: `line`, or `tls` for lines through TLS
    public static Clients call(int clients, ServerSocket server, String talk) throws IOException {
        boolean warms = Child.warmsUp(); // to come is work for the kernel, and to speak is work for the JIT
        int come = warms ? Math.max(1, clients / SPEAK) : clients;
        var all = new Clients(come, server);
        all.ask("call " + server.getLocalPort() + " " + come + " " + talk);
        for (int i = 1; warms && i < SPEAK; i++) all.speak(1, 8);
        return all;
    }

    /// One of so many of them says a line of so many bytes, all at once; returns when each has been answered.
    public Clients speak(int each, int bytes) throws IOException {
        ask("speak " + each + " " + bytes);
        return this;
    }

    /// Before they leave they talk as clients do: lines that come in pieces, several at once, a long one. An
    /// answer that is wrong or does not come is told then.
    public Clients talkAtTheEnd() {
        talks = true;
        return this;
    }

    /// Whether clients stand ready: whether the series has `clients()`.
    public static boolean ready() {
        return System.getenv(ClientProgram.PORT) != null;
    }

    /// Whether the load only runs so that the JIT compiles it, and is not weighed yet.
    public static boolean warmUp() {
        return Child.warmsUp();
    }

    /// What the scale said besides the number of clients: `Clients.number("alone")`.
    public static long number(String key) {
        return Child.number(key);
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
        if (talks) ask("talk");
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
