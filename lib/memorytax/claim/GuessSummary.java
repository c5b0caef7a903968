package memorytax.claim;

import memorytax.child.Median;
import memorytax.measure.result.Counted;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a reader's guesses have in common, in sentences. Nothing is said of fewer than three guesses, and a direction
/// only where three of four go that way.
record GuessSummary(List<Guess> all) {
    private static final int LEAST = 3;
    private static final double SHARE = 0.75, FAR = 2, EXACT = 1.05;
    private static final Set<String> TIMES = Set.of("ns", "µs", "ms", "s", "seconds", "minutes", "hours", "days");
    /// How labels and answers name those who are compared, and what they are called.
    private static final Map<String, String> RUNTIMES = new LinkedHashMap<>();

    static {
        RUNTIMES.put("goroutine", "goroutines");
        RUNTIMES.put("asyncio", "asyncio tasks");
        RUNTIMES.put("virtual thread", "virtual threads");
        RUNTIMES.put("platform thread", "platform threads");
    }

    /// The sentences as one text.
    static String of(List<Guess> guesses) {
        var all = guesses.stream().filter(g -> !g.said().isEmpty() && !g.measured().isEmpty())
            .filter(g -> g.guess().isEmpty() || g.isOrder() || g.factor().isPresent()).toList();
        if (all.isEmpty()) return "You have not guessed anything yet.";
        if (all.size() < LEAST) return "You have made " + Counted.of(all.size(), "guess", "guesses")
            + " so far. There is a summary as soon as there are three.";
        return String.join(" ", new GuessSummary(all).sentences());
    }

    private List<String> sentences() {
        var said = new ArrayList<String>();
        if (!numbers().isEmpty()) said.add(near());
        if (numbers().size() >= LEAST) said.add(typical());
        right(choices(), "You chose one of several answers").ifPresent(said::add);
        right(cases(), "You said yes or no to").ifPresent(said::add);
        ordered().ifPresent(said::add);
        var common = common();
        said.addAll(common);
        if (common.isEmpty() && all.stream().filter(g -> !g.right()).count() >= LEAST)
            said.add("Your wrong guesses have nothing in common that three of them show.");
        long recorded = all.stream().filter(g -> !g.here()).count();
        if (recorded > 0) said.add(recorded == all.size() ? "All are compared with our recorded runs."
            : recorded + " of all " + all.size() + (recorded == 1 ? " is" : " are")
                + " compared with our recorded runs.");
        return said;
    }

    private List<Guess> numbers() {
        return all.stream().filter(g -> g.factor().isPresent()).toList();
    }

    private List<Guess> choices() {
        return all.stream().filter(g -> g.guess().isEmpty() && g.unit().isEmpty()).toList();
    }

    private List<Guess> cases() {
        return all.stream().filter(g -> g.unit().equals(CaseGuesses.UNIT)).toList();
    }

    private Optional<String> ordered() {
        var orders = all.stream().filter(Guess::isOrder).toList();
        if (orders.isEmpty()) return Optional.empty();
        double right = orders.stream().mapToDouble(g -> g.guess().getAsDouble()).sum();
        double pairs = orders.stream().mapToDouble(g -> g.value().getAsDouble()).sum();
        return Optional.of("You put things in order " + (orders.size() == 1 ? "once" : orders.size() + " times") + ": "
            + (right == pairs ? "all right." : "%.0f of %.0f pairs right.".formatted(right, pairs)));
    }

    private String near() {
        var numbers = numbers();
        long high = numbers.stream().filter(g -> far(g) && high(g)).count();
        long low = numbers.stream().filter(g -> far(g) && !high(g)).count();
        var within = "Of the " + numbers.size() + " numbers that you guessed, ";
        if (numbers.size() == 1) return "You guessed one number: it is " + (high + low == 0
            ? "within a factor of two of the measurement."
            : "too " + (high > 0 ? "high" : "low") + " by more than a factor of two.");
        if (high + low == 0) return within + "all are within a factor of two of the measurement.";
        long near = numbers.size() - high - low;
        var far = Stream.of(high == 0 ? "" : are(high) + " higher", low == 0 ? "" : are(low) + " lower")
            .filter(part -> !part.isEmpty()).collect(Collectors.joining(", and "));
        return within + (near == 0 ? "none is" : are(near)) + " within a factor of two of the measurement: " + far
            + ".";
    }

