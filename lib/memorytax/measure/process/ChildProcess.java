package memorytax.measure.process;

import memorytax.child.Child;
import memorytax.child.Message;
import memorytax.child.Trick;
import memorytax.measure.result.Counted;
import memorytax.measure.result.Reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// One weighed process and its life: started, spoken to, ended. It is never trusted and never outlives us.
public final class ChildProcess implements AutoCloseable {
    /// What a mark has that asks for a reading.
    public static final String WEIGH = "weigh";
    static final String GONE = "the process disappeared", INTERRUPTED = "the run was interrupted";
    private static final Duration LEAVE = Duration.ofMillis(500);
    private static final Set<ChildProcess> ALIVE = ConcurrentHashMap.newKeySet();

    static {
        // Ctrl-C and SIGTERM come this way; after a SIGKILL the child notices that its stdin has closed
        Runtime.getRuntime().addShutdownHook(new Thread(() -> ALIVE.forEach(ChildProcess::kill)));
    }

    private final Process process;
    private final ChildOutput ears;
    private final boolean signed;
    private final String yours;
    private final Kin kin;
    /// Not there at once: whoever ends us meanwhile finds none, and the rest of the children all the same.
    private volatile Optional<Cgroup> group = Optional.empty();
    private boolean left;
    private List<ProcessHandle> family = List.of();

    private ChildProcess(Process process, Launch launch, Kin kin) {
        this.process = process;
        this.kin = kin;
        signed = launch.isSigned();
        yours = launch.yours();
        ALIVE.add(this);
        group = Cgroup.of(process.pid()); // first of all: what it takes before that is charged to us
        Linux.endsBeforeUs(process.pid());
        var token = signed ? String.format("%08x", ThreadLocalRandom.current().nextInt()) : "";
        try {
            ears = new ChildOutput(process, token, yours);
        } catch (OutOfMemoryError e) {
            kill(); // nobody could listen to it
            throw e;
        }
        if (signed) write(token);
    }

