package memorytax.child;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/// The process that holds the clients of all servers of a series, and is not weighed. It says on stdout at which port a
/// server can ask for them, and ends when its stdin closes. A server asks with lines, and hears `done` or a sentence:
///
/// ```
/// call 40123 10000 line     10,000 clients come to port 40123, say hello, and are answered;
///                           they talk by line, http or tls
/// speak 10 200              every tenth says a line of 200 bytes, and is answered
/// talk                      each says lines in pieces and several at once, and looks at the answers
/// leave                     all go
/// ```
///
/// They also go when the server closes the connection by which it has asked, so a server that is ended leaves none.
public final class ClientProgram {
    /// The variable that tells a server where this process listens.
    public static final String PORT = "SCALE_CLIENTS";
    /// The variable that names the folder with the server's key: `server.p12`, and `cert.pem` and `key.pem`.
    public static final String KEYS = "SCALE_KEYS";
    /// What opens the key. It is worth nothing: it is made for one run, and for loopback.
    public static final String SECRET = "loopback";
    /// Threads that talk for the clients, each for its share, one client after the other.
    private static final int TALKERS = 8;
    /// An address has 28,000 ports for connections on Linux, so further clients come from further loopback addresses.
    private static final int PORTS = 20_000;
    /// For one answer, in milliseconds.
    private static final int PATIENCE = 30_000;
    private final ExecutorService talkers = Executors.newFixedThreadPool(TALKERS);
    private final int ports;

    private ClientProgram(int ports) {
        this.ports = ports;
    }

    /// Serves until stdin closes.
    ///
    /// @param args clients that come from one address, if not as many as usual
    public static void main(String[] args) throws IOException {
        var program = new ClientProgram(args.length > 0 ? Integer.parseInt(args[0]) : PORTS);
        try (var door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            System.out.println(door.getLocalPort());
            System.out.flush();
            Thread.ofPlatform().daemon().start(() -> program.open(door));
            System.in.transferTo(OutputStream.nullOutputStream());
        }
        Runtime.getRuntime().halt(0);
    }

    private void open(ServerSocket door) {
        try {
            while (true) {
                var server = door.accept();
                Thread.ofPlatform().daemon().start(() -> hear(server));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void hear(Socket server) {
        var clients = new ArrayList<TalkingClient>();
        try (server; var in = new BufferedReader(new InputStreamReader(server.getInputStream(),
            StandardCharsets.UTF_8))) {
            for (String line; (line = in.readLine()) != null; )
                server.getOutputStream().write((answer(line.split(" "), clients) + "\n")
                    .getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // the server has gone
        } finally {
            leave(clients);
        }
    }

    private String answer(String[] words, List<TalkingClient> clients) {
        try {
            switch (words[0]) {
                case "call" -> call(clients, Integer.parseInt(words[1]), Integer.parseInt(words[2]), words[3]);
                case "speak" -> speak(clients, Integer.parseInt(words[1]), Integer.parseInt(words[2]));
                case "talk" -> all(share(clients.size(), i -> clients.get(i).talks()));
                case "leave" -> leave(clients);
                default -> throw new IllegalArgumentException("clients do not know " + words[0]);
            }
            return "done";
        } catch (ExecutionException e) {
            return said(e.getCause(), clients.size());
        } catch (Exception e) {
            return said(e, clients.size());
        }
    }

    /// In a reader's words, why a client could not come or go on.
    ///
    /// @param clients that came, or were to come
    public static String said(Throwable e, int clients) {
        var why = String.valueOf(e.getMessage());
        if (why.contains("Too many open files")) return String.format(Locale.ROOT, "a process may have too few open "
            + "files for %,d clients (ulimit -n): raise that limit, or take fewer clients with --tasks", clients);
        if (why.contains("Can't assign requested address") || why.contains("Cannot assign requested address"))
            return String.format(Locale.ROOT, "this system has too few ports for %,d clients on loopback: take fewer "
                + "clients with --tasks", clients);
        return String.format(Locale.ROOT, "after %,d clients one could not go on: %s", clients, why.replace('\n', ' '));
    }

    private void call(List<TalkingClient> clients, int port, int count, String talk) throws Exception {
        var all = share(count, i -> {
            var server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            var one = TalkingClient.begin(server, source(i), talk);
            synchronized (clients) {
                clients.add(one);
            }
            one.send("hello");
            one.heard();
        });
        all(all);
    }

    private void all(List<Callable<Void>> shares) throws Exception {
        for (var each : talkers.invokeAll(shares)) each.get();
    }

    /// Where a client comes from; null where the system may choose.
    private InetSocketAddress source(int client) throws IOException {
        return client < ports ? null : new InetSocketAddress(
            InetAddress.getByAddress(new byte[]{127, 0, 0, (byte) (1 + client / ports)}), 0);
    }

    private void speak(List<TalkingClient> clients, int each, int bytes) throws Exception {
        var some = IntStream.iterate(0, i -> i < clients.size(), i -> i + each).mapToObj(clients::get).toList();
        var line = "x".repeat(Math.max(1, bytes - 1));
        for (var one : some) one.send(line); // all of them, before the first answer is read
        for (var one : some) one.heard();
    }

    private static void leave(List<TalkingClient> clients) {
        clients.forEach(TalkingClient::end);
        clients.clear();
    }

    private interface Step {
        void go(int client) throws Exception;
    }

    private static List<Callable<Void>> share(int count, Step step) {
        return IntStream.range(0, TALKERS).<Callable<Void>>mapToObj(talker -> () -> {
            for (int i = talker; i < count; i += TALKERS) step.go(i);
            return null;
        }).toList();
    }
}
