package memorytax.knob;

import memorytax.claim.Measured;
import memorytax.measure.result.AdditiveError;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Counted;
import memorytax.measure.result.Slope;
import memorytax.measure.result.Weighings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What each of several changes makes of the cost of one task, held against one base. A change is a contender of the
/// base's kind: of the base `virtual threads`, `virtual threads (Serial)` is the change `Serial`.
///
/// All differences are held against the same base, so what is off in its forks is off in all of them by the same
/// amount. And each has a 95 % interval of its own: of twenty changes that change nothing, one looks like a difference.
///
/// @param base    the contender that nothing is changed of
/// @param weighed the series that it is in, empty where it was not weighed
/// @param all     the changes, each name once, the one with the largest difference first, those of which no difference
///                was seen last
/// @param missing the changes that have no slope, because too few of their processes came back
public record Knobs(String base, Weighings weighed, List<Knob> all, List<String> missing) {
    /// Ranked, and of two with the same name the first.
    public Knobs {
        var names = new HashSet<String>();
        all = all.stream().filter(k -> names.add(k.name())).sorted(Comparator.comparing((Knob k) -> !k.seen())
            .thenComparing(k -> -k.size())).toList();
        missing = missing.stream().distinct().filter(name -> !names.contains(name)).toList();
    }

    /// Every other contender of the base's kind in these series. The base is taken from the first series that has it.
    public static Knobs of(String base, Weighings... weighed) {
        return new Knobs(base, home(base, weighed), List.of(), List.of()).and(weighed);
    }

    private static Weighings home(String base, Weighings... weighed) {
        return Arrays.stream(weighed).filter(w -> new Base(base, w).found()).findFirst()
            .orElse(new Weighings("", List.of()));
    }

    /// The processes of the base, read in other ways, all held against the slope of their resident bytes. What another
    /// quantity says one more task costs, as far as it was told: `live`, `PSS`, `charged`, `peak`. And two quotients at
    /// each number of tasks: `whole process ÷ 5,000`, and `growth ÷ 5,000`, which divides only what the process has
    /// more than its empty self.
    public static Knobs methods(String base, Weighings... weighed) {
        var home = home(base, weighed);
        return new Knobs(base, home, Methods.of(new Base(base, home)), List.of());
    }

    /// These, and the changes of further series, held against the same base.
    public Knobs and(Weighings... more) {
        return and(Optional.empty(), more);
    }

    /// The same, where somebody says what kind of change they are.
    public Knobs and(Knob.Kind kind, Weighings... more) {
        return and(Optional.of(kind), more);
    }

    private Knobs and(Optional<Knob.Kind> kind, Weighings... more) {
        var held = new Base(base, weighed);
        var knobs = new ArrayList<>(all);
        var without = new ArrayList<>(missing);
        for (var series : more)
            for (var contender : series.contenders()) {
                if (contender.name().equals(base) || !Contender.kind(contender.name()).equals(Contender.kind(base)))
                    continue;
                var knob = held.knob(series, contender, kind);
                knob.ifPresent(knobs::add);
                if (knob.isEmpty()) without.add(Contender.trait(contender.name()));
            }
        return new Knobs(base, weighed, knobs, without);
    }

    /// These and others of the same base, ranked together.
    ///
    /// @throws IllegalArgumentException with one line, when the bases differ
    public Knobs and(Knobs others) {
        if (!others.base.equals(base)) throw new IllegalArgumentException("the changes are held against \"" + base
            + "\", and these against \"" + others.base + "\": both need the same base");
        return new Knobs(base, weighed.all().isEmpty() ? others.weighed : weighed,
            Stream.concat(all.stream(), others.all.stream()).toList(),
            Stream.concat(missing.stream(), others.missing.stream()).toList());
    }

    /// Bytes of one more task as it comes, resident; empty where the base has no slope.
    public Optional<Slope> baseCost() {
        return weighed.slope(base);
    }

    /// The change of that name, which may also be the contender's: `Serial` or `virtual threads (Serial)`.
    public Optional<Knob> find(String name) {
        return all.stream().filter(k -> k.name().equals(name)).findFirst().or(() ->
            all.stream().filter(k -> k.name().equals(Contender.trait(name))).findFirst());
    }

    /// How many bytes a change adds to one task; negative where it saves some.
    public Optional<Measured> more(String name) {
        return find(name).map(Knob::more);
    }

    /// How many bytes one more task costs with a change.
    public Optional<Measured> cost(String name) {
        return find(name).map(Knob::cost);
    }

    /// Which of these changes has the largest difference, up or down: its name as it is asked for. Empty when that
    /// cannot be told: one of them was not weighed, or in one fork alone, no difference was seen, or the intervals of
    /// the two largest overlap.
    public String biggest(List<String> names) {
        var found = names.stream().distinct().filter(n -> find(n).filter(k -> k.more().forks() > 1).isPresent())
            .sorted(Comparator.comparingDouble((String n) -> find(n).orElseThrow().size()).reversed()).toList();
        if (found.isEmpty() || found.size() < names.stream().distinct().count()) return "";
        var first = find(found.getFirst()).orElseThrow();
        boolean apart = found.stream().skip(1).allMatch(n -> find(n).orElseThrow().most() < first.least());
        return first.seen() && apart ? found.getFirst() : "";
    }

    /// Which differences are too small to be trusted, in a sentence: those below what the process may take for itself,
    /// which forks agree on and no interval shows. Empty where no difference that small was seen.
    public String doubt() {
        var sizes = weighed.sizes();
        double each = sizes.isEmpty() ? 0 : new Base(base, weighed).contender().map(c ->
            AdditiveError.most(c.runtime())).orElse(0.0) / (sizes.getLast() - sizes.getFirst());
        return all.stream().noneMatch(k -> k.kind() != Knob.Kind.METHOD && k.seen() && k.size() < each) ? ""
            : "A difference below " + Knob.size(each) + " may be what the process takes for itself.";
    }

    /// Whether the change of that name was measured on this machine; of no such change, whether all were.
    public boolean here(String name) {
        return find(name).map(Knob::here).orElseGet(() -> all.stream().allMatch(Knob::here));
    }

    /// What a table of them does not say: what is recorded beside others that are not, and what has no slope.
    public List<String> remarks() {
        boolean some = all.stream().anyMatch(Knob::here);
        var remarks = new ArrayList<String>();
        if (!doubt().isEmpty()) remarks.add(doubt());
        all.stream().filter(k -> some && !k.here()).forEach(k ->
            remarks.add(k.name() + ": recorded, not measured here."));
        missing.forEach(name -> remarks.add(name + ": no slope, because too few of its processes came back."));
        return remarks;
    }

    /// The base, and below it each change.
    @Override
    public String toString() {
        return baseCost().map(Slope::toString).orElse(base + ": it has no slope") + all.stream()
            .map(k -> "\n" + k).collect(Collectors.joining())
            + (missing.isEmpty() ? "" : "\n" + Counted.of(missing.size(), "change") + " without a slope: "
            + String.join(", ", missing));
    }
}
