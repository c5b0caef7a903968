///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Chapter 9: connections. What does a quiet client cost?
//JAVA 25+
//DEPS ../lib/Lib.java
//FILES chapter9.java
//FILES chapter9.go
//FILES chapter9.py
//FILES solutions/chapter9_chat.java=solutions/chapter9_chat.java
//FILES solutions/chapter9_hush.java=solutions/chapter9_hush.java
//FILES solutions/chapter9_serve.java=solutions/chapter9_serve.java
//RUNTIME_OPTIONS --enable-native-access=ALL-UNNAMED
//RUNTIME_OPTIONS --sun-misc-unsafe-memory-access=allow
//RUNTIME_OPTIONS --limit-modules=java.se,jdk.httpserver,jdk.jshell,jdk.management,jdk.unsupported,jdk.zipfs
//RUNTIME_OPTIONS -XX:+UseSerialGC -Xmx160m -XX:TieredStopAtLevel=1 -Xlog:disable

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
/// server wait for clients, and most clients are quiet most of the
/// time: a chat, a game, a browser that keeps its connection. Such a
/// client costs more than a task that waits: there is a socket in the
/// process, a socket in the kernel, and perhaps a buffer for what the
/// client says next.
///
/// The mistake is to calculate with the task alone. In this chapter
/// thousands of real clients connect to a server over TCP, say hello
/// once, and then say nothing. We weigh the server.
void main(String... args) throws Exception {
    Notebook.of(MethodHandles.lookup()).run(args);
}

/// ## Your machine
///
/// Each connection is an open file, for the server and for the process
/// with the clients. `ulimit -Hn` shows how many files a process may
/// have open. Java and Go raise their own limit up to this number by
/// themselves; the Python program does it with `setrlimit`. A thorough
/// run has 100,000 clients, or as many as this limit allows. Other
/// cells that need more are skipped, and a line says so. To have more,
/// let root raise the limit before you start the chapter:
///
///     ulimit -n 250000
///     ./jbang chapter9 --thorough
///
/// In a container the limit is an option of the container, for example
/// `--ulimit nofile=250000`.
///
/// The second limit is ports. An address has about 28,000 ports for
/// connections to one server, so after 20,000 clients the next 20,000
/// come from the address 127.0.0.2, and so on. Linux has all of these
/// addresses. On macOS there is only 127.0.0.1: stay below 16,000.
Machine machine(Scale scale) {
    return Machine.of(scale);
}

/// ## A virtual thread for each client
///
/// The server has a virtual thread for each client. `read` returns when
/// the client has said something; until then the thread waits. The
/// buffer has 64 bytes. What comes is sent back.
///
/// `Clients`, a class of this workbook, has the clients come. They are
/// connections of another process, so only the server's end of each
/// connection is weighed. It returns when each client has said hello
/// and has been answered. In Go, a goroutine does the same. In Python,
/// asyncio has two ways to do it: the next cells show both.
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

/// ## The same with a reader of lines
///
/// This is what most people write: a `BufferedReader` around the
/// socket, and `readLine`. It reads as much as there is, keeps it in a
/// buffer, and returns one line. Go's `bufio.Reader` and the
/// `StreamReader` of asyncio do the same.
static Clients lineReader(int clients) throws Exception {
    return Clients.of(clients, socket ->
        Thread.startVirtualThread(() -> lines(socket)));
}

static void lines(Socket socket) {
    try (socket) {
        var in = new BufferedReader(
            new InputStreamReader(socket.getInputStream()));
        var out = socket.getOutputStream();
        for (String line; (line = in.readLine()) != null; )
            out.write((line + "\n").getBytes());
    } catch (IOException e) {
        // the client has gone
    }
}

