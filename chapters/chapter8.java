///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Chapter 8: choosing an architecture. What does your service need?
//JAVA 25+
//DEPS ../lib/Lib.java
//FILES chapter8.java
//FILES chapter8.go
//FILES chapter8.py
//FILES chapter9.go
//FILES chapter9.py
//FILES solutions/chapter8_users.java=solutions/chapter8_users.java
//FILES solutions/chapter8_choose.java=solutions/chapter8_choose.java
//FILES solutions/chapter8_display.java=solutions/chapter8_display.java
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
import memorytax.record.*;
import memorytax.service.*;
import memorytax.table.ServiceTables;
import org.knowm.xchart.*;
import tech.tablesaw.api.*;

import static memorytax.Notebook.*; // for JShell: weigh, scale, show

/// # What does your service need?
///
/// Describe a service of your own: how many tasks wait at once, how
/// deep their stacks are, what they hold. From your answers and from
/// the costs that chapters 1 and 2 measured, the workbook calculates
/// the memory that the service takes in each *architecture*: virtual
/// threads, platform threads, callbacks, goroutines or asyncio tasks.
/// You see what this memory costs, and which architecture to choose.
///
/// Two mistakes are common. One is to choose by somebody else's
/// benchmark of tasks that do nothing. A service that works makes
/// garbage, and garbage needs room. The other mistake is to trust a
/// calculation. So your service runs at the end, and the measured
/// memory stands beside the prediction.
///
/// The calculation uses your own results of chapters 1 and 2 where you
/// have them, and recorded results elsewhere. You can also give your
/// answers as options:
///
///     ./jbang chapter8 --tasks 50000 --holding 8KB --allocating 50MB/s
///
/// If each of your tasks is a connection with a client, add
/// `--connections`. Then the cost of one task is that of a quiet client
/// in chapter 9, and real clients connect where your service runs.
///
/// `--with node,tokio` adds tasks of other languages, which chapter 11
/// has weighed: `node`, `tokio`, `kotlin`, `erlang`, `elixir` or
/// `ruby`. What nobody has measured of them is named beside the result.
void main(String... args) throws Exception {
    Notebook.of(MethodHandles.lookup()).choose(args);
}

/// ## Your machine
///
/// Your own results from earlier chapters count here only if they come
/// from this machine and from these versions.
Machine machine(Scale scale) {
    return Machine.of(scale);
}

/// ## How many tasks wait at the same time?
///
/// Count open connections, or requests under way. Most of these tasks
/// are *parked*: they wait for a client, a database or a timer, and use
/// no CPU meanwhile.
Prediction tasks() {
    return Prediction.number("tasks").between(1, 10_000_000)
        .usually("100,000");
}

/// ## How deep is the stack of a waiting task?
///
/// A *frame* is what one method call keeps on the stack: its local
/// variables and the place to return to. The stack of a request in a
/// web framework may have a hundred frames, the stack of a small
/// handler ten.
///
/// To count them in a running JVM, look at one waiting thread in the
/// file that `jcmd PID Thread.dump_to_file FILE` writes.
Prediction depth() {
    return Prediction.number("frames").between(0, 1_000).usually("30");
}

/// ## How many bytes does each task hold?
///
/// Count the bytes on the heap that a task needs until it goes on: a
/// buffer, a request, a session. Do not count its stack.
///
/// To measure them in a running JVM, call `jcmd PID GC.class_histogram`
/// in a quiet hour and in a busy one. It runs a full collection; its
/// last line is the total that is live. Divide the difference of the
/// bytes by the difference of the numbers of tasks. (The stacks of
/// virtual threads are on the heap, so this figure includes them.
/// Answer 0 for the depth then.)
Prediction holding() {
    return Prediction.bytes().between(0, 1 << 20).usually("4 KB");
}

/// ## How much garbage does the service make?
///
/// *Garbage* is memory that was allocated and is no longer used:
/// buffers, strings, parsed messages. Give the bytes that all tasks
/// together allocate in a second and soon drop. With 1,000 requests a
/// second and 100 KB for each request, that is 100 MB a second. You may
/// answer 0, but few services make no garbage.
///
/// To measure it in a JVM, start the JVM with `-Xlog:gc`. Each line
/// shows the heap before and after a collection. From one collection to
/// the next, the heap grows by what was allocated.
Prediction allocating() {
    return Prediction.rate().between(0, 10L << 30)
        .usually("100 MB/s");
}

