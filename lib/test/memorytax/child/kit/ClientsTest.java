package memorytax.child.kit;

import memorytax.Weighs;
import memorytax.child.ClientProgram;
import memorytax.measure.plan.Archive;
import memorytax.measure.plan.Effort;
import memorytax.measure.plan.Progress;
import memorytax.measure.plan.Scale;
import memorytax.measure.plan.Series;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Weighings;
import memorytax.peers.Toolchains;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Clients come, are answered, and notice what a server does wrong.
@Weighs
class ClientsTest {
    @Test
    void aServerThatAnswersEachLineIsWeighedAndProven() {
        var weighed = series().java("echo", n -> Clients.of(n, Clients.each(c -> lines(c, Integer.MAX_VALUE)))
            .talkAtTheEnd()).proven().weigh();
        assertTrue(weighed.slope("echo").isPresent(), weighed.all().toString());
    }

    @Test
    void aLineThatGetsLostIsSeen() {
        assertFails("it said 7 lines, and got other lines back: one / ", series().java("loses",
            n -> Clients.of(n, Clients.each(c -> loses(c))).talkAtTheEnd()).proven().weigh());
    }

    @Test
    void aServerThatClosesIsSeen() {
        assertFails("the server has closed the connection", series().java("closes",
            n -> Clients.of(n, Clients.each(c -> lines(c, 0)))).weigh());
    }

    /// What cannot be is not begun.
    @Test
    @EnabledOnOs(OS.LINUX)
    void moreClientsThanOpenFilesAreNotCalled() {
        var weighed = scale().sizes(100_000_000).clients().java("echo", n -> Clients.of(n, c -> { })).weigh();
        assertTrue(weighed.all().stream().allMatch(w -> w.outcome() instanceof Outcome.Skipped(var why)
            && why.contains("open file") && why.contains("ulimit -Hn")), weighed.all().toString());
    }

    @Test
    void withoutClientsALoadSaysWhatIsMissing() {
        assertFails("this load needs clients, and the series has no clients()",
            scale().sizes(10).java("echo", n -> Clients.of(n, Clients.each(c -> loses(c)))).weigh());
    }

    /// A limit of open files that is too low is named.
    @Test
    void tooManyClientsNameTheLimit() throws Exception {
        var addresses = ConcurrentHashMap.<InetAddress>newKeySet();
        var said = asked("ulimit -n 100; exec \"$0\" -cp \"$1\" \"$2\"", 500, addresses);
        assertTrue(said.contains("too few open files") && said.contains("ulimit -n"), said);
    }

    /// An address has ports for so many clients only.
    @Test
    @EnabledOnOs(OS.LINUX)
    void clientsComeFromAsManyAddressesAsTheyNeed() throws Exception {
        var addresses = ConcurrentHashMap.<InetAddress>newKeySet();
        assertEquals("done", asked("exec \"$0\" -cp \"$1\" \"$2\" 50", 120, addresses));
        assertEquals(Set.of("127.0.0.1", "127.0.0.2", "127.0.0.3"), addresses.stream().map(InetAddress::getHostAddress)
            .collect(Collectors.toSet()));
    }

    /// What a server hears that asks for clients of a process that is started so.
    ///
    /// @param addresses get those that clients come from
    private static String asked(String shell, int clients, Set<InetAddress> addresses) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var source = ClientProgram.class.getProtectionDomain().getCodeSource().getLocation();
        var classes = Path.of(source.toURI()).toString();
        var process = new ProcessBuilder("sh", "-c", shell, java, classes, ClientProgram.class.getName()).start();
        try (var door = new ServerSocket(0, 1_024, InetAddress.getLoopbackAddress());
             var port = process.inputReader();
             var control = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(port.readLine()))) {
            Thread.ofVirtual().uncaughtExceptionHandler((_, _) -> {
                // the door is closed
            }).start(() -> {
                while (true) {
                    var client = accepted(door);
                    addresses.add(client.getInetAddress());
                    Clients.each(c -> lines(c, Integer.MAX_VALUE)).accept(client);
                }
            });
            control.getOutputStream().write(("call %d %d line\n".formatted(door.getLocalPort(), clients)).getBytes());
            return new BufferedReader(new InputStreamReader(control.getInputStream())).readLine();
        } finally {
            process.destroyForcibly();
        }
    }

    private static Socket accepted(ServerSocket door) {
        try {
            return door.accept();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void lines(Socket client, int most) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        for (int i = 0; i < most; i++) {
            var line = in.readLine();
            if (line == null) return;
            client.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    /// Takes what comes in one piece for one line.
    private static void loses(Socket client) throws IOException {
        var in = client.getInputStream();
        var buffer = new byte[64];
        for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
            int end = 0;
            while (end < n && buffer[end] != '\n') end++;
            client.getOutputStream().write(buffer, 0, Math.min(n, end + 1));
        }
    }

    private static void assertFails(String reason, Weighings weighed) {
        assertTrue(weighed.all().stream().anyMatch(w -> w.outcome() instanceof Outcome.Failed(var why, var _)
            && why.contains(reason)), weighed.all().toString());
    }

    private static Series series() {
        return scale().sizes(50, 200).clients();
    }

    private static Scale scale() {
        return new Scale(Effort.quick(2), Toolchains.beside(ClientsTest.class), Progress.SILENT, Archive.NONE, "test");
    }
}
