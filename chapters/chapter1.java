///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Chapter 1: idle tasks. What does waiting cost?
//JAVA 25+
//DEPS ../lib/Lib.java
//FILES chapter1.java
//FILES chapter1.go
//FILES chapter1.py
//FILES chapter11.erl
//FILES chapter11.ex
//FILES chapter11.kt
//FILES chapter11.mjs
//FILES chapter11.rb
//FILES chapter11.rs
//FILES solutions/chapter1_clients.java=solutions/chapter1_clients.java
//FILES solutions/chapter1_light.java=solutions/chapter1_light.java
//FILES solutions/chapter1_oneThread.java=solutions/chapter1_oneThread.java
//RUNTIME_OPTIONS --enable-native-access=ALL-UNNAMED
//RUNTIME_OPTIONS --sun-misc-unsafe-memory-access=allow
//RUNTIME_OPTIONS --limit-modules=java.se,jdk.httpserver,jdk.jshell,jdk.management,jdk.unsupported,jdk.zipfs
//RUNTIME_OPTIONS -XX:+UseSerialGC -Xmx160m -XX:TieredStopAtLevel=1 -Xlog:disable

import module java.base;

import memorytax.Notebook;
import memorytax.chart.Charts;
import memorytax.chart.Mechanisms;
import memorytax.child.Gate;
import memorytax.child.kit.*;
import memorytax.claim.*;
import memorytax.measure.plan.*;
import memorytax.measure.process.*;
import memorytax.measure.result.*;
import memorytax.notebook.Prediction;
import memorytax.record.Machine;
import memorytax.table.Tables;
import org.knowm.xchart.*;
import tech.tablesaw.api.*;

import static memorytax.Notebook.*; // for JShell: weigh, scale, show

/// # What does waiting cost?
///
/// A service that keeps ten thousand quiet connections open does no
/// work, but it uses memory. Each connection has a task, and a task
/// that waits keeps three things. It keeps a *frame* for each call that
/// has not returned yet: the local variables of the call, and the place
/// to return to. It keeps a record for its scheduler. And it has an
/// entry in the queue of what it waits for. This chapter *weighs* one
/// waiting task in Java, Go and Python: it measures how much memory the
/// task takes. The socket and the buffers of a connection take memory,
/// too, but they are not measured here.
///
/// A blog post started this workbook: "The Memory Tax of Concurrency:
/// Goroutines vs Python asyncio", of 18 December 2025. It says that an
/// idle task of asyncio, Python's library for concurrent tasks, costs
/// 20 KB. This chapter tests that number. The mistake to avoid is to
/// measure a whole process, and not to ask what else is in the number.
void main(String... args) throws Exception {
    Notebook.of(MethodHandles.lookup()).run(args);
}

/// ## Your machine
///
/// This chapter measures on your machine, now. Where it cannot measure,
/// it shows the result of our recorded run, and marks it as recorded.
/// Another version of the same language may give other numbers. So look
/// at the versions first, and write them beside every number that you
/// pass on.
///
/// *Huge pages* says when Linux may use pages of 2 MB instead of 4 KB.
/// With `always` it may do so everywhere, and memory grows in larger
/// steps. With `madvise` it may do so only where a program asks for it.
Machine machine(Scale scale) {
    return Machine.of(scale);
}

/// ## Start virtual threads that only wait
///
/// The method below is a *load*: code that starts the tasks to be
/// weighed. Where a task keeps its frames depends on what schedules it:
///
/// - A *platform thread* is a thread of the operating system. Its
///   frames are on a stack of its own.
/// - A *virtual thread* is scheduled by the JVM. When it waits, its
///   frames are moved to the heap.
/// - A *goroutine* is scheduled by Go's runtime. It has a stack of its
///   own, too, which starts small and grows.
/// - An *asyncio task* has no stack. Each call of an `async` function
///   is an object, a *coroutine*, which holds the frame of that call.
///
/// In every language, a task first calls `here`, to say that it runs.
/// Then it waits for a signal that all tasks share. The signal does not
/// come before the tasks have been weighed. `Gate`, a class of this
/// workbook, counts the calls and gives the signal. What a task waits
/// for can multiply its cost: "Weigh tasks by what they wait for"
/// measures that.
static Gate virtualThreads(int tasks) throws Exception {
    var gate = new Gate(tasks);
    for (int i = 0; i < tasks; i++)
        Thread.startVirtualThread(() -> {
            gate.here();     // this task runs
            gate.await();    // and now it waits
        });
    return gate.full();      // when every task has said that it runs
}