/// ## How much memory may the service use?
///
/// Give the memory limit of the container, or what the machine can
/// spare.
Prediction limit() {
    return Prediction.bytes().between(16 << 20, 1L << 44)
        .usually("2 GB");
}

/// ## Your service in one paragraph
///
/// The rest of the chapter is about the service that you have just
/// described. With `--connections`, *tasks* means connections in all
/// that follows.
Service service(Prediction tasks, Prediction depth, Prediction holding,
        Prediction allocating, Prediction limit, WaitsFor waitsFor) {
    return Service.of(tasks, depth, holding, allocating, limit)
        .with(waitsFor);
}

/// ## What one task does
///
/// This is how the workbook imitates a task of your service. The method
/// `frames` calls itself as often as your depth says, as in chapter 2.
/// At the bottom the task allocates its bytes and writes to them. Then
/// it tells the gate that it has arrived, and waits there until the
/// gate opens.
static void task(int depth, int holding, Gate gate) {
    frames(depth, 1, () -> {
        var held = new byte[holding];
        Arrays.fill(held, (byte) 1);
        gate.here();
        gate.await();
        Reference.reachabilityFence(held); // needed until now
    });
}

static long frames(int depth, long sum, Runnable bottom) {
    if (depth == 0) {
        bottom.run();
        return sum;
    }
    long own = sum * 31 + depth;
    return frames(depth - 1, own, bottom) ^ own;
}

/// ## Start all tasks
///
/// `kind` says whether the tasks are virtual threads or platform
/// threads. The Go program starts a goroutine for each task, the Python
/// program an asyncio task. A *warmed* JVM has run thousands of tasks
/// before it is weighed, so that their code is compiled.
static Gate start(int tasks, Thread.Builder kind) throws Exception {
    var gate = new Gate(tasks);
    int depth = (int) gate.number("depth");
    // while the JVM warms up, its tasks hold next to nothing
    int most = gate.warmsUp() ? 64 : Integer.MAX_VALUE;
    int holding = (int) Math.min(most, gate.number("holding"));
    for (int i = 0; i < tasks; i++)
        kind.start(() -> task(depth, holding, gate));
    return gate.full();
}

/// ## What one connection does
///
/// This is used with `--connections` only. The task goes down as deep
/// and allocates the same bytes. At the bottom it waits in `read` for
/// its client instead of at the gate, and sends back what the client
/// says. `Clients`, from chapter 9, has real clients connect. Each says
/// hello, is answered, and is quiet. In Go and Python, the programs of
/// chapter 9 do the same.
static void connection(int depth, int holding, Socket client) {
    frames(depth, 1, () -> {
        var held = new byte[holding];
        Arrays.fill(held, (byte) 1);
        echo(client);
        Reference.reachabilityFence(held); // needed until now
    });
}

static void echo(Socket client) {
    var buffer = new byte[64];
    try (client) {
        var in = client.getInputStream();
        for (int n = in.read(buffer); n > 0; n = in.read(buffer))
            client.getOutputStream().write(buffer, 0, n);
    } catch (IOException e) {
        // the client has gone
    }
}

static Clients connect(int clients, Thread.Builder kind)
        throws Exception {
    int depth = (int) Clients.number("depth");
    int most = Clients.warmUp() ? 64 : Integer.MAX_VALUE;
    int holding = (int) Math.min(most, Clients.number("holding"));
    return Clients.of(clients, socket ->
        kind.start(() -> connection(depth, holding, socket)));
}

/// ## Clients that make the garbage
///
/// While the tasks wait, eight clients allocate at the rate that you
/// gave. For each request a client allocates five buffers, of 1 to 16
/// KB, and writes to them. With the next request the old buffers become
/// garbage. A client that is ahead of its rate sleeps for a
/// millisecond. A machine that is too slow makes less garbage; the
/// tables show how much it made.
static long client(long rate, long millis) throws Exception {
    var request = new byte[5][];
    long start = System.nanoTime(), made = 0, now = start;
    for (; now < start + millis * 1_000_000; now = System.nanoTime()) {
        boolean early = made > rate * (now - start) / 1e9;
        if (early) Thread.sleep(1);
        for (int i = 0; i < request.length && !early; i++) {
            request[i] = new byte[1_024 << i];
            Arrays.fill(request[i], (byte) 1);
            made += request[i].length;
        }
    }
    Reference.reachabilityFence(request);
    return made;
}

