///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Chapter 9: connections. What does a quiet client cost?
//JAVA 25+
//DEPS ../lib/Lib.java
//FILES chapter9.java
//FILES chapter9.go
//FILES chapter9.py
//RUNTIME_OPTIONS --enable-native-access=ALL-UNNAMED
//RUNTIME_OPTIONS --sun-misc-unsafe-memory-access=allow
//RUNTIME_OPTIONS --limit-modules=java.se,jdk.jshell,jdk.management,jdk.unsupported,jdk.zipfs
//RUNTIME_OPTIONS -XX:+UseSerialGC -Xmx160m -XX:TieredStopAtLevel=1

import module java.base;

import memorytax.Notebook;
import memorytax.chart.Charts;
import memorytax.child.Gate;
import memorytax.child.kit.*;
import memorytax.claim.*;
import memorytax.measure.plan.*;
import memorytax.measure.process.*;
import memorytax.measure.result.*;
import memorytax.notebook.Prediction;
import memorytax.record.Machine;
import memorytax.table.*;
import org.knowm.xchart.*;
import tech.tablesaw.api.*;

import static memorytax.Notebook.*; // for JShell: weigh, scale, show

/// # What does a quiet client cost?
///
/// Chapter 1 weighed tasks that wait for a signal. The tasks of a
/// server wait for clients.
void main(String... args) throws Exception {
    Notebook.of(MethodHandles.lookup()).run(args);
}

/// ## Your machine
///
/// The limit of open files.
Machine machine(Scale scale) {
    return Machine.of(scale);
}

/// ## A task for each client
///
/// Plain read.
static Clients plainRead(int clients) throws Exception {
    return Clients.of(clients, socket ->
        Thread.startVirtualThread(() -> echo(socket)));
}

static void echo(Socket socket) {
    var buffer = new byte[64];
    try (socket) {
        var in = socket.getInputStream();
        for (int n = in.read(buffer); n > 0; n = in.read(buffer))
            socket.getOutputStream().write(buffer, 0, n);
    } catch (IOException e) {
        // the client has gone
    }
}

/// ## The buffer that everybody writes
///
/// BufferedReader.
static Clients buffered(int clients) throws Exception {
    return Clients.of(clients, socket ->
        Thread.startVirtualThread(() -> lines(socket)));
}

static void lines(Socket socket) {
    try (socket) {
        var in = new BufferedReader(
            new InputStreamReader(socket.getInputStream()));
        for (var line = in.readLine(); line != null; line = in.readLine())
            answer(line, socket);
    } catch (IOException e) {
        // the client has gone
    }
}

static void answer(String line, Socket socket) throws IOException {
    socket.getOutputStream().write((line + "\n").getBytes());
}

/// ## A buffer only while there is something to read
///
/// While busy.
static Clients whileBusy(int clients) throws Exception {
    return Clients.of(clients, socket ->
        Thread.startVirtualThread(() -> parts(socket)));
}

static void parts(Socket socket) {
    try (socket) {
        var in = socket.getInputStream();
        for (int first = in.read(); first >= 0; first = in.read()) {
            var text = new StringBuilder().append((char) first);
            while (in.available() > 0 || text.charAt(text.length() - 1) != '\n')
                text.append(new String(in.readNBytes(Math.max(1, in.available()))));
            socket.getOutputStream().write(text.toString().getBytes());
        }
    } catch (IOException e) {
        // the client has gone
    }
}

static Clients platformThreads(int clients) throws Exception {
    return Clients.of(clients, socket ->
        Thread.ofPlatform().start(() -> echo(socket)));
}

/// ## One thread for all clients
///
/// Selector.
static Clients selector(int clients) throws Exception {
    var selector = Selector.open();
    var door = ServerSocketChannel.open();
    door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
    door.configureBlocking(false).register(selector, SelectionKey.OP_ACCEPT);
    Thread.ofPlatform().daemon().start(() -> select(selector));
    return Clients.call(clients, door.socket(), "line");
}

static void select(Selector selector) {
    var buffer = ByteBuffer.allocateDirect(64 * 1024);
    try {
        while (true) selector.select(key -> ready(key, buffer));
    } catch (IOException e) {
        throw new UncheckedIOException(e);
    }
}

static void ready(SelectionKey key, ByteBuffer buffer) {
    try {
        if (key.channel() instanceof ServerSocketChannel door) {
            door.accept().configureBlocking(false)
                .register(key.selector(), SelectionKey.OP_READ);
        } else if (key.channel() instanceof SocketChannel client) {
            if (client.read(buffer.clear()) < 0) client.close();
            else client.write(buffer.flip());
        }
    } catch (IOException e) {
        key.cancel();
    }
}

Weighings quiet(Scale scale) {
    return scale.sizes(1_000, 5_000, 10_000).quick(1_000, 5_000)
        .java("virtual threads (plain read)", n -> plainRead(n))
        .java("virtual threads (plain read, warmed)", n -> plainRead(n)).warmed()
        .java("virtual threads (BufferedReader)", n -> buffered(n))
        .java("virtual threads (buffer while busy)", n -> whileBusy(n))
        .java("platform threads (plain read)", n -> platformThreads(n))
            .upTo(5_000)
        .java("one selector", n -> selector(n))
        .go("goroutines (plain read)", "chapter9.go")
        .go("goroutines (bufio)", "chapter9.go")
        .go("goroutines (buffer while busy)", "chapter9.go")
        .go("goroutines (net/http)", "chapter9.go")
        .python("asyncio streams", "chapter9.py")
        .python("asyncio protocols", "chapter9.py")
        .clients().weigh();
}
