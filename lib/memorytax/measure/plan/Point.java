package memorytax.measure.plan;

import memorytax.child.Child;
import memorytax.child.Message;
import memorytax.measure.process.ChildProcess;
import memorytax.measure.process.Died;
import memorytax.measure.process.Host;
import memorytax.measure.process.Jvm;
import memorytax.measure.process.Launch;
import memorytax.measure.process.Peers;
import memorytax.measure.process.Settling;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Counted;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Parts;
import memorytax.measure.result.Reading;
import memorytax.measure.result.Weighing;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// One process to be weighed: who, with how many tasks, for the how-manieth time.
///
/// @param prove     its tasks are ended as well when all is weighed, and have to end well
/// @param options what else is done to it where it is watched
/// @param patience  how long an answer may take
public record Point(Peers.Peer peer, int tasks, Map<String, String> params, int fork, boolean prove,
             WatchOptions options, Duration patience) {
    static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration LOOK = Duration.ofMillis(40);

    Point(Peers.Peer peer, int tasks, Map<String, String> params, int fork, Duration patience) {
        this(peer, tasks, params, fork, false, WatchOptions.NONE, patience);
    }

    /// Two minutes, and for many tasks more: 5,000 tasks a second is slow on any machine.
    static Duration patience(int tasks) {
        return PATIENCE.plusSeconds(tasks / 5_000);
    }

    /// Starts the process, weighs it empty and loaded, and ends it. Never throws: what went wrong is the outcome.
    public Weighing weigh(Progress progress) {
        return weigh(progress, Optional.empty());
    }

    /// The same with a process that has been started already.
    public Weighing weigh(Progress progress, Optional<ChildProcess> started) {
        var contender = peer.contender();
        Optional<Reading> baseline = Optional.empty();
        progress.doing(Stages.start(contender.runtime(), launch()));
        try (var fork = started.isPresent() ? started.get() : ChildProcess.start(launch())) {
            var ready = fork.expect("READY", patience);
            contender = contender.saidBy(ready);
            progress.doing(Stages.EMPTY);
            baseline = Optional.of(Settling.empty(fork, ready, progress::resident));
            progress.doing(Stages.load(tasks));
            fork.send(load());
            var loaded = fork.expect("LOADED", patience, LOOK,
                () -> progress.resident(Host.resident(fork.pid())), _ -> { });
            if (loaded.number("tasks").orElse(-1) != tasks)
                throw new Died(confirmed(loaded) + " of " + Counted.of(tasks, "task")
                    + " confirmed that they wait");
            progress.doing(Stages.LOADED);
            var full = Settling.of(fork, progress::resident);
            fork.checkAlone();
            var live = can(ready, "live") ? live(fork, progress) : OptionalLong.empty();
            if (prove) end(fork, progress);
            fork.leave(_ -> { }); // it may have complained while it was looked at
            return new Weighing(contender, tasks, params, this.fork, baseline, Optional.of(full), live,
                loaded.number("spawn_ms"), new Outcome.Weighed(), launch().flags());
        } catch (Died e) {
            return ended(contender, baseline, e.outcome());
        }
    }

    private static String confirmed(Message loaded) {
        return loaded.text("tasks").isEmpty() ? "none" : "only " + loaded.text("tasks");
    }

    /// Loads a process and asks what one of its tasks is made of; empty when its runtime cannot tell.
    Optional<Parts> parts(Progress progress) throws Died {
        progress.doing(Stages.start(peer.contender().runtime(), launch()));
        try (var fork = ChildProcess.start(launch())) {
            var ready = fork.expect("READY", patience);
            if (!can(ready, "parts")) return Optional.empty();
            fork.send(Message.of("PARTS")); // takes note of what is there without tasks
            fork.expect("PARTS", patience);
            progress.doing(Stages.load(tasks));
            fork.send(load());
            fork.expect("LOADED", patience);
            progress.doing(Stages.PARTS);
            fork.send(Message.of("PARTS"));
            var bytes = new LinkedHashMap<String, Double>();
            fork.expect("PARTS", patience).values()
                .forEach((name, size) -> bytes.put(name.replace('_', ' '), number(size)));
            if (bytes.containsValue(Double.NaN))
                throw new Died("the process answered PARTS with something that is not a number");
            return bytes.isEmpty() ? Optional.empty() : Optional.of(new Parts(peer.contender().saidBy(ready), bytes));
        }
    }

    /// Whether it weighs the same however busy the machine is. A JVM whose JIT works in the background does not: what
    /// is not compiled in time waits in larger frames.
    boolean isSteady() {
        return !Jvm.is(launch()) || launch().command().contains(Jvm.IN_STEP);
    }

    /// The row of a point that is not run.
    Weighing skipped(String why) {
        return ended(peer.contender(), Optional.empty(), new Outcome.Skipped(why));
    }

    /// The row of a point that has no weights.
    Weighing ended(Contender contender, Optional<Reading> baseline, Outcome outcome) {
        return new Weighing(contender, tasks, params, fork, baseline, Optional.empty(),
            OptionalLong.empty(), OptionalLong.empty(), outcome, peer.launch().map(Launch::flags).orElse(""));
    }

    /// How its process is started. It is told its parameters beforehand, because a load that is warmed runs before it
    /// hears its `LOAD`.
    Launch launch() {
        var launch = peer.launch().orElseThrow();
        return params.isEmpty() ? launch : launch.with(Child.PARAMETERS, load().toString());
    }

    /// `LOAD tasks=10000 depth=30`
    public Message load() {
        var words = new LinkedHashMap<String, String>();
        words.put("tasks", String.valueOf(tasks));
        words.putAll(params);
        return new Message("LOAD", words);
    }

    private OptionalLong live(ChildProcess fork, Progress progress) throws Died {
        progress.doing(Stages.LIVE);
        fork.send(Message.of("LIVE"));
        return fork.expect("LIVE", patience).number("bytes");
    }

    private void end(ChildProcess fork, Progress progress) throws Died {
        progress.doing(Stages.ENDING);
        fork.send(Message.of("UNLOAD"));
        fork.expect("UNLOADED", patience);
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    static boolean can(Message ready, String what) {
        return ("," + ready.text("can") + ",").contains("," + what + ",");
    }
}