/// ## Weigh the service before and after the garbage
///
/// When all tasks wait, the process is weighed: this figure is
/// *parked*. Then the clients make garbage, and the process is weighed
/// again. It reports how many bytes of garbage it made and how much CPU
/// time its collector used. In Java this is the CPU time of the
/// collector's threads, in Go a figure of the runtime.
///
/// Python has no such figure: CPython counts the references to each
/// buffer, and frees the buffer when its last reference is gone.
static void works(long rate, long millis) throws Exception {
    Gate.weigh("parked");
    var made = new LongAdder();
    GcCpuTime.tell("garbage", 1, () -> {
        try (var eight = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) eight.submit(() ->
                { made.add(client(rate / 8, millis)); return null; });
        }
    });
    Gate.tell("made", "bytes", made.sum(), "millis", millis);
    Gate.weigh("with garbage");
}

static AutoCloseable serves(int tasks, Thread.Builder kind)
        throws Exception {
    if (Clients.ready()) {
        var clients = connect(tasks, kind);
        if (!Clients.warmUp()) works(Clients.number("allocating") << 10,
            Clients.number("millis"));
        return clients;
    }
    var gate = start(tasks, kind);
    if (!gate.warmsUp()) works(gate.number("allocating") << 10,
        gate.number("millis"));
    return gate;
}

/// ## Your guess: how many tasks fit in 1 GB?
///
/// Each of your tasks is a goroutine, and the Go process may take 1 GB.
/// How many tasks fit, if their garbage needs room as well?
Prediction fitInOne() {
    return Prediction.number("tasks");
}

/// ## Your guess: what uses the least memory?
///
/// Your service runs with all its tasks, with its garbage and without
/// any flag. Which of these three takes the least memory?
Prediction lightest() {
    return Prediction.oneOf(
        "virtual threads", "goroutines", "asyncio tasks");
}

/// ## What one more task costs at each depth
///
/// The table is what chapters 1 and 2 have measured. Its columns:
///
/// - *Whose* says whether a row rests on your own results, or on
///   recorded results.
/// - *Empty* is the process without tasks.
/// - *First* is what comes once with the first tasks, however many
///   follow. It is where the straight line of the slopes begins, and
///   can lie below zero.
/// - *At the top*, *10 down* and so on are *slopes*: what one more task
///   adds at that depth. Between two measured depths the cost is read
///   from the straight line between them, in Go from the steps of its
///   stack.
///
/// With the depth, the rows grow in different ways. A waiting virtual
/// thread keeps its frames on the heap, in an object of just that size.
/// A goroutine has a stack that doubles when it is full, so you pay for
/// the next larger stack. An asyncio task has one coroutine object for
/// each frame. A callback has no stack: it costs its entry in a timer's
/// queue, at any depth. In return a callback cannot wait in the middle
/// of a call: the programmer has to cut the call into pieces.
///
/// With `--connections` the table has the quiet clients of chapter 9: a
/// server with a plain read for each client, asyncio streams, and a
/// *selector* in the place of callbacks. Deeper down, a connection
/// costs as much more as chapter 2 measured for a task.
///
/// The tasks that you add with `--with` are the `guests`. Their costs
/// come from chapter 11: the cell `field` for the top of the stack, the
/// cell `deeper` for what the depth adds.
Costs costs(Results results, Service service, Guests guests) {
    return Costs.of(results, service, guests);
}

/// ## Weigh tasks with and without your bytes
///
/// Measured: tasks at the top of their stacks, once with the bytes that
/// you named and once without. There are as many tasks as hold about
/// 100 MB together, 20,000 at most. A row is what all of them add to
/// the empty process, so the difference between the two rows is the
/// price of the bytes.
///
/// *Resident* is memory that the system has given to the process and
/// that occupies RAM. *Live* is what a full collection leaves in the
/// heap. We expect each byte to cost more than a byte: a runtime rounds
/// sizes up, adds a header to each object and keeps spare room in its
/// heap.
Weighings held(Scale scale, Service service) {
    return scale.sizes(service.some())
        .with("depth", 0).over("holding", 0, service.holding())
        .java("virtual threads", n -> start(n, Thread.ofVirtual()))
            .warmed()
        .go("goroutines", "chapter8.go")
        .python("asyncio tasks", "chapter8.py")
        .weigh();
}

/// ## What one held byte costs
///
/// The table divides the difference between the two rows by the number
/// of tasks, and then by the bytes.
///
/// In Java, *live* is close to the bytes themselves: a task without
/// bytes still holds an empty array, so the array's header cancels out.
/// *Resident* is larger, because the heap grows ahead of what is live.
/// How far it grows differs from one *fork* (a fresh process) to the
/// next. The *95 % interval* says how well the forks agree: if all of
/// it were repeated many times, 19 of 20 such intervals would contain
/// the true mean.
Table heldByte(Service service, Weighings held) {
    return ServiceTables.held(service, held);
}