/// ## Start platform threads that only wait
///
/// Only the call that starts a thread differs. The JVM *reserves* a
/// range of addresses for the stack of each platform thread. On Linux
/// and macOS that is 1 MB with a processor from Intel or AMD, and about
/// 2 MB with an ARM processor: `java -XX:+PrintFlagsFinal -version`
/// shows your JVM's `ThreadStackSize`, in KB. Reserved addresses cost
/// no memory. The system adds a page of memory, usually 4 KB, when the
/// thread first touches it (reads or writes there). A thread that only
/// waits touches a few pages. So expect tens of KB and not 1 MB.
///
/// A load is `static`, because it does not run in this notebook. It
/// runs in a fresh JVM, which contains nothing but the load.
static Gate platformThreads(int tasks) throws Exception {
    var gate = new Gate(tasks);
    for (int i = 0; i < tasks; i++)
        Thread.ofPlatform().start(() -> {
            gate.here();
            gate.await();
        });
    return gate.full();
}

/// ## Schedule callbacks, which wait without a stack
///
/// How little can waiting cost? A *scheduled callback* is an entry in a
/// timer's queue. It holds what to do and when to do it, and has no
/// stack. This is not a fair comparison: a callback has not started,
/// while every other task here waits in the middle of its code.
/// Callbacks show the cost of a task that keeps its state, but no
/// frames.
static AutoCloseable scheduledCallbacks(int tasks) {
    var timer = new ScheduledThreadPoolExecutor(1);
    for (int i = 0; i < tasks; i++)
        timer.schedule(() -> { }, 1, TimeUnit.HOURS);
    return timer::shutdownNow;
}

/// ## Check the scale with a known weight
///
/// The *scale* is the part of this workbook that measures. It reads
/// processes from outside. *Resident* memory is the memory that a
/// process occupies in RAM, as the operating system says. Before we
/// believe the scale, we weigh something whose size we know. A process,
/// here a JVM, asks the system for pieces of memory of exactly 4 MB,
/// which is 4,194,304 bytes, and writes to every page of them.
///
/// Look at the error. We expect less than 1 %, because a page that was
/// touched is resident. The error is not quite zero: the C library
/// keeps a few bytes of its own beside each piece, and they take one
/// more page. This JVM runs with its interpreter only, because its
/// compilers would take memory during the measurement.
Calibration known(Scale scale) {
    return scale.calibrate();
}

/// ## Hold small objects of a known size
///
/// A task is much smaller than 4 MB. So we also weigh objects of 1,024
/// bytes in each language, as many objects as there will be tasks.
/// Their size is known, because each allocator takes exactly 1,024
/// bytes for such an object. Each object also has a place in a list: 8
/// bytes in Go and Python, 4 bytes in Java. So each object takes 1,032
/// bytes, and 1,028 bytes in Java.
static Object knownObjects(int objects) {
    var held = new byte[objects][];
    for (int i = 0; i < objects; i++)
        held[i] = new byte[1_008];   // and a header of 16
    return held;
}

/// ## Weigh the known objects
///
/// Each number of objects is weighed in several fresh processes:
/// *forks*. The columns:
///
/// - *Baseline*: the process while it is empty.
/// - *One more task*, here one more object: the *slope*, the bytes that
///   the process grows by with each further object. The ± is its *95 %
///   interval*, which says only how well the forks agree.
/// - *Over sizes*: the smallest and the largest slope between two
///   neighbouring numbers of tasks.
/// - *Charged*: resident memory, plus what the kernel holds for the
///   process.
/// - *Live*: what a full collection leaves in the heap. Python does not
///   report it, so there is a dash.
///
/// We expect little error in Python. In Go we expect 2 to 3 % more
/// resident memory, because the runtime keeps records about its heap.
/// In Java we expect an error of less than 1 % in the live bytes,
/// because the collector knows what is in use.
Weighings tried(Scale scale) {
    return scale.sizes(1_000, 10_000, 100_000)
        .quick(1_000, 10_000, 40_000)
        .java("objects in Java", n -> knownObjects(n))
        .go("objects in Go", "chapter1.go")
        .python("objects in Python", "chapter1.py")
        .forks(3).quickForks(2).weigh();
}

/// ## How far off the scale is
///
/// The table shows the error of each slope, and then the error between
/// two neighbouring numbers of objects. A process takes some memory for
/// itself while it fills, often several hundred KB. For each of 1,000
/// objects that is several hundred bytes, for each of 100,000 only a
/// few. So a cost that was weighed with few tasks carries a remark:
/// "too few tasks to trust the price".
///
/// In Go, resident memory includes the runtime's own records. A *span*
/// is a piece of the heap for objects of one size, here 8 objects in
/// 8 KB. Each span has a record of 160 bytes, which is 20 bytes for
/// each object. In Java, resident memory follows the size of the heap.
/// The heap grows in steps, and it may have free room before the
/// objects come.
Object errors(Weighings tried) {
    return Tables.errors(tried, Map.of("objects in Java", 1_028,
        "objects in Go", 1_032, "objects in Python", 1_032));
}

