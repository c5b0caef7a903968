package memorytax.claim;

import memorytax.child.Median;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.PerTask;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Reports;
import memorytax.measure.result.Weighing;
import memorytax.measure.result.Weighings;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// What came of an exercise: the reader's own tasks, weighed, against what is asked of them.
///
/// ```java
/// Check.of(scale.sizes(2_000, 10_000)
///         .java("your tasks", n -> Post.of(n, post -> light(post)))
///         .proven().weigh())
///     .live(300)
/// ```
///
/// @param weighed of one contender: the reader's
/// @param demands all of which are to be met
/// @param attempt the method that was checked; empty where nobody has looked at it
public record Check(Weighings weighed, List<Requirement> demands, Optional<Attempt> attempt) {
    /// How it stands.
    public enum State { SOLVED, NOT_YET, NOT_CHECKED }

    /// Nothing is asked yet, but that the tasks did wait.
    public static Check of(Weighings weighed) {
        return new Check(weighed, List.of(), Optional.empty());
    }

    /// The same of what processes told of the reader's method, where nothing is to be weighed.
    public static Check of(Reports told) {
        return of(new Weighings(told.step(), HiddenWork.told(told).all().stream().map(
            w -> new Weighing(w.contender(), w.tasks(), w.params(), w.fork(), Optional.empty(), Optional.empty(),
                OptionalLong.empty(), OptionalLong.empty(), w.outcome())).toList()));
    }

    /// One more task may need so many live bytes, at the most.
    public Check live(double bytes) {
        return below("live for one task", "B", bytes, slope(Quantity.LIVE))
            .onceMet(w -> HiddenWork.live(w, bytes))
            .look("Look at what a task refers to while it waits: a thread, frames on a stack, a future, a lambda.");
    }

    /// One more task may occupy so many bytes, at the most.
    public Check resident(double bytes) {
        return below("for one task", "B", bytes, slope(Quantity.RESIDENT))
            .look("Look at what a task refers to while it waits, and at its stack.");
    }

    /// All of a process may occupy so many bytes, at the most, and each of the forks has to keep to that.
    public Check whole(double bytes) {
        var all = yours().flatMap(c -> weighed.at(c, weighed.sizes().getLast(), Quantity.TOTAL)
            .map(r -> Measured.of(r, weighed.here(c))));
        return below("for the whole process", "B", bytes, all)
            .look("Look at what there is for each job while it waits, and at how large the empty process is.");
    }

    /// With all its tasks, the process may have so many more threads than empty. A JVM may start some of its own.
    public Check threads(int more) {
        return below("more threads", "", more, moreThreads()).onceMet(HiddenWork::threads)
            .look("Look at how often the method starts a thread.");
    }

    /// Something else that is asked: at most `most` of it.
    ///
    /// @param what is counted, as after a number: `live for one task`
    /// @param unit `B`, or empty for a plain number
    public Check below(String what, String unit, double most, Optional<Measured> measured) {
        return and(new AtMost(what, unit, most, measured, ""));
    }

    /// One more task shall occupy so many bytes.
    ///
    /// @param share by which it may differ: 0.1 for 10 %
    public Check about(double bytes, double share) {
        return about(bytes, share, PerTask.slope(Quantity.RESIDENT));
    }

    /// One task shall take so many bytes, read like this.
    public Check about(double bytes, double share, PerTask read) {
        var figure = yours().flatMap(c -> read.of(weighed, c).map(i -> Measured.of(i, weighed.here(c))));
        return and(new About("for one task (" + read + ")", bytes, share, figure, ""));
    }

    private Check and(Requirement demand) {
        return new Check(weighed, Stream.concat(demands.stream(), Stream.of(demand)).toList(), attempt);
    }

    /// Looks for what the demand before passes over, where it is met.
    private Check onceMet(UnaryOperator<Weighings> look) {
        return demands.getLast().met() ? new Check(look.apply(weighed), demands, attempt) : this;
    }

    /// What to look at where the demand before is not met.
    ///
    /// @param at a sentence
    public Check look(String at) {
        var last = demands.getLast().look(at);
        return new Check(weighed, Stream.concat(demands.stream().limit(demands.size() - 1), Stream.of(last)).toList(),
            attempt);
    }

    /// The same of a method of which more is known.
    public Check of(Attempt attempt) {
        return new Check(weighed, demands, Optional.of(attempt));
    }

    /// Solved only when every process came back, and every demand is met with all of its interval.
    public State state() {
        if (trouble().isPresent()) return State.NOT_YET;
        if (!measured()) return State.NOT_CHECKED;
        return demands.stream().allMatch(Requirement::met) ? State.SOLVED : State.NOT_YET;
    }

    /// Whether the reader has not edited the method yet, which is meant to fail.
    public boolean asItCame() {
        return state() == State.NOT_YET && attempt.filter(Attempt::asItCame).isPresent();
    }