/// ## One thread for all clients
///
/// A *selector* tells one thread which of many sockets are ready: have
/// something to read, or a client to accept. Nobody waits in `read`, so
/// a quiet client needs no thread, no stack and no buffer: all share
/// one buffer. The price is that the code cannot be written from top to
/// bottom for one client. Whatever has to be remembered between two
/// messages must be put away by hand.
///
/// In Python, an `asyncio.Protocol` works like this: the loop calls
/// `data_received` when something has come. No task waits. *uvloop* is
/// another loop for asyncio, written in Cython around a library in C.
/// The same Python code runs on it, if it is installed: `pip install
/// uvloop`.
static Clients selector(int clients) throws Exception {
    var selector = Selector.open();
    var door = ServerSocketChannel.open();
    var here = InetAddress.getLoopbackAddress();
    door.bind(new InetSocketAddress(here, 0), Clients.BACKLOG)
        .configureBlocking(false)
        .register(selector, SelectionKey.OP_ACCEPT);
    var shared = ByteBuffer.allocateDirect(64 << 10);
    Thread.ofPlatform().daemon().start(() -> {
        while (selector.isOpen()) select(selector, shared);
    });
    return Clients.call(clients, door.socket(), "line");
}

static void select(Selector selector, ByteBuffer shared) {
    try {
        selector.select(key -> ready(key, shared));
    } catch (IOException e) {
        throw new UncheckedIOException(e);
    }
}

static void ready(SelectionKey key, ByteBuffer shared) {
    try {
        if (key.channel() instanceof ServerSocketChannel door)
            door.accept().configureBlocking(false)
                .register(key.selector(), SelectionKey.OP_READ);
        else if (key.channel() instanceof SocketChannel client)
            if (client.read(shared.clear()) < 0) client.close();
            else client.write(shared.flip());
    } catch (IOException e) {
        key.cancel();
    }
}

/// ## How many bytes does a quiet client need?
///
/// Ten thousand quiet clients are connected to a Java server that has a
/// virtual thread with a `BufferedReader` for each of them. One more
/// client comes, says hello, and is quiet. By how many bytes does the
/// server's process grow?
Prediction perClient() {
    return Prediction.bytes();
}

/// ## Which server needs most for a quiet client?
///
/// Each of these servers reads lines in the usual way of its language:
/// `BufferedReader` in Java, `bufio.Reader` in Go, `StreamReader` in
/// Python. In chapter 1 one more virtual thread or asyncio task took
/// about 1 KB, and one more goroutine nearly 3 KB. Which of these
/// servers grows most with one more quiet client?
Prediction dearest() {
    return Prediction.oneOf("virtual threads (line reader)",
        "goroutines (line reader)", "asyncio streams");
}

/// ## Weigh quiet clients
///
/// What is weighed: each server while it has no client, and again when
/// all its clients have been answered once and are quiet. *One more
/// task* means one more client here. *Charged* adds what the kernel
/// counts for the server's process; "What the kernel keeps for a
/// socket" shows that on some systems this is not all.
///
/// We expect the readers of lines to cost most, because each has a
/// buffer. We expect the selector and the protocols to cost least,
/// because a quiet client has no stack there, and no task. Platform
/// threads are weighed up to 5,000 only. (A quick run leaves out some
/// servers, and has fewer clients. A thorough run adds 100,000
/// clients: see "Your machine".)
Weighings quiet(Scale scale) {
    return scale.sizes(1_000, 5_000, 9_000).quick(1_000, 4_000)
        .thorough(Linux.connections(100_000))
        .java("virtual threads (plain read)", n -> plainRead(n))
        .java("virtual threads (warmed)", n -> plainRead(n)).warmed()
            .unlessQuick()
        .java("virtual threads (line reader)", n -> lineReader(n))
        .java("virtual threads (warmed reader)", n -> lineReader(n))
            .warmed().tasks(1_000, 9_000).unlessQuick()
        .java("platform threads (plain read)", n -> threads(n))
            .upTo(5_000).unlessQuick()
        .java("selector", n -> selector(n))
        .go("goroutines (plain read)", "chapter9.go")
        .go("goroutines (line reader)", "chapter9.go")
        .go("goroutines (net/http)", "chapter9.go").unlessQuick()
        .python("asyncio streams", "chapter9.py")
        .python("asyncio protocols", "chapter9.py")
        .python("asyncio streams (uvloop)", "chapter9.py", "uvloop")
            .tasks(1_000, 9_000).unlessQuick()
        .python("asyncio protocols (uvloop)", "chapter9.py", "uvloop")
            .tasks(1_000, 9_000).unlessQuick()
        .clients().forks(3).quickForks(2).weigh();
}