/// ## How many bytes does one waiting asyncio task need?
///
/// Think of a process in which ten thousand asyncio tasks wait already.
/// One more task comes: by how many bytes does the process grow?
///
/// The post says 20 KB. Say your number before you go on. You remember
/// a number that you guessed wrong.
Prediction perTask() {
    return Prediction.bytes();
}

/// ## Which task is the most expensive?
///
/// Three processes compete: a JVM with virtual threads, a Go process
/// with goroutines, and a Python process with asyncio tasks. Which of
/// them grows most with one more task? Platform threads are left out:
/// they would make it too easy.
///
/// The JVM is *warmed*: its code is compiled. It has started and ended
/// 60,000 virtual threads before it is weighed. With the flag `-Xbatch`
/// it waits for its compilers, so its tasks run compiled code even when
/// the machine is busy. "Weigh a JVM that has run for a while" does
/// without that flag.
Prediction dearest() {
    return Prediction.oneOf(
        "virtual threads (warmed)", "goroutines", "asyncio tasks");
}

/// ## Weigh the idle tasks
///
/// What is weighed: each fork while it is empty, and again when all its
/// tasks have said that they run. Contenders take turns, so a machine
/// that slows down affects all of them alike. Virtual threads compete
/// twice: warmed, and *cold*, in a JVM that has just started.
///
/// Look at *one more task*, then at *over sizes*. The cost changes with
/// the number of tasks when Python enlarges its tables, when a heap
/// grows by a step, and when a cold JVM compiles its code while the
/// tasks start. Platform threads are weighed up to 10,000 only: two
/// sizes have one slope between them, so there is a dash.
///
/// We expect callbacks to cost least, because they have no stack, and
/// platform threads to cost most: each has a stack outside the heap,
/// and a second one in the kernel. A container's limit counts what is
/// *charged*, so it counts that second stack as well.
///
/// Do you want to compare other languages? `--with node,tokio` adds the
/// tasks of chapter 11 that you name: `node`, `tokio`, `kotlin`,
/// `erlang`, `elixir` or `ruby`. In the code they are the `guests`.
Weighings weighed(Scale scale) {
    return scale.sizes(1_000, 10_000, 100_000).thorough(1_000_000)
        .java("virtual threads", n -> virtualThreads(n))
        .java("virtual threads (warmed)", n -> virtualThreads(n))
            .warmed()
        .java("platform threads", n -> platformThreads(n)).upTo(10_000)
        .java("scheduled callbacks", n -> scheduledCallbacks(n))
        .go("goroutines", "chapter1.go")
        .python("asyncio tasks", "chapter1.py")
        .guests()
        .weigh();
}

/// ## How memory grows with the number of tasks
///
/// On both axes, each labelled value is ten times the one before. A
/// cost that is the same for every task is a straight line, and a more
/// expensive task has a higher line. The empty process is left out: it
/// is paid once. In an empty JVM, some 20 MB are pages of files that
/// all JVMs on a machine share.
XYChart growth(Weighings weighed) {
    return Charts.growth(weighed);
}

/// ## What one more task costs
///
/// The cost of a task is a *slope*: the bytes that the process grows by
/// with each further task. It is not the whole process divided by its
/// tasks: "A third mistake: divide a process by its tasks" shows what
/// comes of that.
///
/// *Charged* is what you pay: it includes the heap's room for garbage.
/// *Live* is what your tasks need. In Java, live leaves out the stacks
/// of platform threads, and counts little more than their `Thread`
/// objects. In Go, live includes whole stacks, also the part that was
/// never touched.
///
/// A virtual thread keeps only the frames that it needs. A platform
/// thread has four parts outside the heap: the touched pages of its
/// stack; the JVM's record of it; a stack in the kernel, 16 KB on
/// Linux; and the kernel's page tables, which say where each page is.
/// We looked into one JVM: there the stack of a thread that only waits
/// had three touched pages, 12 KB. Interpreted code touches more pages
/// than compiled code.
XYChart share(Weighings weighed) {
    return Charts.share(weighed);
}

/// ## Four sizes of the same task
///
/// "How large is a task?" has four answers. *Reserved* are addresses
/// that the process has asked for. They take no memory until the
/// process writes to them. *Resident* is the memory in use, *charged*
/// adds what the kernel holds, and *live* is what a full collection
/// leaves in the heap. A size that was not measured, or that does not
/// grow with the tasks, has no row.
///
/// Compare a platform thread with the others. The sentence "A thread
/// takes 1 MB" means its reserved addresses. The stack of a platform
/// thread is outside the heap, so the thread's live bytes say almost
/// nothing about its cost. Its second stack, in the kernel, is charged
/// and not resident.
XYChart fourSizes(Weighings weighed) {
    return Charts.quantities(weighed, "platform threads",
        "virtual threads (warmed)", "goroutines");
}