    /// What to say before anything else; may be empty.
    public String first() {
        return asItCame() ? "This is the method as it came. It is meant to fail: now edit it." : "";
    }

    /// Our solution, for who has solved it.
    public Optional<Attempt> explained() {
        return attempt.filter(_ -> solved());
    }

    /// Whether it is done.
    public boolean solved() {
        return state() == State.SOLVED;
    }

    /// What went wrong with the reader's tasks, without the end of its last sentence: that one did not answer its
    /// letter, say, or first of all, which trick was seen.
    public Optional<String> trouble() {
        return trick().or(() -> largest(Outcome.Failed.class)
            .map(o -> o.why().replaceFirst("^Illegal(State|Argument)Exception: ", "")));
    }

    private Optional<String> trick() {
        return weighed.all().stream().map(Weighing::outcome).filter(Outcome.Failed.class::isInstance)
            .map(Outcome.Failed.class::cast).flatMap(o -> o.trick().map(t -> t.said(o.why())).stream()).findFirst();
    }

    /// Why nothing could be said either way, in a sentence without its end.
    public Optional<String> why() {
        var skipped = largest(Outcome.Skipped.class).map(Outcome.Skipped::why);
        if (skipped.isPresent()) return skipped;
        if (weighed.all().isEmpty()) return Optional.of("nothing was weighed");
        return demands.stream().allMatch(d -> d.measured().isPresent()) ? Optional.empty()
            : Optional.of("to tell what one more task needs takes two numbers of tasks, and two processes of each");
    }

    /// Whether there are figures to show: every process came back with them.
    public boolean measured() {
        return trouble().or(this::why).isEmpty();
    }

    /// How each demand stands, those that are not met before those that are; none when nothing was measured.
    public List<Requirement> told() {
        return measured() ? demands.stream().sorted(Comparator.comparing(Requirement::met)).toList() : List.of();
    }

    /// What to look at, for who has edited the method and not met this demand; may be empty.
    public String advice(Requirement demand) {
        return demand.met() || asItCame() ? "" : demand.look();
    }

    /// Whether it is worth a picture: when it is not met, and once all is solved, when it comes first.
    public boolean pictured(Requirement demand) {
        return !demand.met() || solved() && demand.equals(demands.getFirst());
    }

    /// What there is to say: what went wrong, or how each demand stands.
    public List<String> sentences() {
        return trouble().or(this::why)
            .map(why -> List.of(why.substring(0, 1).toUpperCase(Locale.ROOT) + why.substring(1) + "."))
            .orElseGet(() -> told().stream().map(d -> d + ".").toList());
    }

    /// How it stands, in one line: `4,001 more threads, allowed are 100`; empty when it is solved.
    public String shortfall() {
        if (solved()) return "";
        return measured() ? told().getFirst().shortfall() : sentences().getFirst().replaceFirst("\\.$", "");
    }

    /// `✓`, `✗`, `○` of a method as it came, or `–`.
    public String mark() {
        return switch (state()) {
            case SOLVED -> "✓";
            case NOT_YET -> asItCame() ? "○" : "✗";
            case NOT_CHECKED -> "–";
        };
    }

    /// `solved`, `not yet`, `as it came` or `not checked`.
    public String word() {
        return asItCame() ? "as it came" : state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// The word with the level: `not yet · harder`, or without a level where none is told.
    public String badge() {
        return word() + attempt.map(Attempt::level).filter(level -> !level.isEmpty()).map(" · "::concat).orElse("");
    }

    /// `✗ not yet. 913 B live for one task, and 300 B is the limit: 613 B too many, 3.0 times as much.`
    @Override
    public String toString() {
        return mark() + " " + word() + ". " + (first() + " " + String.join(" ", sentences())).strip();
    }

    private <T extends Outcome> Optional<T> largest(Class<T> type) {
        return weighed.all().stream().filter(w -> type.isInstance(w.outcome()))
            .max(Comparator.comparingInt(Weighing::tasks)).map(w -> type.cast(w.outcome()));
    }

    private Optional<Measured> slope(Quantity quantity) {
        return yours().flatMap(c -> weighed.slope(c, quantity)).map(Measured::of);
    }

    /// The median, at the largest size.
    private Optional<Measured> moreThreads() {
        var points = weighed.all().stream().filter(w -> w.baseline().isPresent() && w.loaded().isPresent()).toList();
        int most = points.stream().mapToInt(Weighing::tasks).max().orElse(0);
        var more = points.stream().filter(w -> w.tasks() == most)
            .mapToDouble(w -> w.loaded().get().threads() - w.baseline().get().threads()).toArray();
        if (more.length == 0) return Optional.empty();
        double median = Median.of(more);
        return Optional.of(new Measured(median, median, median, true, more.length));
    }

    private Optional<Contender> yours() {
        return weighed.contenders().stream().findFirst();
    }
}