/// ## Your service's memory without garbage
///
/// The calculation adds three terms: the empty process, what comes once
/// with the first tasks, and for each task its stack and its bytes. In
/// our runs the second term mattered only for platform threads.
///
/// *Between* has a lower and an upper bound of this sum. A Java heap
/// takes at least what is live in it: the column *live* is the process
/// with a heap of just this size. A heap may also take more. The upper
/// bound assumes the most that was measured, and *whole process* is the
/// middle.
///
/// *Beyond* in the last column marks depths or numbers of tasks that no
/// run has measured. Platform threads include their stacks in the
/// kernel, because a container's limit counts these stacks. A system
/// may refuse to start so many platform threads.
///
/// This chapter weighs no held bytes in the languages that you add with
/// `--with`: *assumed* marks that a byte is counted as one byte.
Estimates parked(Service service, Costs costs, Weighings held) {
    return Estimates.of(service, costs, held);
}

/// ## Measure how much room garbage takes
///
/// Garbage stays in the heap until the collector runs. Each runtime has
/// its own rule for that moment:
///
/// - **Go** collects when the heap has grown by `GOGC` percent of what
///   is live. The default is 100, so the heap doubles. `GOMEMLIMIT`
///   makes Go collect earlier, near a limit for the process.
/// - **Java** lets the heap grow up to `-Xmx`, by default a quarter of
///   the machine's memory. Here we choose for `-Xmx` what is live, a
///   quarter more, and 16 MB for the JVM itself: a collector needs some
///   room to work in.
/// - **Python** frees a buffer when its last reference is gone.
///
/// Measured: a *scale model*, which is your service with fewer tasks.
/// Look at the column *times*: the peak divided by *parked*. We expect
/// Python to stay near 1, and the others to need more room.
///
/// Then look at *GC*: the collector's CPU time for a GB of garbage.
/// Less room should cost more of it: half the room means about twice as
/// many collections, and each collection visits all that is live. (A
/// quick run leaves out `GOGC=50` and `GOGC=25`.)
ServiceRuns garbage(Scale scale, Service service, Estimates parked) {
    var model = service.model();
    var go = service.program("chapter8.go", "chapter9.go");
    return scale.sizes(model.tasks())
        .with("depth", model.depth()).with("holding", model.holding())
        .with("allocating", model.kilobytes())
        .with("millis", model.millis())
        .quick("millis", model.millis() / 2)
        .java("virtual threads (-Xmx)",
            n -> serves(n, Thread.ofVirtual())).warmed()
            .flags(parked.heap("virtual threads", model))
        .go("goroutines", go)
        .go("goroutines", go).environment("GOGC", "50")
            .unlessQuick()
        .go("goroutines", go).environment("GOGC", "25")
            .unlessQuick()
        .go("goroutines", go)
            .environment("GOMEMLIMIT", parked.goLimit(model))
        .python("asyncio tasks",
            service.program("chapter8.py", "chapter9.py"))
        .clients(service.connected())
        .forks(1).watch().as(ServiceRuns::new);
}

/// ## Measure a JVM without -Xmx
///
/// A JVM without `-Xmx` starts with a heap of 1/64 of the machine's
/// memory and may grow it to a quarter. How far it grows depends on the
/// share of time that its collections take, and that share differs from
/// run to run.
///
/// Measured: the scale model again, in several forks. The first and the
/// largest size of the heap are both scaled down like the tasks. Look
/// at the range beside the peak. We expect the forks to lie apart,
/// because the times of their collections differ. (A quick run has one
/// fork, and so it has no range.)
ServiceRuns jvm(Scale scale, Service service) {
    var model = service.model();
    return scale.sizes(model.tasks())
        .with("depth", model.depth()).with("holding", model.holding())
        .with("allocating", model.kilobytes())
        .with("millis", model.millis())
        .quick("millis", model.millis() / 2)
        .java("virtual threads", n -> serves(n, Thread.ofVirtual()))
            .warmed().flags(service.modelHeap())
        .clients(service.connected())
        .forks(4).quickForks(1).watch().as(ServiceRuns::new);
}