    private String typical() {
        double factor = factor(numbers());
        return factor < EXACT ? "Your typical guess (the median) is right within 5 %."
            : "Your typical guess (the median) is off by a factor of " + Guess.times(factor) + ".";
    }

    private static Optional<String> right(List<Guess> some, String what) {
        if (some.isEmpty()) return Optional.empty();
        long right = some.stream().filter(Guess::right).count();
        var times = some.getFirst().unit().isEmpty() ? " " + (some.size() == 1 ? "once" : some.size() + " times")
            : " " + Counted.of(some.size(), "case");
        return Optional.of(what + times + ": " + (right == some.size() ? (right == 1 ? "right." : "all right.")
            : right == 0 ? (some.size() == 1 ? "wrong." : "none right.") : right + " right."));
    }

    /// A sentence for each thing that at least three guesses show.
    private List<String> common() {
        var said = new ArrayList<String>();
        var sizes = numbers().stream().filter(g -> g.unit().equals("B")).toList();
        direction(sizes, "sizes").ifPresent(said::add);
        direction(numbers().stream().filter(g -> TIMES.contains(g.unit())).toList(), "times").ifPresent(said::add);
        for (var runtime : RUNTIMES.values()) {
            var some = sizes.stream().filter(g -> runtime(g.label()).equals(runtime)).toList();
            if (some.size() < sizes.size()) direction(some, "sizes of " + runtime).ifPresent(said::add);
        }
        var wrong = choices().stream().filter(g -> !g.right()).toList();
        often(wrong, Guess::said, "you chose %s").ifPresent(said::add);
        often(wrong, Guess::measured, "the right answer was %s").ifPresent(said::add);
        var missed = cases().stream().filter(g -> !g.right()).toList();
        most(missed, g -> g.said().equals("yes")).map(n -> n + "you said yes where no was measured.")
            .or(() -> most(missed, g -> g.said().equals("no")).map(n -> n + "you said no where yes was measured."))
            .ifPresent(said::add);
        return said;
    }

    /// `5 of your 6 guesses of sizes are more than 25 % too high, by the median 4 times.`
    private static Optional<String> direction(List<Guess> some, String what) {
        var high = some.stream().filter(g -> !g.right() && high(g)).toList();
        var low = some.stream().filter(g -> !g.right() && !high(g)).toList();
        var more = high.size() >= low.size() ? high : low;
        if (more.size() < LEAST || more.size() < SHARE * some.size()) return Optional.empty();
        return Optional.of((more.size() == some.size() ? "All " + some.size() + " of your guesses of "
            : more.size() + " of your " + some.size() + " guesses of ") + what + " are more than 25 % too "
            + (more == high ? "high" : "low") + "; their median is " + Guess.times(factor(more)) + " times too "
            + (more == high ? "much." : "little."));
    }

    private static Optional<String> often(List<Guess> wrong, Function<Guess, String> answer, String words) {
        return wrong.stream().map(g -> runtime(answer.apply(g))).distinct().flatMap(name -> most(wrong,
            g -> runtime(answer.apply(g)).equals(name)).map(n -> n + words.formatted(name) + ".").stream())
            .findFirst();
    }

    /// `In 3 of your 4 wrong answers `, where so many are such.
    private static Optional<String> most(List<Guess> wrong, Predicate<Guess> such) {
        long n = wrong.stream().filter(such).count();
        var kind = wrong.isEmpty() || wrong.getFirst().unit().isEmpty() ? "wrong answers" : "wrong cases";
        return n < LEAST || n < SHARE * wrong.size() ? Optional.empty() : Optional.of(n == wrong.size()
            ? "In all " + n + " of your " + kind + " " : "In " + n + " of your " + wrong.size() + " " + kind + " ");
    }

    private static double factor(List<Guess> some) {
        return Median.of(some.stream().mapToDouble(g -> g.factor().getAsDouble()).toArray());
    }

    private static boolean far(Guess guess) {
        return guess.factor().getAsDouble() > FAR;
    }

    private static boolean high(Guess guess) {
        return guess.guess().getAsDouble() > guess.value().getAsDouble();
    }

    /// What of the runtimes is compared, by the words of a label or an answer; the words, where that is none.
    private static String runtime(String words) {
        return RUNTIMES.entrySet().stream().filter(e -> words.toLowerCase(Locale.ROOT).contains(e.getKey()))
            .map(Map.Entry::getValue).findFirst().orElse(words);
    }

    private static String are(long count) {
        return count + (count == 1 ? " is" : " are");
    }
}
