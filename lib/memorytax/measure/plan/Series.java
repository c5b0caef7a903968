package memorytax.measure.plan;

import memorytax.child.Load;
import memorytax.measure.process.*;
import memorytax.measure.result.*;
import memorytax.measure.runtime.IdleCpu;

import java.util.*;
import java.util.function.*;

/// Contenders and the sizes at which they are weighed. A contender is added by its language; what follows
/// ([#upTo], [#warmed], [#flags]) is said of the one added last.
///
/// ```java
/// scale.sizes(1_000, 10_000)
///     .java("virtual threads", n -> virtualThreads(n)).warmed()
///     .go("goroutines", "chapter1.go").weigh()
/// ```
public final class Series extends SeriesContenders {
    private final Scale scale;
    private final List<Integer> sizes;
    private final List<Participant> participants = new ArrayList<>();
    private final Variants variants = new Variants();
    private List<Participant> unturned;
    private int forks, latest;
    private boolean prove, clients;
    private long limit = Long.MAX_VALUE;

    Series(Scale scale, List<Integer> sizes) {
        super(scale.peers(), scale.effort().with());
        this.scale = scale;
        this.sizes = new ArrayList<>(sizes);
        forks = scale.effort().forks();
    }

    /// What the reader brings along: the loads of a file, and who stands beside them.
    public Series own(UserFile own) {
        add(null);
        own.all().forEach(e -> participants.add(Participant.of(e.peer()).on(t -> t.upTo(e.most()))));
        return this;
    }

    /// Weighed with no more tasks than that.
    public Series upTo(int tasks) {
        return change(last -> last.on(t -> t.upTo(tasks)));
    }

    /// Weighed with these numbers of tasks instead; the reader's `--tasks` go before.
    public Series tasks(int... tasks) {
        var own = Arrays.stream(tasks).sorted().distinct().boxed().toList();
        return scale.effort().tasks().isEmpty() ? change(last -> last.on(t -> t.tasks(own))) : this;
    }

    /// Some sixty thousand of its tasks come and go before it is weighed, so the JIT has compiled them. Java and Kotlin
    /// only; a load in Kotlin is then called `coroutines (warmed)`.
    public Series warmed() {
        return change(Participant::warmed);
    }

    /// JVM options for it. Java only.
    public Series flags(String... flags) {
        return change(last -> last.java("flags", java -> java.with(flags)));
    }

    /// A variable of its environment, which its name then has: `goroutines (GOGC=50)`.
    public Series environment(String variable, String value) {
        return change(last -> last.with(variable, value));
    }

    /// The contender that a language has added last, once more and with one thing changed: with a variable of its
    /// environment, `knob("GOGC=25")`, or under a name of its own with flags or variables: `knob("Serial",
    /// "-XX:+UseSerialGC")`. What follows is said of it alone.
    public Series knob(String name, String... changes) {
        var turned = changes.length == 0 ? List.of(name) : List.of(changes);
        if (unturned == null) unturned = List.copyOf(participants.subList(latest, participants.size()));
        latest = participants.size();
        unturned.forEach(each -> participants.add(each.turned(name, turned)));
        return this;
    }

    /// Libraries for it, by a class of each: a weighed JVM carries none that it is not given. Java only.
    public Series needs(Class<?>... types) {
        return change(last -> last.java("needs", java -> java.beside(types)));
    }

    /// Sizes that only a thorough run adds.
    public Series thorough(int... more) {
        if (scale.effort().thorough() && scale.effort().tasks().isEmpty()) for (int size : more) sizes.add(size);
        return this;
    }

    /// One more word for every load: `with("depth", 100)`, which it reads as `gate.number("depth")`.
    public Series with(String key, int value) {
        return over(key, value);
    }

    /// The same with several values: all is weighed with each of them. [Weighings#by] takes them apart again.
    public Series over(String key, int... values) {
        variants.over(key, values);
        return this;
    }

    /// Of a parameter's values, a quick run takes these alone.
    public Series quick(String key, int... values) {
        return scale.effort().quick() ? over(key, values) : this;
    }

    /// A quick run has these sizes instead; the reader's `--tasks` go before.
    public Series quick(int... instead) {
        if (!scale.effort().quick() || !scale.effort().tasks().isEmpty()) return this;
        sizes.clear();
        for (int size : instead) sizes.add(size);
        return this;
    }