/// ## Your service's memory at its peak
///
/// *Peak* is the process at the moment when its heap holds the most
/// garbage. It is calculated from the scale model, in proportion to
/// what is live. *Between* has its bounds. Go's upper bound is the goal
/// of its collector, which a short run may not reach. A JVM without
/// `-Xmx` stays between the bounds in 19 of 20 runs; only `-Xmx` makes
/// an upper bound certain.
///
/// *Fits* compares the bounds with your limit:
///
/// - *yes*: the upper bound is below the limit.
/// - *flag*: it fits only with a flag from the next table. A JVM needs
///   the flag also if more is live than a quarter of the limit, because
///   its heap gets no more by default.
/// - *perhaps*: the limit lies between the bounds.
/// - *no*: the lower bound is above the limit.
/// - *no stack*: the memory fits, but a callback cannot wait as deep as
///   your tasks.
///
/// *At most* is how many tasks fit without a flag, by the middle of the
/// bounds.
///
/// How much room garbage takes in the languages that you add with
/// `--with` is not measured. So they fit *perhaps* at the most.
///
/// With `--connections`, *peak* and all figures after it contain what
/// the kernel charges to the process for each socket, because a
/// container's limit counts it. Chapter 9 shows that on some systems
/// the kernel keeps more than it charges.
Estimates needs(Estimates parked, ServiceRuns garbage,
        ServiceRuns jvm) {
    return parked.with(garbage, jvm);
}

/// ## What a flag saves, and what CPU time it costs
///
/// The table has every architecture, whether you need a flag or not:
///
/// - *No flag* is the upper bound of its memory without a flag. The
///   first *GC* is the CPU time of its collector.
/// - *Flag* limits the heap, or in Go the whole process. *None*:
///   CPython frees garbage at once, and `-Xmx` would not limit the
///   stacks of platform threads.
/// - *With flag* is the upper bound with this flag. *GC with flag* is
///   the CPU time of its collector.
///
/// Why less memory costs CPU time: a collector with less room runs more
/// often, and each time it visits everything that is live. The CPU
/// times come from the scale model.
///
/// `-Xmx` is a hard limit: a JVM that needs more throws an
/// `OutOfMemoryError`. `GOMEMLIMIT` is a soft limit: Go exceeds it
/// rather than spend more than half of the CPU time on collecting. So
/// set `GOMEMLIMIT` 5 to 10 % below the container's limit ([GC
/// guide](https://go.dev/doc/gc-guide)).
Table flags(Estimates needs) {
    return ServiceTables.flags(needs);
}

/// ## Which architectures fit your limit
///
/// An architecture fits if its whole bar, from the lower to the upper
/// bound, lies left of the line of your limit.
XYChart against(Estimates needs) {
    return Charts.needs(needs);
}

/// ## Memory over the number of tasks
///
/// This is the same calculation for fewer tasks and for more, without
/// flags and with garbage in proportion. The more tasks there are, the
/// less the empty process counts. A line crosses your limit at the
/// number of tasks that just fit.
XYChart grows(Estimates needs) {
    return Charts.byTasks(needs);
}

/// ## Your guesses beside the estimate
///
/// Your second guess has an answer only if the bounds of the two
/// smallest architectures do not overlap.
List<Guess> youAndTheScale(Estimates needs, Prediction fitInOne,
        Prediction lightest) {
    var least = needs.least(lightest.answers());
    return List.of(
        Guess.of("goroutines in 1 GB", fitInOne,
            needs.fitting("goroutines", 1 << 30)),
        Guess.of("the lightest", lightest, least, needs.here(least)));
}

/// ## Which architecture to choose
///
/// The rule has two steps. First, keep the architectures whose upper
/// bound fits, with a flag if needed, and whose tasks can wait as deep
/// as yours. Second, take the one that needs the least memory. If the
/// bounds of another architecture overlap with those of the first, the
/// result is a tie.
///
/// The rule is about memory and nothing else. Which language your team
/// knows, which libraries exist and how much there is to compute are
/// not measured here, and may count for more.
String choice(Estimates needs) {
    return needs.reason();
}

/// ## The number to remember: what your service needs
///
/// The number belongs to your answers. Other answers give another
/// number.
Headline headline(Estimates needs) {
    return needs.headline().picture("against");
}

/// ## Try other services
///
/// The table has your service with other numbers of tasks. With few
/// tasks, the empty process decides; with many, the price of one task.
///
/// On the page of this chapter there are four sliders below the table.
/// Move them, and the page calculates another service at once, by the
/// rule above. It uses the costs that this chapter has found. Garbage is
/// left out, because its room is measured for your service alone: in
/// Java and Go the peak is higher. In a terminal, run the chapter again
/// with other numbers, for example with `--tasks 10000`.
Calculator otherServices(Service service, Costs costs,
        Weighings held) {
    return new Calculator(service, costs, held);
}