static Clients threads(int clients) throws Exception {
    return Clients.of(clients, socket ->
        Thread.ofPlatform().start(() -> echo(socket)));
}

/// ## What one more quiet client costs
///
/// Compare each server with the task of chapter 1: about 1.1 KB for a
/// virtual thread or an asyncio task, 2.7 KB for a goroutine. The rest
/// is what a connection adds: socket objects, buffers, and frames that
/// lead down into `read`.
///
/// The server with the line reader is several times as expensive as the
/// plain one, and does nothing that a quiet client would notice. The
/// choice of the reader decides more than the choice of the language.
///
/// Two servers stand there *warmed*, too: the plain read as *warmed*,
/// and the line reader as *warmed reader*. They have served thousands
/// of clients before they are weighed. That changes two things:
///
/// - The JIT has compiled their code, and a compiled frame keeps less
///   than an interpreted one. So less is live for each client: 1 to 2
///   KB less in our runs. The buffers of a line reader stay as they
///   are.
/// - The heap has grown before. The empty process is larger, and one
///   more client finds room in it, so the slope is smaller.
///
/// Go and Python have no such rows. Go's compiler has done its work
/// before the program starts, and CPython interprets. (A quick run
/// leaves out the warmed servers and uvloop.)
///
/// On uvloop a client takes some hundred bytes less than on asyncio's
/// own loop, because its transport is one object of Cython instead of
/// several Python objects. What the Python program keeps, the reader
/// and the task, stays the same.
XYChart share(Weighings quiet) {
    return Charts.share(quiet);
}

/// ## Were your guesses right?
///
/// Here are your answers beside the measurement. A size within 25 % is
/// close enough. The most expensive server is named only if the
/// intervals of the two most expensive servers do not overlap.
List<Guess> youAndTheScale(Weighings quiet, Prediction perClient,
        Prediction dearest) {
    var most = quiet.dearest(dearest.answers());
    return List.of(
        Guess.of("one quiet client of a line reader", perClient,
            Measured.task(quiet, "virtual threads (line reader)")),
        Guess.of("the most expensive of three", dearest, most,
            quiet.here(most)));
}

/// ## The number to remember: a client and its buffer
///
/// This is the slope of the Java server with a `BufferedReader` for
/// each client, from "Weigh quiet clients".
Headline headline(Weighings quiet) {
    return Headline.of(quiet.slope("virtual threads (line reader)"), """
        for one quiet client, if its virtual thread waits in
        readLine. 24 KB of it are two buffers that hold nothing.""")
        .picture("share");
}

/// ## What others have found
///
/// In 2022 an experiment called c5m held five million connections in
/// one JVM. Its server was like "A virtual thread for each client",
/// with a buffer of 16 bytes. Its figures contain the empty JVM and
/// garbage of 40 minutes. The last rows, of this machine, are slopes;
/// the warmed JVM is closer to a server that has run for 40 minutes. (A
/// quick run leaves it out.)
///
/// The other figures differ in what they count:
///
/// - *Erlang, whole machine*: WhatsApp in 2012, all memory that was in
///   use, with the kernel and with everything that the service does.
/// - *Erlang, mochiweb* and *tuned*: the process of a web server, as
///   written first, and after its authors had saved memory.
/// - *kernel alone*: what Linux needed for 12 million sockets. Compare
///   it with "What the kernel keeps for a socket".
/// - *Go, epoll, at most*: no goroutine for a quiet client; published
///   as "less than 1 GB" for a million clients.
/// - *callbacks in C++*: the process alone, and no server of ours gets
///   near it. A quiet client is one small record there.
///
/// So a figure for one connection means little without the words behind
/// it: whose memory was counted, and what each client has.
Table others(Weighings quiet) {
    return ConnectionTables.published(quiet,
        "virtual threads (plain read)", "virtual threads (warmed)");
}