/// ## Were your guesses right?
///
/// Here are your answers beside the slopes above. A size within 25 % is
/// close enough. The most expensive task is named only if the intervals
/// of the two most expensive tasks do not overlap.
List<Guess> youAndTheScale(Weighings weighed, Prediction perTask,
        Prediction dearest) {
    var python = Measured.task(weighed, "asyncio tasks");
    var most = weighed.dearest(dearest.answers());
    return List.of(
        Guess.of("one asyncio task", perTask, python),
        Guess.of("the most expensive of three", dearest, most,
            weighed.here(most)));
}

/// ## The number to remember: one asyncio task
///
/// This is the slope of the asyncio tasks, from the cell "Weigh the
/// idle tasks".
Headline headline(Weighings weighed) {
    return Headline.of(weighed.slope("asyncio tasks"), """
        for one asyncio task that waits for a shared signal.
        The post that started this workbook says 20 KB.""")
        .picture("besideThePost");
}

/// ## Virtual threads in a cold and in a warmed JVM
///
/// The chart shows the same virtual threads before and after the JIT
/// compiler has compiled their code. A method that is not compiled yet
/// runs in the interpreter, whose frames are larger. When a virtual
/// thread *parks* (stops and waits), its frames are moved to the heap
/// as they are. So a virtual thread that parks in interpreted code
/// keeps more bytes.
///
/// A cold JVM compiles while its tasks start. Early tasks are larger
/// than later ones, so the cost of a cold task has a wide interval.
/// Look at the interval first, then at the cost. Two people can both
/// measure correctly and still disagree. So say whether the JVM was
/// cold or warmed.
XYChart coldOrWarm(Weighings weighed) {
    return Charts.beside(
        weighed.slope("virtual threads"),
        weighed.slope("virtual threads", Quantity.LIVE),
        weighed.slope("virtual threads (warmed)"),
        weighed.slope("virtual threads (warmed)", Quantity.LIVE));
}

/// ## Start all tasks five times in one JVM
///
/// Until now each JVM was weighed while its heap grew for the first
/// time. But the heap of a running service has often held just as many
/// tasks before. So here a JVM without any flags starts all its tasks
/// (a *crowd*) and ends them. It does so four times. Then it starts a
/// fifth crowd, and is weighed.
static Gate fifthCrowd(int tasks) throws Exception {
    for (int crowd = 1; crowd < 5; crowd++)
        virtualThreads(tasks).close();
    return virtualThreads(tasks);
}

/// ## Weigh a JVM that has run for a while
///
/// What is weighed: virtual threads in a JVM that has had four crowds
/// of them. This JVM stands for a service in steady use. Look at the
/// intervals of resident and of live, which the next cell draws. We
/// expect live bytes near those of warmed threads, because most code is
/// compiled by now. We expect a wide interval for resident, because
/// earlier crowds have left garbage in the heap. (A quick run leaves
/// this cell out.)
Weighings fifth(Scale scale) {
    return scale.sizes(60_000, 120_000)
        .java("virtual threads (fifth crowd)", n -> fifthCrowd(n))
            .unlessQuick()
        .forks(3).weigh();
}

/// ## Resident memory in a new heap and in a used one
///
/// Resident memory depends on the heap: on its history, its limit and
/// its collector. After a crowd has ended, its objects stay in the heap
/// as garbage until there is a reason to collect them. So two forks
/// with the same tasks can have heaps of different sizes. Chapter 8
/// gives the JVM a reason to collect, with `-Xmx`.
///
/// Live memory depends on the tasks, and on how much of their code is
/// compiled. Where its interval is wide, some forks have probably not
/// compiled all of it yet. Where two intervals overlap, these forks do
/// not show which of the two costs less.
XYChart steady(Weighings weighed, Weighings fifth) {
    var warmed = "virtual threads (warmed)";
    var last = "virtual threads (fifth crowd)";
    return Charts.beside(
        weighed.slope(warmed), weighed.slope(warmed, Quantity.LIVE),
        fifth.slope(last), fifth.slope(last, Quantity.LIVE));
}

/// ## The backpack: what a waiting task keeps
///
/// Each runtime counts the objects of one waiting task: the JVM by a
/// histogram of its classes, Go by the counts of its allocator, Python
/// by going through its objects. Look at the largest parts. We expect:
///
/// - Java: a `StackChunk`, the heap object with the frames of a virtual
///   thread that waits; and the `VirtualThread` itself.
/// - Go: the stack; `g`, the runtime's record of a goroutine; and
///   `sudog`, its entry in the queue of a channel.
/// - Python: a coroutine object for each call, with its frame inside; a
///   `Task`, which the loop runs; and the `Future` that it waits for.
Backpacks backpack(Scale scale) {
    return scale.sizes(50_000).quick(20_000)
        .java("virtual threads (warmed)", n -> virtualThreads(n))
            .warmed()
        .java("scheduled callbacks", n -> scheduledCallbacks(n))
        .go("goroutines", "chapter1.go")
        .python("asyncio tasks", "chapter1.py")
        .parts();
}