/// ## What the memory costs in a month
///
/// This is the price of the peak, without flags. Give your provider's
/// price for a GB and a month with `--price 2.50`. The table multiplies
/// this price by the bytes. A provider sells fixed sizes, for example
/// 0.5, 1 or 2 GB with processors, so round up.
Table month(Estimates needs, Offer offer) {
    return ServiceTables.prices(needs, offer);
}

/// ## Run your service with all its tasks
///
/// Measured: your whole service, with its tasks, depth, bytes and
/// garbage. A run is short. If your rate is too low to fill the heap
/// with garbage in this time, the run uses a higher rate. Java and Go
/// run twice, without a flag and with it. Platform threads and
/// callbacks are left out. What this machine cannot run is skipped, and
/// a line says so. (A quick run leaves out Java and Go without flags.)
/// The tasks that you add with `--with` are not run here.
///
/// With `--connections` as many real clients connect as your service
/// has tasks. Each is an open file: `ulimit -Hn` shows how many a
/// process may have. A service with more is not run: compare a smaller
/// one, for example with `--tasks 10000`.
///
/// Look at *peak*: the next table compares it with the prediction. We
/// expect the two to agree, because each further task costs the same
/// and the room for garbage is in proportion to what is live.
ServiceRuns tried(Scale scale, Service service, Estimates needs) {
    var go = service.program("chapter8.go", "chapter9.go");
    return scale.sizes(service.tasks())
        .with("depth", service.depth())
        .with("holding", service.holding())
        .with("allocating", service.kilobytes())
        .with("millis", service.millis())
        .quick("millis", service.millis() / 2)
        .java("virtual threads (-Xmx)",
            n -> serves(n, Thread.ofVirtual())).warmed()
            .flags(needs.heap("virtual threads"),
                "-XX:+ExitOnOutOfMemoryError")
            .takes(needs.mostWithFlag("virtual threads"))
        .java("virtual threads", n -> serves(n, Thread.ofVirtual()))
            .warmed().takes(needs.most("virtual threads")).unlessQuick()
        .go("goroutines", go)
            .takes(needs.most("goroutines")).unlessQuick()
        .go("goroutines", go).environment("GOMEMLIMIT",
            needs.goLimit()).takes(needs.mostWithFlag("goroutines"))
        .python("asyncio tasks",
            service.program("chapter8.py", "chapter9.py"))
            .takes(needs.most("asyncio tasks"))
        .clients(service.connected())
        .forks(1).watch().as(ServiceRuns::new);
}

/// ## Predicted and measured
///
/// The prediction comes from other processes: those of chapters 1 and 2
/// (with `--connections`: 9), and the scale model. Both figures are of
/// the process alone: what the kernel keeps for sockets is in neither.
/// It counts as right if the measured peak is within 15 % of it or
/// between its bounds. *Off* is how far the measured peak lies from the
/// prediction. For a JVM without `-Xmx` the bounds are wide, because
/// such a JVM decides by the times of its own collections how far its
/// heap grows.
List<Object> proof(Estimates needs, ServiceRuns tried) {
    var all = Trial.of(needs, tried);
    return List.of(ServiceTables.trials(all),
        Trial.agreement(0.15, all));
}

/// ## The same runs over time
///
/// Each line begins a second before all tasks of that process were
/// parked. When the clients start to make garbage, a line may climb
/// again, until its collector frees as much as the clients allocate.
XYChart watched(ServiceRuns tried) {
    return Charts.trace(tried.watched().from("parked", 1_000)
        .traces());
}

/// ## How many machines for millions of tasks
///
/// This table is calculated, not measured. It is for one million and
/// ten million waiting tasks, with one process on each machine. A fifth
/// of each machine is left to the system. The numbers include one
/// machine more than needed, so that one may fail. `--machine 32GB`
/// sets another size. The processes have no `GOMEMLIMIT`, and their
/// garbage grows with the tasks. A JVM needs `-Xmx` for a heap of this
/// size: by default it takes only a quarter of the machine.
///
/// The table is about memory alone. The memory for the sockets of
/// connections is in it only with `--connections`, and chapter 7 shows
/// that a system refuses platform threads far below these numbers.
/// Java's figure is the middle of its bounds: plan with the upper bound
/// or with `-Xmx`.
Table machines(Estimates needs, Offer offer) {
    return ServiceTables.machines(needs, offer, 1_000_000, 10_000_000);
}