/// ## Take one client apart
///
/// Each runtime counts the objects that one more client has added, as
/// in chapter 1. Look for the buffers: in Java `byte[]` and `char[]`,
/// in Go `bytes`, in Python `bytearray`. The two buffers of a
/// `BufferedReader` have 8,192 bytes and 8,192 characters of 2 bytes.
Backpacks backpack(Scale scale) {
    return scale.sizes(5_000).quick(2_000)
        .java("virtual threads (plain read)", n -> plainRead(n))
        .java("virtual threads (line reader)", n -> lineReader(n))
        .java("selector", n -> selector(n))
        .go("goroutines (plain read)", "chapter9.go")
        .go("goroutines (line reader)", "chapter9.go")
        .python("asyncio streams", "chapter9.py")
        .python("asyncio protocols", "chapter9.py")
        .clients().parts();
}

/// ## The parts of one client
///
/// A part is something that one more client adds in the process: the
/// task with its frames, the objects of its socket, and its buffers. In
/// Java, what is not accounted for is free room in a heap that has
/// grown. What the kernel keeps is not among the parts: "What the
/// kernel keeps for a socket" counts that.
XYChart addsUp(Backpacks backpack, Weighings quiet) {
    return Charts.backpack(backpack, quiet);
}

/// ## What each part of a client is
///
/// The tables say what each part in the chart is, and how many bytes it
/// takes for one client. The names are those of the runtimes' own
/// source code; the file data/parts.csv says where each is defined.
List<Table> partNames(Backpacks backpack) {
    return Tables.partNames(backpack);
}

/// ## What the kernel keeps for a socket
///
/// A socket is more than an object of the process. The kernel keeps the
/// state of the connection (`TCP`), an inode, a name and an open file,
/// and who waits for it (`eventpoll`). Linux counts these records by
/// kind, for the whole machine, in `/proc/slabinfo`. Only root can read
/// it: without root you see our recorded run.
///
/// Both ends of each connection are on this machine, so what has come
/// is divided by two. Other programs also open files meanwhile. Where
/// forks differ, that is why.
Reports kernel(Scale scale) {
    return scale.sizes(4_000).quick(2_000)
        .java("sockets (both ends)", n -> counted(n))
            .where(Slabs.can(), "only root can read /proc/slabinfo")
        .clients().forks(3).quickForks(2).reports();
}

static Clients counted(int clients) throws Exception {
    var before = Slabs.ofSockets();
    var all = selector(clients);
    Slabs.tell(before, 2 * clients);
    return all;
}

/// ## Charged is not all that the kernel keeps
///
/// The table compares two counts of the same thing: what the kernel
/// charges to the server's process for one more client, and the records
/// of a socket by the slabs. If the first is smaller, your system does
/// not charge all of them. With control groups of version 1, the record
/// `TCP` is charged to nobody, and since Linux 6.12 version 2 charges
/// it to the process that accepts the client. A machine that is full
/// needs both, whoever is charged.
Table uncharged(Weighings quiet, Reports kernel) {
    return ConnectionTables.kernel(quiet, "selector", kernel,
        "sockets (both ends)");
}

/// ## Let the buffer go while the client is quiet
///
/// The buffer is needed while there is something in it. Here the thread
/// waits for a single byte, without a buffer. When it comes, the thread
/// reads what is there, up to the end of a line. Then the buffer is
/// garbage, until the client speaks again.
///
/// In Go, a `bufio.Reader` that is taken after the first byte does the
/// same. Most servers of the standard libraries keep their buffers.
static Clients whileBusy(int clients) throws Exception {
    return Clients.of(clients, socket ->
        Thread.startVirtualThread(() -> letGo(socket)));
}