/// ## Do the parts add up to the cost?
///
/// The parts are counted from inside, the slope is measured from
/// outside. Where the two agree, nothing was forgotten. The rest is
/// shown as "not accounted for". For Java, compare the parts with
/// *live* in "Weigh the idle tasks": resident also has free room in the
/// heap.
///
/// Frames explain most of the differences between the tasks. A virtual
/// thread's frames are copied into a `StackChunk` that is just large
/// enough. An asyncio task has two coroutines here, `wait` and
/// `Event.wait`. A callback has no frames. A goroutine has a whole
/// stack, however little of it is used. The stack must be one piece of
/// memory, and a call must find room on it at once. So Go's smallest
/// stack has 2 KB, and the next one twice as much (chapter 2).
XYChart addsUp(Backpacks backpack, Weighings weighed) {
    return Charts.backpack(backpack, weighed);
}

/// ## One task beside the 20 KB of the post
///
/// Here the same tasks are drawn to scale. The outline at the top is as
/// long as the 20 KB that the post says. Each bar below it is as long
/// as what was weighed for one task. How many bars would fit into the
/// outline?
XYChart besideThePost(Backpacks backpack, Weighings weighed) {
    return Mechanisms.besideClaim("the post", 20 * 1_024,
        backpack, weighed, "asyncio tasks", "goroutines",
        "virtual threads (warmed)", "scheduled callbacks");
}

/// ## What each part of a task is
///
/// The tables say what each part in the chart is, and how many bytes it
/// takes in one task. The names are those of the runtimes' own source
/// code. The file data/parts.csv says where in the source each part is
/// defined.
List<Table> partNames(Backpacks backpack) {
    return Tables.partNames(backpack);
}

/// ## How a virtual thread waits
///
/// A virtual thread that runs has its frames on the stack of a platform
/// thread, its *carrier*. When it parks, the JVM copies the frames into
/// a `StackChunk` on the heap, and the carrier is free for other
/// threads. When it goes on, the JVM copies the frames back, a few at a
/// time, to the stack of any carrier that is free.
///
/// So a virtual thread that waits has no stack of its own. It keeps the
/// bytes of its frames, and a few small objects that know its state and
/// where to go on.
XYChart parkedThread(Backpacks backpack) {
    return Mechanisms.parkedThread(backpack,
        "virtual threads (warmed)");
}

/// ## Three more ways to wait
///
/// Until now every task waited for one signal that all tasks share.
/// Here a task waits for something else: for nothing (it is parked, and
/// nothing will wake it), for a timer, or for an element in a queue of
/// its own.
///
/// The programs in Go and Python (chapter1.go, chapter1.py) have the
/// same three. To wait for nothing is `select {}` in Go, and a bare
/// future in Python. In Java, `Waiting` takes the place of `Gate`:
/// `Waiting.of` returns when the state of every thread says that it
/// waits. An array references the queues, as the code that fills a
/// queue does in a service. Without any reference, the JIT compiler
/// would leave out most of a queue.
static Waiting waiting(int tasks, String what) throws Exception {
    var queues = new AtomicReferenceArray<Queue<?>>(
        what.equals("queue") ? tasks : 0);
    var next = new AtomicInteger();
    return Waiting.of(tasks, switch (what) {
        case "nothing" -> () -> LockSupport.park();
        case "timer" -> () -> Thread.sleep(Duration.ofHours(1));
        default -> () -> {
            var queue = new ArrayBlockingQueue<>(1);
            queues.set(next.getAndIncrement(), queue);
            queue.take();
        };
    });
}

/// ## Which task is the most expensive with a queue?
///
/// Each task gets a queue of its own with room for one element: an
/// `ArrayBlockingQueue`, a channel, an `asyncio.Queue`. The task waits
/// for an element, and none comes.
///
/// Which process now grows most with one more task? The virtual threads
/// are warmed, as before.
Prediction withAQueue() {
    return Prediction.oneOf("virtual threads (own queue)",
        "goroutines (own queue)", "asyncio tasks (own queue)");
}