/// ## Weigh a hundred idle tasks
///
/// Measured: the other extreme, the hundred API calls of the post. Each
/// task is idle at the top of its stack and holds nothing. Look at
/// *baseline*, the process without tasks, and at *process*, the same
/// process with its tasks. We expect the two to be close: a hundred
/// tasks weigh little, so nearly all of the memory is the runtime
/// itself. (A thorough run weighs a million tasks, too.)
Weighings hundred(Scale scale) {
    return scale.sizes(100).thorough(1_000_000)
        .with("depth", 0).with("holding", 0)
        .go("goroutines", "chapter8.go")
        .python("asyncio tasks", "chapter8.py")
        .weigh();
}

/// ## The verdict
///
/// Two claims of the post say what to choose. The first: for 100 API
/// calls Python costs 50 MB more than Go, and is worth it. We judge the
/// difference between the two processes. Most of it is the interpreter,
/// and the modules that Python loads before its first task.
///
/// The second: at millions of connections Python breaks the bank, and
/// Go does not. We judge a calculation for a million tasks. The claim
/// holds if Python takes more than Go at the top of the stack. If
/// Python takes more only when the tasks wait a hundred frames deep,
/// the claim holds only there. With `--connections` it is calculated
/// for a million connections. We do not judge what is too expensive
/// for you.
Verdicts verdict(Weighings hundred, Costs costs) {
    String go = "goroutines", python = "asyncio tasks";
    var top = costs.ratio(python, go, 1_000_000, 0);
    var deep = costs.ratio(python, go, 1_000_000, 100);
    return Judge.ofChapter(8).in("hundred")
        .by("choose-python", Measured.extra(
            Measured.whole(hundred, python, 100),
            Measured.whole(hundred, go, 100)))
        .note("Only the 50 MB are judged, not whether Python is worth "
            + "them. A smaller difference is an argument for "
            + "Python. The worth of libraries is not measured.")
        .in("costs")
        .when("choose-go", top.flatMap(r -> r.above(1)),
            costs.here(go) && costs.here(python),
            costs.beside(python, go, 1_000_000, 0))
        .onlyIf("The tasks wait 100 frames deep. "
                + costs.beside(python, go, 1_000_000, 100) + ".",
            deep.flatMap(r -> r.above(1)).orElse(false))
        .verdicts();
}

/// ## The ledger of all claims
///
/// The post is "The Memory Tax of Concurrency: Goroutines vs Python
/// asyncio" of 18 December 2025. The table has each of its claims with
/// its verdict. For chapters that you have run, the verdict comes from
/// your machine; the other verdicts come from our machine and are
/// marked as recorded. If two chapters judge the same claim, the later
/// chapter's verdict stands.
Ledger ledger(Results results, Verdicts verdict) {
    return results.ledger(verdict);
}

/// ## Judge the claims of another post
///
/// Write the claims into a file, one row for each claim. The option
/// `--claims mine.csv` judges them like those of the post:
///
///     statement,about,contender
///     A goroutine costs 4 KB,4 KB,goroutines
///
/// The file data/CLAIMS.md lists all columns.
UserVerdicts yours(Results results, UserClaims claims) {
    return claims.judged(results::all);
}

/// ## Your guesses in the whole workbook
///
/// The chart shows how far each guess of a size was off. The sentences
/// below it say what all your guesses have in common.
List<Object> yourGuesses(Guesses guesses) {
    return List.of(Charts.guesses(guesses), guesses.summary());
}

/// ## What to take to work
///
/// - Calculate the whole process: the empty process, what comes with
///   the first tasks, and for each task its stack and its bytes ("Your
///   service's memory without garbage").
/// - Add room for garbage. Go and Java need more than what is live;
///   CPython frees a buffer at once ("Measure how much room garbage
///   takes").
/// - Give a JVM its `-Xmx`. Its own choice, a quarter of the container,
///   may be too little or too much ("Your service's memory at its
///   peak").
/// - Less memory costs CPU time: a collector with less room runs more
///   often ("What a flag saves, and what CPU time it costs").
/// - Run the service at full size before you trust the calculation
///   ("Predicted and measured").
static List<?> takeToWork(long tasks, long frames, long held) {
    // wrong: the heap may grow to a quarter of the container
    var guessed = List.of("java", "-jar", "service.jar");

    // a quarter more than is live, and 16 MB for the JVM itself
    long live = tasks * (frames + held);
    var heap = "-Xmx" + ((live + live / 4 >> 20) + 16) + "m";
    // right: the heap has the size that was calculated
    var sized = List.of("java", heap, "-jar", "service.jar");
    return List.of(guessed, sized);
}

