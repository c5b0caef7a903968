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

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

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

    @Test
    void withoutClientsALoadSaysWhatIsMissing() {
        assertFails("this load needs clients, and the series has no clients()",
            scale().sizes(10).java("echo", n -> Clients.of(n, Clients.each(c -> loses(c)))).weigh());
    }

    /// A limit of open files that is too low is named.
    @Test
    void tooManyClientsNameTheLimit() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var source = ClientProgram.class.getProtectionDomain().getCodeSource().getLocation();
        var classes = Path.of(source.toURI()).toString();
        var process = new ProcessBuilder("sh", "-c", "ulimit -n 100; exec \"$0\" -cp \"$1\" \"$2\"", java, classes,
            ClientProgram.class.getName()).start();
        try (var door = new ServerSocket(0, 1_024, InetAddress.getLoopbackAddress());
             var port = process.inputReader();
             var control = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(port.readLine()))) {
            Thread.ofVirtual().uncaughtExceptionHandler((_, _) -> {
                // the door is closed
            }).start(() -> {
                while (true) Clients.each(c -> lines(c, Integer.MAX_VALUE)).accept(accepted(door));
            });
            control.getOutputStream().write(("call " + door.getLocalPort() + " 500 line\n").getBytes());
            var said = new BufferedReader(new InputStreamReader(control.getInputStream())).readLine();
            assertTrue(said.contains("too few open files") && said.contains("ulimit -n"), said);
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