/// ## Weigh tasks by what they wait for
///
/// What is weighed: idle tasks in fresh processes, as before. Virtual
/// threads are warmed. Only what the tasks wait for differs. Go has one
/// more wait, for a queue or a *context*, which is Go's way to cancel:
/// a goroutine that waits only for a queue cannot be cancelled while
/// the queue stays empty. In Java and in Python, each of these waits
/// can be cancelled.
///
/// Look at how far the cost moves within one language. Each wait has
/// objects of its own. Beside a goroutine's stack of 2 KB they are a
/// small part, beside a smaller task a large one. So we expect the cost
/// to move least in Go. A quick run weighs the queues alone.
Weighings awaited(Scale scale) {
    return scale.sizes(1_000, 10_000, 100_000)
        .quick(1_000, 10_000).forks(3).quickForks(2)
        .java("virtual threads (nothing)", n -> waiting(n, "nothing"))
            .warmed().unlessQuick()
        .java("virtual threads (timer)", n -> waiting(n, "timer"))
            .warmed().unlessQuick()
        .java("virtual threads (own queue)", n -> waiting(n, "queue"))
            .warmed()
        .go("goroutines (nothing)", "chapter1.go").unlessQuick()
        .go("goroutines (timer)", "chapter1.go").unlessQuick()
        .go("goroutines (own queue)", "chapter1.go")
        .go("goroutines (queue or context)", "chapter1.go")
            .unlessQuick()
        .python("asyncio tasks (nothing)", "chapter1.py").unlessQuick()
        .python("asyncio tasks (timer)", "chapter1.py").unlessQuick()
        .python("asyncio tasks (own queue)", "chapter1.py")
        .weigh();
}

/// ## What each wait costs
///
/// There is one group of bars for each wait. Compare goroutines with
/// asyncio tasks, from group to group: which of the two is more
/// expensive can depend on the wait. The bars for a shared signal come
/// from the cell "Weigh the idle tasks".
XYChart waits(Weighings weighed, Weighings awaited) {
    return Charts.groups(
        Group.of("nothing", awaited, "virtual threads (nothing)",
            "goroutines (nothing)", "asyncio tasks (nothing)"),
        Group.of("a shared signal", weighed,
            "virtual threads (warmed)", "goroutines", "asyncio tasks"),
        Group.of("a timer", awaited, "virtual threads (timer)",
            "goroutines (timer)", "asyncio tasks (timer)"),
        Group.of("a queue of its own", awaited,
            "virtual threads (own queue)", "goroutines (own queue)",
            "asyncio tasks (own queue)"),
        Group.of("own queue or a context", awaited,
            "goroutines (queue or context)"));
}

/// ## Was your guess about the queue right?
///
/// Here is your answer beside the bars above.
List<Guess> youAndTheQueue(Weighings awaited, Prediction withAQueue) {
    var most = awaited.dearest(withAQueue.answers());
    return List.of(Guess.of("the most expensive with a queue",
        withAQueue, most, awaited.here(most)));
}

/// ## What a task with its own queue keeps
///
/// Each runtime counts the parts of such a task, as in "The backpack:
/// what a waiting task keeps". Look at what has been added. We expect
/// the objects of the queue, and in Java a larger `StackChunk`: `take`
/// makes more calls before the thread parks. (A quick run leaves out
/// Java.)
Backpacks queues(Scale scale) {
    return scale.sizes(20_000)
        .java("virtual threads (own queue)", n -> waiting(n, "queue"))
            .warmed().unlessQuick()
        .go("goroutines (own queue)", "chapter1.go")
        .python("asyncio tasks (own queue)", "chapter1.py")
        .parts();
}

/// ## Why a queue costs so much in Python
///
/// Python: an `asyncio.Queue` makes four deques, one for its elements
/// and three for tasks that wait: to get, to put, or until all elements
/// are processed. A new deque reserves 64 places, even if it stays
/// empty. A task that waits for one answer needs no queue: a future is
/// enough. Such a task is the one that waits for "nothing" in "What
/// each wait costs": it waits for a bare future.
///
/// Go: the queue adds a channel. The stack of 2 KB stays as it is.
///
/// Java: a `StackChunk` holds the frames of all calls down to the one
/// that parks the thread, so more calls mean more bytes. An
/// `ArrayBlockingQueue` adds an array, a lock and two conditions.
///
/// A timer adds an entry to the runtime's timers, and in Python also
/// the coroutine of `sleep`.
XYChart inAQueue(Backpacks queues, Weighings awaited) {
    return Charts.backpack(queues, awaited);
}

/// ## What each new part of such a task is
///
/// These parts were not in the tasks that wait for a shared signal.
/// Compare the languages: in Go the queue is one object, in Java and in
/// Python it is several.
List<Table> queueParts(Backpacks queues, Backpacks backpack) {
    return Tables.partNames(queues, backpack);
}

/// ## Weigh two mistakes
///
/// The first mistake is to look too early. `create_task` only puts a
/// task into a queue: the task has not run, does not wait, and has not
/// made the objects that it needs for waiting. This is why the scale
/// does not weigh before all tasks run.
///
/// The second mistake is to ask the process about itself. Go's
/// `MemStats.Alloc` counts the heap, and the stack of a goroutine is
/// not in it. Look at the column *live*: in the row
/// `goroutines (MemStats)` it is this counter.
///
/// We expect both numbers to be too low. A third mistake, after these
/// two, gives a number that is too high.
Weighings wrong(Scale scale) {
    return scale.sizes(10_000, 100_000)
        .python("asyncio tasks (not yet run)", "chapter1.py")
        .go("goroutines (MemStats)", "chapter1.go")
        .forks(3).quickForks(2).weigh();
}