/// ## Easier: how many users fit into 256 MB?
///
/// A chat server has a virtual thread for each user. The thread waits
/// 30 frames deep for messages, and holds 8 KB. The container has 256
/// MB. The method `users` divides them by the 8 KB, so it leaves out
/// everything else that the process needs.
///
/// Edit the method `users`: return a number of users. You pass if the
/// server stays below 256 MB, and if it uses at least two thirds of
/// them. As it is now, the method is meant to fail the check. This
/// command runs only the exercises; with `--exercise easier` it runs
/// only this one:
///
///     ./jbang chapter8 --exercise
static int users() {
    return (256 << 20) / 8_192;
}

/// ## Do your users fit?
///
/// The check runs the server with your number of users, and weighs the
/// whole process. It is warmed. Its heap has no flags, and it makes no
/// garbage.
Check usersFit(Scale scale) {
    return Choice.of("virtual threads", "256 MB").checkTasks(
        scale.sizes(users()).with("depth", 30).with("holding", 8_192)
            .java("virtual threads", n -> start(n, Thread.ofVirtual()))
            .warmed().forks(2).weigh());
}

/// ## Exercise: the departure boards
///
/// Ten thousand boards in a city show the next departures. Each board
/// has a connection that stays open, and the service has a task for
/// each board. The task waits 30 frames deep for news of its line, and
/// holds 8 KB of timetable. The city pays for the memory that you
/// reserve, even if the service does not use it.
///
/// Edit the method `choose`: name an architecture and a limit. You pass
/// if the service stays below the limit, and if the limit is at most
/// one and a half times what the service takes. As it is now, the
/// choice is meant to fail the check.
static Choice choose() {
    return Choice.of("platform threads", "64 MB");
}

/// ## Does your choice fit its limit?
///
/// The check runs the service in the architecture that you chose, and
/// weighs the whole process. Virtual threads are warmed. The heaps have
/// no flags, and the service makes no garbage.
Check rightSize(Scale scale) {
    var yours = choose();
    return yours.check(scale.sizes(10_000)
        .with("depth", 30).with("holding", 8_192)
        .java("virtual threads", n -> start(n, Thread.ofVirtual()))
            .warmed()
        .java("platform threads", n -> start(n, Thread.ofPlatform()))
        .go("goroutines", "chapter8.go")
        .python("asyncio tasks", "chapter8.py")
        .alone(yours.architecture()).forks(2).weigh());
}

/// ## Harder: ten thousand boards in 140 MB
///
/// The city has 100 lines and 10,000 boards, and now it pays for 140 MB
/// only. Each board loads the timetable of its line, 8 KB, from a
/// database. Then it waits for news, which come as a letter from
/// `post`, and shows the timetable again.
///
/// Edit the method `display` until the service stays below 140 MB. The
/// database may be asked 100 times, once for each line. So it does not
/// help to load the timetables after the wait. As it is now, the method
/// is meant to fail the check.
static void display(Post post, Timetables tables) {
    for (int i = 0; i < post.tasks(); i++) {
        int board = i;
        Thread.startVirtualThread(() -> {
            byte[] table = tables.load(tables.line(board));
            var news = new CompletableFuture<Letter>();
            post.deliver(board, news::complete);
            tables.show(board, news.join(), table); // it waits here
            post.answer(board, news.join());
        });
    }
}

/// ## Check the service with ten thousand boards
///
/// The check weighs the whole process at its peak, in a JVM without
/// flags. All boards wait at the same time. Then their news come, and
/// each board has to show the timetable of its own line. The check
/// counts how often a timetable was loaded.
Check boardsFit(Scale scale) {
    var watched = scale.sizes(10_000)
        .java("your boards", n -> Timetables.of(n,
            (post, tables) -> display(post, tables)))
        .forks(2).proven().watch();
    return Check.of(watched.reports())
        .below("for the whole service", "B", 140 << 20,
            Measured.peak(watched, "your boards"))
        .look("Look at how many timetables there are while all wait.")
        .below("timetables loaded", "", 100, Measured.median(
            watched, "your boards", "timetables", "loads"))
        .look("Look at what happens when two boards of one line load "
            + "at the same time.");
}