    /// A quick run leaves the contender out that was added last.
    public Series unlessQuick() {
        if (scale.effort().quick()) participants.subList(latest, participants.size()).clear();
        return this;
    }

    /// In so many processes at each point, at the most, unless it is thorough or the reader has named a number.
    public Series forks(int most) {
        forks = Math.min(forks, scale.effort().forks(most));
        return this;
    }

    /// The same for a quick run.
    public Series quickForks(int most) {
        return scale.effort().quick() ? forks(most) : this;
    }

    /// It can be weighed here only if that is so; `otherwise` the record stands in for it, and a line says why.
    public Series where(boolean possible, String otherwise) {
        return possible ? this : change(last -> last.missing(otherwise));
    }

    /// Of a parameter's values, these alone are for the contender that was added last.
    public Series only(String key, int... values) {
        var some = Arrays.stream(values).boxed().toList();
        return change(last -> last.on(t -> t.only(key, some)));
    }

    /// The same in a quick run.
    public Series quickOnly(String key, int... values) {
        return scale.effort().quick() ? only(key, values) : this;
    }

    /// Once the contender that was added last has its load, it is looked at from outside: [#reports] has what was seen.
    public Series probe(Probe probe) {
        return change(last -> last.on(t -> t.probe(probe)));
    }

    /// It is expected to take so many bytes. Where they cannot be had it is not started, and a line says so.
    public Series takes(double bytes) {
        return change(last -> last.on(t -> t.takes(bytes)));
    }

    /// Also ends the tasks, once all is weighed. A load whose `close()` finds something wrong has failed.
    public Series proven() {
        prove = true;
        return this;
    }

    /// The loads are servers: a process that is not weighed holds their clients, which they call when they are loaded.
    public Series clients() {
        clients = true;
        return this;
    }

    /// The same only if they have any. What was watched with clients has the parameter `clients=1`.
    public Series clients(boolean any) {
        return any ? clients().with("clients", 1) : this;
    }

    /// Ends what is watched and takes more bytes, as the kernel ends a container; what it told until then counts.
    public Series limit(long bytes) {
        limit = bytes;
        return this;
    }

    /// Leaves only the one of that name, which has to be there: else an `IllegalArgumentException` says who is.
    public Series alone(String name) {
        Participant.leave(name, participants);
        return this;
    }

    /// Weighs them all. What cannot be started here is taken from the record.
    public Weighings weigh() {
        return run(RunPlan::weigh);
    }

    /// Has them all work, and notes what they tell of it; of what cannot be started here, what the record has.
    public Reports reports() {
        return run(RunPlan::reports);
    }

    /// The same, and keeps an eye on them meanwhile: how their resident size moves, and how long they take.
    public Watched watch() {
        return run(RunPlan::watch);
    }

    /// Loads them all, and lets them alone for so many seconds, side by side: what CPU time it takes to wait.
    public IdleCpu idle(int seconds, int quick) {
        return new IdleCpu(run(plan -> plan.idle(scale.effort().quick() ? quick : seconds)));
    }

    /// Takes one task of each contender apart, at the largest size. A runtime that cannot tell is left out.
    public Backpacks parts() {
        return run(RunPlan::parts);
    }

    /// With all that was said so far.
    private <T> T run(Function<RunPlan, T> what) {
        return ClientProcess.with(clients, told -> {
            var ready = participants.stream().map(each -> each.told(told)).toList();
            return what.apply(new RunPlan(scale, ready, sizes, variants.all(), forks, prove, limit));
        });
    }

    @Override
    Series add(JavaPeer java, Peers.Peer... others) {
        latest = participants.size();
        unturned = null;
        if (java != null) participants.add(Participant.of(java));
        for (var other : others) participants.add(Participant.of(other));
        return this;
    }

    /// Changes what the last call added, which may be two: Python with a lock and without.
    private Series change(UnaryOperator<Participant> change) {
        participants.subList(latest, participants.size()).replaceAll(change);
        return this;
    }

    /// Who takes part, and with how many tasks: `virtual threads, goroutines × 1,000, 10,000`
    @Override
    public String toString() {
        return Participant.said(participants, sizes);
    }
}