/// ## The two mistakes beside the right numbers
///
/// Each mistake stands above the right number. A task that has not run
/// has no coroutine of `Event.wait` and no future yet. `Alloc` leaves
/// out the largest part of a goroutine, its stack.
XYChart wrongAndRight(Weighings wrong, Weighings weighed) {
    return Charts.beside(
        wrong.slope("asyncio tasks (not yet run)"),
        weighed.slope("asyncio tasks"),
        wrong.slope("goroutines (MemStats)", Quantity.LIVE),
        weighed.slope("goroutines"));
}

/// ## A third mistake: divide a process by its tasks
///
/// The third mistake is to weigh one process and to divide by its
/// tasks. Each line is such a division, for a growing number of tasks.
/// Look where the line of the asyncio tasks crosses the post's 20 KB.
///
/// The empty process is in every division: the interpreter or the JVM,
/// its libraries, its files. With few tasks the division shows the
/// empty process and hardly any task. With many tasks the line falls
/// towards the slope. So the same program gives any number you like.
///
/// The post does not say how its 20 KB were measured. This is one way
/// to get them.
XYChart divided(Weighings weighed) {
    return Charts.divided(weighed, 20 << 10, "the post",
        "asyncio tasks", "goroutines", "virtual threads (warmed)");
}

/// ## How the post's claims are judged
///
/// The post's claims do not say what an idle task waits for. So they
/// are judged for tasks that wait for a shared signal. The verdicts
/// add the result for tasks that each wait for a queue of their own.
static Judge judged(Weighings weighed, Weighings awaited) {
    var go = "goroutines";
    var python = "asyncio tasks";
    var goes = Measured.whole(weighed, go, 10_000);
    var pythons = Measured.whole(weighed, python, 10_000);
    var queue = " (own queue)";
    var goQueues = Measured.whole(awaited, go + queue, 10_000);
    var pyQueues = Measured.whole(awaited, python + queue, 10_000);
    return Judge.ofChapter(1).in("weighed")
        .waits("a shared signal", "a queue of its own")
        .by("go-task", Measured.task(weighed, go))
        .other(Measured.task(awaited, go + queue))
        .by("go-10k", goes).other(goQueues).published(go, 10_000)
        .by("py-task", Measured.task(weighed, python))
        .other(Measured.task(awaited, python + queue))
        .by("py-10k", pythons).reachedWith(weighed, python)
        .other(pyQueues).published(python, 10_000)
        .by("ratio-10k", Measured.ratio(pythons, goes))
        .reachedHolding(pythons, goes, 10_000)
        .other(Measured.ratio(pyQueues, goQueues));
}

/// ## The verdict
///
/// Each claim of the post about idle tasks is compared with what was
/// measured, and with what others have published. A claim with a range
/// is judged by that range, a claim with "about" by 20 % either way.
/// The ranges come from the post's own figures (data/claims.csv), and
/// no measurement changes them. A KB is 1,024 bytes.
///
/// The post may have weighed tasks that were not idle. For its main
/// claim, 8–10× the memory of Go, the verdict says how much more each
/// asyncio task would have to hold.
Verdicts verdict(Weighings weighed, Weighings awaited,
        Backpacks backpack) {
    return judged(weighed, awaited)
        .by("go-base", Measured.empty(weighed, "goroutines"))
        .by("py-base", Measured.empty(weighed, "asyncio tasks"))
        .keeps("py-free-threading", weighed,
            "asyncio tasks (free-threaded)", "asyncio tasks")
        .in("backpack")
        .by("go-stack-2k",
            Measured.part(backpack, "goroutines", "stack"))
        .carries("py-frames", backpack, "asyncio tasks", "dict",
            "The frames are there: inside the coroutines.")
        .verdicts();
}

/// ## Your guesses in all chapters
///
/// The chart shows every size that you have guessed so far. On the
/// diagonal, your guess equals the measurement. A guess to the right of
/// the diagonal was too high, a guess to the left too low. Both axes
/// grow tenfold from line to line, so the distance from the diagonal
/// says how many times a guess was off. Later chapters add their
/// guesses. Below the chart stands what your guesses have in common, as
/// soon as there are three.
List<Object> yourGuesses(Guesses guesses) {
    return List.of(Charts.guesses(guesses), guesses.summary());
}