    /// By stdin, which the process reads before anything else: what is in its environment or in its arguments can be
    /// read by all that runs in it.
    private void write(String token) {
        try {
            process.getOutputStream().write((token + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            // it has ended already, which is told when it is expected to say something
        }
    }

    /// Starts it; both its streams are read from now on.
    ///
    /// @throws Died when there is no such program, or it cannot have such flags
    public static ChildProcess start(Launch launch) throws Died {
        var flaw = launch.isSigned() ? Jvm.flaw(launch) : Optional.<String>empty();
        if (flaw.isPresent()) throw new Died(flaw.get(), Optional.of(Trick.FLAGS));
        var builder = new ProcessBuilder(Cgroup.wrapped(launch.command()));
        var environment = builder.environment();
        // options meant for others would change the runtime that is weighed
        environment.keySet().removeAll(
            Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "GOGC", "GOMEMLIMIT", "GODEBUG",
                "GOMAXPROCS", "MALLOC_ARENA_MAX", "GLIBC_TUNABLES"));
        environment.putAll(launch.environment());
        var kin = Kin.fresh();
        environment.put(Kin.VARIABLE, kin.word());
        try {
            return new ChildProcess(Starting.of(builder), launch, kin);
        } catch (IOException | OutOfMemoryError e) { // where the system gives no more threads
            throw new Died("the process could not be started: " + e.getMessage());
        }
    }

    /// By which it is weighed.
    public long pid() {
        return process.pid();
    }

    /// The control group that is its own, where there is one.
    public Optional<Cgroup> group() {
        return group;
    }

    /// Looks at it, page by page, once it is at rest.
    public Reading read() throws Died {
        return Host.count(pid(), group).orElseThrow(() -> died(GONE));
    }

    /// Says something to it.
    ///
    /// @throws Died when it is gone
    public void send(Message words) throws Died {
        try {
            process.getOutputStream().write((words + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw died("the process no longer reads its input");
        }
    }

    /// Waits for the child to say `verb`. In the meantime `look` is called as often as `every` says, and `mark` hears
    /// each `MARK`; a child that asked to be weighed with one is told when that is done. Whatever else it says has no
    /// place here, and ends the conversation: a word that is passed over is a reading that is lost.
    public Message expect(String verb, Duration deadline, Duration every, Runnable look, Consumer<Message> mark)
        throws Died {
        long now = System.nanoTime(), end = now + deadline.toNanos(), next = now + every.toNanos();
        for (; now < end; now = System.nanoTime()) {
            var words = ears.next(Math.max(0, next - now));
            if (Thread.currentThread().isInterrupted()) throw new Died(INTERRUPTED);
            if (System.nanoTime() >= next) { // by the clock: a child that talks all the time is looked at, too
                look.run();
                next = System.nanoTime() + every.toNanos();
            }
            if (words.isEmpty()) {
                check();
                if (ears.deaf()) throw died("the process closed its output");
            } else if (words.get().verb().equals(verb)) {
                return words.get();
            } else {
                take(words.get(), verb, mark);
            }
        }
        throw new Died("the process did not say " + verb + " within " + deadline.toSeconds() + " s"
            + ears.lastWords());
    }

    private void take(Message words, String expected, Consumer<Message> mark) throws Died {
        switch (words.verb()) {
            case "MARK" -> {
                mark.accept(words);
                if (words.values().containsKey(WEIGH)) send(Message.of("WEIGHED"));
            }
            case "FAILED" -> throw ChildOutput.died(words);
            default -> throw new Died("the process said " + words.verb() + " when it was expected to say " + expected);
        }
    }

    /// Asks it to go, and takes all that it has said since its last answer: more marks, or that it failed after all.
    public void leave(Consumer<Message> mark) throws Died {
        left = true;
        family = process.descendants().toList(); // where there is no /proc, nobody knows them once it has ended
        send(Message.of("EXIT"));
        try {
            ears.untilDeaf(LEAVE); // then it has put its things away, and the rest is quicker by force
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Died(INTERRUPTED);
        }
        for (var words = ears.next(0); words.isPresent(); words = ears.next(0)) take(words.get(), "nothing", mark);
        check();
    }

    /// Waits until it says that.
    ///
    /// @throws Died when it says something else, nothing in time, or is gone
    public Message expect(String verb, Duration deadline) throws Died {
        return expect(verb, deadline, Duration.ofMillis(100), () -> {
        }, _ -> {
        });
    }

    /// Whether all is well with it as far as it has said.
    public void check() throws Died {
        var complaint = ears.complaint();
        if (complaint.isPresent()) throw complaint.get();
    }

    /// Whether it is alone: what it has handed to another process would not be weighed. A program in another language
    /// may have its reasons.
    ///
    /// @throws Died when it has started others
    public void checkAlone() throws Died {
        long others = signed ? Stream.of(process.descendants().count(), group.map(Cgroup::processes).orElse(0L) - 1,
            kin.alive().size() - 1L).max(Long::compare).orElseThrow() : 0;
        if (others > 0) throw new Died("your " + yours + " started " + Counted.of(others,
            "other process", "other processes") + ", and the scale weighs only this one", Optional.of(Trick.ELSEWHERE));
    }

    /// What became of a child that went away, in a reader's words: its own, if it had any.
    public Died died(String otherwise) {
        if (ears.complaint().isPresent()) return ears.complaint().get();
        try {
            if (!process.waitFor(2, TimeUnit.SECONDS)) return new Died(otherwise + ears.lastWords());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        int code = process.exitValue();
        var how = code > 128 && code < 160
            ? "the process was killed (signal " + (code - 128) + (code == 137 ? ", often for lack of memory)" : ")")
            : "the process ended by itself (exit code " + code + ")";
        var why = how + ears.lastWords();
        // a JVM that is ours ends itself with a word, or by a signal
        boolean ended = signed && yours.equals("method") && code < 128 && code != Child.FAILED && !ears.isJvmTrouble();
        return new Died(why, Optional.of(Trick.ENDED).filter(_ -> ended));
    }

    /// Asks it to go, and makes sure.
    @Override
    public void close() {
        try {
            if (!left) leave(_ -> { });
        } catch (Died e) {
            // it has said so already, or nobody asks any more
        } finally {
            family.forEach(ProcessHandle::destroyForcibly);
            kill();
        }
    }

    /// Ends it at once, as the kernel would; [#close] then sees to the rest.
    public void end() {
        process.destroyForcibly();
    }

    private void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().completeOnTimeout(process, 2, TimeUnit.SECONDS).join();
        kin.end();
        group.ifPresent(Cgroup::close);
        ALIVE.remove(this);
    }
}