static void letGo(Socket socket) {
    try (socket) {
        var in = socket.getInputStream();
        for (int first = in.read(); first >= 0; first = in.read())
            socket.getOutputStream().write(rest(first, in));
    } catch (IOException e) {
        // the client has gone
    }
}

static byte[] rest(int first, InputStream in) throws IOException {
    var all = new ByteArrayOutputStream();
    for (int next = first; ; next = in.read()) {
        if (next < 0) throw new EOFException();
        all.write(next);
        all.write(in.readNBytes(in.available()));
        var bytes = all.toByteArray();
        if (bytes[bytes.length - 1] == '\n') return bytes;
    }
}

/// ## Weigh readers that let go
///
/// The same servers, with a buffer only while a client speaks. We
/// expect about the cost of a plain read.
Weighings lean(Scale scale) {
    return scale.sizes(1_000, 5_000, 9_000).quick(1_000, 4_000)
        .java("virtual threads (while busy)", n -> whileBusy(n))
        .go("goroutines (while busy)", "chapter9.go")
        .clients().forks(3).quickForks(2).weigh();
}

/// ## Kept buffers beside those that are let go
///
/// Each server that keeps its buffers stands above the one that lets
/// them go. A byte that is read alone costs one more call of the
/// kernel for each message. For a client that speaks once a minute that
/// is nothing. For one that speaks a thousand times a second a buffer
/// that stays is right.
///
/// Go's server is not as cheap as with a plain read: its stack has
/// grown while the first message was answered. A stack grows by
/// doubling, and gets smaller only during a collection (chapter 2).
XYChart keptAndLetGo(Weighings quiet, Weighings lean) {
    return Charts.beside(
        quiet.slope("virtual threads (line reader)"),
        lean.slope("virtual threads (while busy)"),
        quiet.slope("virtual threads (plain read)"),
        quiet.slope("goroutines (line reader)"),
        lean.slope("goroutines (while busy)"),
        quiet.slope("goroutines (plain read)"));
}

/// ## Let a tenth of the clients speak at once
///
/// Quiet clients do not stay quiet. Something happens, and one client
/// in ten says a line of 4,000 bytes, all at the same moment. The
/// process is weighed at three moments:
///
/// - *quiet*: before the burst,
/// - *after the burst*: when each line has been answered,
/// - *left alone*: when all have been quiet for five seconds (two in a
///   quick run).
static Clients burst(int clients) throws Exception {
    var all = lineReader(clients);
    Gate.weigh("quiet");
    all.speak(10, 4_000);
    Gate.weigh("after the burst");
    Thread.sleep(Clients.number("alone"));
    Gate.weigh("left alone");
    return all;
}

/// ## Weigh what the burst leaves
///
/// Look whether a process is smaller when it was left alone. We expect
/// that it is not: the lines are garbage by then, but no runtime
/// collects because some seconds have passed. A server is as large as
/// its largest burst, until something makes it collect.
Watched spoken(Scale scale) {
    return scale.sizes(5_000).quick(2_000)
        .with("alone", 5_000).quick("alone", 2_000)
        .java("virtual threads (burst)", n -> burst(n))
        .go("goroutines (burst)", "chapter9.go")
        .python("asyncio streams (burst)", "chapter9.py")
        .clients().forks(1).watch();
}

/// ## The three moments of the burst
///
/// The chart begins shortly before the burst. Compare the three
/// moments in the table below it.
///
/// A tenth of the clients has spoken, and each of them has sent 4,000
/// bytes: for 5,000 clients these are 2 MB. What a process has grown by
/// beyond that is what it took to read and to answer them: lines as
/// strings and as bytes, larger stacks, larger buffers. In Go, the
/// stack of a goroutine that has been deep stays large until a
/// collection finds most of it unused.
List<Object> moments(Watched spoken) {
    return List.of(
        Charts.trace(spoken.from("quiet", 300).traces()),
        ConnectionTables.moments(spoken,
            List.of("quiet", "after the burst", "left alone")));
}