/// ## What to take to work
///
/// - Weigh two numbers of tasks and take the slope. Do not divide one
///   process by its tasks ("What one more task costs").
/// - Give each call that waits a virtual thread. A platform thread that
///   waits keeps a stack, and a second one in the kernel ("What one
///   more task costs").
/// - In Python, wait for one answer with a future. A queue reserves
///   places that stay empty ("Why a queue costs so much in Python").
/// - Pass on a number together with what the task waits for ("What each
///   wait costs"), and say whether the JVM was cold or warmed ("Virtual
///   threads in a cold and in a warmed JVM").
/// - Weigh from outside, and only when every task has said that it
///   waits ("The two mistakes beside the right numbers").
static void takeToWork(List<Callable<String>> calls) throws Exception {
    // wrong: each call that waits keeps a platform thread
    try (var threads = Executors.newCachedThreadPool()) {
        threads.invokeAll(calls);
    }
    // right: each call that waits keeps a virtual thread
    try (var tasks = Executors.newVirtualThreadPerTaskExecutor()) {
        tasks.invokeAll(calls);
    }
}

/// ## Easier: thousands of tasks and few threads
///
/// Now it is your turn. Four thousand tasks each wait for a letter, as
/// a service waits for its clients. A task tells `post` where to
/// deliver its letter, waits, and answers the letter. Here `post` is a
/// post office, not the blog post. The pool below starts one platform
/// thread for each task.
///
/// Edit the method `clients` until the process has at most 100 more
/// threads while all tasks wait. One more task may need at most 4 KB
/// live. As it is now, the method is meant to fail the check. After a
/// check there are hints, one at a time, and our solution. This command
/// runs only the exercises, as often as you like; with
/// `--exercise easier` it runs only this one:
///
///     ./jbang chapter1 --exercise
static void clients(Post post) {
    var pool = Executors.newCachedThreadPool();
    for (int i = 0; i < post.tasks(); i++) {
        int task = i;
        pool.execute(() -> {
            var letter = new CompletableFuture<Letter>();
            post.deliver(task, letter::complete);
            post.answer(task, letter.join());    // it waits here
        });
    }
}

/// ## Check that there are at most 100 more threads
///
/// The check counts the threads of the process from outside. Virtual
/// threads do not count: the system does not know them.
///
/// The letters are sent after all tasks are weighed. Each letter has to
/// be answered by the task that it was sent to. A pool with a fixed
/// number of threads fails: as many tasks as threads wait for their
/// letters, and all other tasks have not begun.
Check fewThreads(Scale scale) {
    return Check.of(scale.sizes(1_000, 4_000)
            .java("your clients",
                n -> Post.of(n, post -> clients(post)))
            .forks(3).proven().weigh())
        .threads(100)
        .live(4_096);
}

/// ## Exercise: wait with at most 300 bytes
///
/// Now ten thousand tasks each wait for a letter from `post`, and
/// answer it. Below, each task is a virtual thread: few threads of the
/// system are needed, but every task keeps a stack while it waits.
///
/// Edit the method `light` until one more waiting task needs at most
/// 300 bytes live. As it is now, the method is meant to fail the check.
static void light(Post post) {
    for (int i = 0; i < post.tasks(); i++) {
        int task = i;
        Thread.startVirtualThread(() -> {
            var letter = new CompletableFuture<Letter>();
            post.deliver(task, letter::complete);
            post.answer(task, letter.join());    // it waits here
        });
    }
}

/// ## Check that a task needs at most 300 bytes
///
/// The letters are sent after all tasks are weighed. A task that does
/// not wait, or that has forgotten its number, fails the check then.
///
/// The check also allows at most a hundred more threads: the stack of a
/// platform thread is not in the live heap, but it costs memory.
Check lightEnough(Scale scale) {
    return Check.of(scale.sizes(2_000, 10_000)
            .java("your tasks", n -> Post.of(n, post -> light(post)))
            .proven().weigh())
        .live(300)
        .threads(100);
}

/// ## Harder: one thread for all tasks
///
/// Ten thousand tasks each wait for a letter from `post` once more.
/// Below, one platform thread waits for each letter. Several threads
/// deliver the letters, as from a network.
///
/// Edit the method `oneThread` until a single thread answers all ten
/// thousand letters. As it is now, the method is meant to fail the
/// check.
static void oneThread(Post post) {
    for (int i = 0; i < post.tasks(); i++) {
        int task = i;
        Thread.ofPlatform().start(() -> {
            var letter = new CompletableFuture<Letter>();
            post.deliver(task, letter::complete);
            post.answer(task, letter.join());    // it waits here
        });
    }
}

/// ## Check that one thread answers all letters
///
/// The check sees which thread answers each letter: it must be the same
/// one for all letters. The process may have up to twenty more threads,
/// because a JVM may start some of its own while it works. The limit on
/// live bytes rules out ten thousand virtual threads that wait and let
/// another thread answer.
Check onlyOne(Scale scale) {
    return Check.of(scale.sizes(2_000, 10_000)
            .java("your thread",
                n -> Post.of(n, 1, post -> oneThread(post)))
            .proven().weigh())
        .threads(20)
        .live(300);
}