/// ## Secure each connection with TLS
///
/// Most connections are encrypted. TLS keeps keys and state for each
/// connection, and buffers: a record of TLS has up to 16 KB, and can be
/// decrypted only when all of it is there. The key was made for this
/// run, by the JDK's `keytool`.
static Clients secured(int clients) throws Exception {
    return Clients.secured(clients, socket ->
        Thread.startVirtualThread(() -> echo(socket)));
}

/// ## Weigh secured clients
///
/// The plain read, through TLS. Each client has made its handshake, has
/// said hello through it, and is quiet. We expect 10 KB or more in each
/// language, because each keeps keys, and buffers for records. (There
/// are fewer clients, because each handshake takes some CPU time.)
Weighings secure(Scale scale) {
    return scale.sizes(200, 1_000).quick(200, 600)
        .java("virtual threads (TLS)", n -> secured(n))
        .go("goroutines (TLS)", "chapter9.go")
        .python("asyncio streams (TLS)", "chapter9.py")
        .clients().forks(3).quickForks(2).weigh();
}

/// ## A quiet client with and without TLS
///
/// TLS costs more than everything else in this chapter. In Python it is
/// not the encryption: since version 3.11 asyncio has a buffer of 256
/// KB for each secured connection (`max_size` in its file
/// `sslproto.py`), and fills it with zeros, so all of it is resident.
/// In Java, the handshakes make much garbage, and the heap grows: live
/// memory, in the table above, is a small part of it.
///
/// Many services end TLS before the server: a proxy has the secured
/// connections, and the server has plain ones on an inner network. Then
/// the proxy pays.
XYChart withTls(Weighings secure, Weighings quiet) {
    return Charts.beside(
        secure.slope("virtual threads (TLS)"),
        quiet.slope("virtual threads (plain read)"),
        secure.slope("goroutines (TLS)"),
        quiet.slope("goroutines (plain read)"),
        secure.slope("asyncio streams (TLS)"),
        quiet.slope("asyncio streams"));
}

/// ## The verdict
///
/// The post says that at millions of connections Python breaks the bank
/// and Go does not. Chapter 8 judges that for tasks that wait. Here it
/// is judged for whole servers with real clients: it holds if one more
/// quiet client of a Python server takes more than one of a Go server.
/// Of each language we take the server that most people write, which
/// reads lines; the verdict also names the leanest of each.
Verdicts verdict(Weighings quiet) {
    var python = Measured.task(quiet, "asyncio streams");
    var go = Measured.task(quiet, "goroutines (line reader)");
    var more = Measured.ratio(python, go);
    return Judge.ofChapter(9).and("choose-go").in("quiet")
        .when("choose-go", more.flatMap(r -> r.above(1)),
            more.map(Measured::here).orElse(false),
            "One more quiet client takes " + Measured.size(python)
            + " with asyncio streams, and " + Measured.size(go)
            + " with a bufio.Reader for each goroutine")
        .note("The leanest of each that we weighed: "
            + Measured.size(Measured.task(quiet, "asyncio protocols"))
            + " with an asyncio.Protocol, and "
            + Measured.size(Measured.task(quiet,
                "goroutines (plain read)"))
            + " with a plain read in Go.")
        .verdicts();
}

/// ## What to take to work
///
/// - Weigh a server with its clients, not its tasks alone ("What one
///   more quiet client costs").
/// - Do not keep a buffer for a client that is quiet ("Kept buffers
///   beside those that are let go").
/// - Add what the kernel keeps: about 4 KB for each socket, also where
///   nobody is charged for it ("Charged is not all that the kernel
///   keeps").
/// - Plan memory for the largest burst: it does not come back by itself
///   ("The three moments of the burst").
/// - Count TLS as an item of its own ("A quiet client with and without
///   TLS").
static void takeToWork(Socket socket) throws IOException {
    // wrong: two buffers that stay while the client is quiet
    var reader = new BufferedReader(
        new InputStreamReader(socket.getInputStream()));
    reader.readLine();
    // right: a buffer only when there is something to read
    int first = socket.getInputStream().read();
    rest(first, socket.getInputStream());
}

/// ## Easier: smaller buffers
///
/// A chat server sends each line back. Its clients are quiet most of
/// the time, and each keeps two buffers of the usual size.
///
/// Edit the method `chat` until one more quiet client needs at most
/// 16 KB live. Every line must still be answered. As it is now, the
/// method is meant to fail the check. This command runs only the
/// exercises; with `--exercise easier` it runs only this one:
///
///     ./jbang chapter9 --exercise
static void chat(Socket client) throws IOException {
    var in = new BufferedReader(
        new InputStreamReader(client.getInputStream()));
    var out = client.getOutputStream();
    for (var line = in.readLine(); line != null; line = in.readLine())
        out.write((line + "\n").getBytes());
}

/// ## Check that a client needs at most 16 KB
///
/// Each client has a virtual thread, which calls your method. When all
/// is weighed, every client speaks: lines in pieces, several lines at
/// once, and a long one. A line that gets lost or comes back changed
/// fails the check.
Check smaller(Scale scale) {
    return Check.of(scale.sizes(500, 2_000).clients()
            .java("your chat", n -> Clients.of(n,
                Clients.each(client -> chat(client))).talkAtTheEnd())
            .forks(3).proven().weigh())
        .live(16 << 10)
        .look("Look at how large each of the two buffers is, and who "
            + "decides that.");
}

/// ## Exercise: no buffer for a quiet client
///
/// The same chat server, and a limit that no buffer of a reader fits
/// into.
///
/// Edit the method `hush` until one more quiet client needs at most
/// 6 KB live, with no line lost. As it is now, the method is meant to
/// fail the check.
static void hush(Socket client) throws IOException {
    var in = new BufferedReader(
        new InputStreamReader(client.getInputStream()));
    var out = client.getOutputStream();
    for (var line = in.readLine(); line != null; line = in.readLine())
        out.write((line + "\n").getBytes());
}

/// ## Check that a client needs at most 6 KB
///
/// Weighed and checked as before. A line can come in pieces: what you
/// have of it must be there when the rest comes.
Check letsGo(Scale scale) {
    return Check.of(scale.sizes(500, 2_000).clients()
            .java("your chat", n -> Clients.of(n,
                Clients.each(client -> hush(client))).talkAtTheEnd())
            .forks(3).proven().weigh())
        .live(6 << 10)
        .look("Look at what the thread holds while it waits for the "
            + "next line.");
}

/// ## Harder: no thread for a quiet client
///
/// The method `serve` is called by the one thread of a selector,
/// whenever a client has said something. The method below gives the
/// client a virtual thread from then on, which costs more than the
/// limit.
///
/// Edit the method `serve` until one more quiet client needs at most
/// 1,200 bytes live, with no line lost. Answer whole lines only: keep
/// the beginning of a line until its end comes, for example with
/// `key.attach`. As it is now, the method is meant to fail the check.
static void serve(SelectionKey key) throws IOException {
    var client = (SocketChannel) key.channel();
    key.cancel();
    key.selector().selectNow();     // it has no selector any more
    client.configureBlocking(true);
    Thread.startVirtualThread(() -> echo(client.socket()));
}

/// ## Check that a client needs at most 1,200 bytes
///
/// The clients come as before, and speak when all is weighed. At most
/// ten more threads are allowed.
Check oneThread(Scale scale) {
    return Check.of(scale.sizes(500, 2_000).clients()
            .java("your selector", n -> SelectorLoop.of(n,
                key -> serve(key)).talkAtTheEnd())
            .forks(3).proven().weigh())
        .live(1_200)
        .threads(10);
}
