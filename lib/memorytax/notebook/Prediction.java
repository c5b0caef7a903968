package memorytax.notebook;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A question put to the reader before a measurement. A step returns it; the reader's answer is its value, and a later
/// step takes it as a parameter.
///
/// ```java
/// Prediction perTask() { return Prediction.bytes(); }
/// ```
///
/// @param name    of the step that asks; empty outside of a chapter
/// @param unit    of the number that is asked for: `B` for bytes; empty where there is none
/// @param answers that there are to choose from; none where a number is asked for
/// @param answer  as it is shown: `20 KB`, `goroutines`; empty when there is none
/// @param value   bytes or another number; empty for a choice, and without an answer
/// @param passed  whether the reader was asked and did not want to say
/// @param bounds  of a number
/// @param usual   the answer that is taken where the reader gives none; empty for a guess, of which there is no such
public record Prediction(String name, String unit, List<String> answers, Optional<String> answer, OptionalDouble value,
                         boolean passed, Bounds bounds, Optional<String> usual) {
    // "1,5 KB" may be fifteen or one and a half: only groups of three are taken for thousands
    private static final Pattern NUMBER = Pattern.compile(
        "(?:~|≈|about\\b)?\\s*((?:\\d{1,3}(?:[,_]\\d{3}){1,4}|\\d{1,15})(?:\\.\\d{1,6})?|\\.\\d{1,6})\\s*(\\D*)");
    /// The unit of [#bytes], and that of [#rate].
    private static final String SIZE_UNIT = "B", RATE_UNIT = "B/s";
    private static final Pattern EACH_SECOND = Pattern.compile("\\s*(?:/ ?s(?:ec(?:ond)?)?|(?:a|per) second)$");
    private static final Pattern SIZE = Pattern.compile("([kmgt])(?:i?b)?|b|bytes?|");

    /// What a number may be, both ends included.
    private record Bounds(double least, double most) {
        private static final Bounds ABOVE_ZERO = new Bounds(Double.MIN_VALUE, Double.MAX_VALUE);
    }

    /// A size: `1.5 KB`, `800 B`, `3k`, `20kb`, `1,436` and `~2 MB` are understood. A KB is 1,024 B.
    public static Prediction bytes() {
        return number(SIZE_UNIT);
    }

    /// A size for each second: `100 MB/s`, `1.5GB/s` and `800 KB` are understood.
    public static Prediction rate() {
        return number(RATE_UNIT);
    }

    /// A number above zero with another unit, `frames`: `30`, `1,500`, `3k` (3,000) and `30 frames` are understood.
    public static Prediction number(String unit) {
        return new Prediction("", unit, List.of(), Optional.empty(), OptionalDouble.empty(), false, Bounds.ABOVE_ZERO,
            Optional.empty());
    }

    /// One of several answers: typed as its number, from 1, or as a beginning that no other answer has.
    public static Prediction oneOf(String... answers) {
        return new Prediction("", "", List.of(answers), Optional.empty(), OptionalDouble.empty(), false,
            Bounds.ABOVE_ZERO, Optional.empty());
    }

    /// The same question for a number within these bounds, both of which are allowed.
    public Prediction between(double least, double most) {
        return new Prediction(name, unit, answers, answer, value, passed, new Bounds(least, most), usual);
    }

    /// The same question, no guess any more: it asks what the reader wants, and there is an answer for who wants
    /// nothing special. It is taken where nobody is there to be asked.
    ///
    /// @param answer as it would be typed
    public Prediction usually(String answer) {
        return new Prediction(name, unit, answers, this.answer, value, passed, bounds, answered(answer).answer);
    }

    /// Whether it asks what the reader wants, and not for a guess.
    public boolean isWish() {
        return usual.isPresent();
    }

    /// The same question, asked by a step of that name.
    public Prediction named(String step) {
        return new Prediction(step, unit, answers, answer, value, passed, bounds, usual);
    }

    /// The same question, to which the reader did not want to say anything: the usual answer, where there is one.
    public Prediction pass() {
        return usual.map(this::answered).orElseGet(() -> new Prediction(name, unit, answers, Optional.empty(),
            OptionalDouble.empty(), true, bounds, usual));
    }

    /// The same question with what was typed as its answer.
    ///
    /// @throws IllegalArgumentException when that is no answer; its one line says what was typed and what is allowed
    public Prediction answered(String typed) {
        var said = typed.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return answers.isEmpty() ? counted(said) : chosen(said);
    }

    /// Whether the question was put to a reader: there is an answer, or the reader passed.
    public boolean isAsked() {
        return passed || answer.isPresent();
    }

    /// What may be typed: `bytes, like 800 B or 1.5 KB`, or `1 virtual threads, 2 goroutines`.
    public String asked() {
        if (isRate()) return "bytes a second, like 800 KB/s or 1.5 GB/s";
        if (isSize()) return "bytes, like 800 B or 1.5 KB";
        if (answers.isEmpty()) return (unit.isEmpty() ? "a number" : unit) + ", like 30 or 1,500";
        var between = answers.stream().anyMatch(a -> a.contains(",")) ? "; " : ", ";
        return IntStream.range(0, answers.size()).mapToObj(i -> i + 1 + " " + answers.get(i))
            .collect(Collectors.joining(between));
    }

    private Prediction counted(String said) {
        var number = NUMBER.matcher(said.toLowerCase(Locale.ROOT));
        if (!number.matches()) throw refused(said);
        var digits = new BigDecimal(number.group(1).replaceAll("[,_]", ""));
        var word = number.group(2).strip();
        if (isSize()) {
            var size = SIZE.matcher(isRate() ? EACH_SECOND.matcher(word).replaceFirst("") : word);
            if (!size.matches()) throw refused(said);
            var prefix = size.group(1) == null ? "" : size.group(1).toUpperCase(Locale.ROOT);
            double bytes = digits.doubleValue() * Math.pow(1024, prefix.isEmpty() ? 0 : "KMGT".indexOf(prefix) + 1);
            return within(said, bytes, shown(digits) + " " + prefix + unit);
        }
        boolean thousands = !isUnit(word) && word.startsWith("k");
        if (!isUnit(thousands ? word.substring(1).strip() : word)) throw refused(said);
        var value = thousands ? digits.scaleByPowerOfTen(3) : digits;
        return within(said, value.doubleValue(), (shown(value) + " " + unit).strip());
    }

    private Prediction within(String said, double value, String shown) {
        if (value < bounds.least || value > bounds.most) throw refused(said);
        return with(shown, OptionalDouble.of(value));
    }

    private Prediction chosen(String said) {
        var fitting = answers.stream().filter(said::equalsIgnoreCase).toList();
        if (fitting.isEmpty()) fitting = IntStream.range(0, answers.size())
            .filter(i -> said.equals(String.valueOf(i + 1))).mapToObj(answers::get).toList();
        if (fitting.isEmpty()) fitting = answers.stream().filter(a -> !said.isEmpty()
            && a.regionMatches(true, 0, said, 0, said.length())).toList();
        if (fitting.size() != 1) throw refused(said);
        return with(fitting.getFirst(), OptionalDouble.empty());
    }

    private Prediction with(String shown, OptionalDouble value) {
        return new Prediction(name, unit, answers, Optional.of(shown), value, false, bounds, usual);
    }

    private boolean isSize() {
        return unit.equals(SIZE_UNIT) || isRate();
    }

    private boolean isRate() {
        return unit.equals(RATE_UNIT);
    }

    private boolean isUnit(String word) {
        return unit.toLowerCase(Locale.ROOT).startsWith(word);
    }

    private static String shown(BigDecimal number) {
        return new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
    }

    private IllegalArgumentException refused(String said) {
        var start = said.length() <= 40 ? said : said.substring(0, 40) + "…";
        var typed = said.isEmpty() ? "nothing" : "\"" + start + "\"";
        return new IllegalArgumentException(typed + " is not an answer here; allowed: "
            + (answers.isEmpty() ? range() : asked()));
    }

    private String range() {
        if (bounds == Bounds.ABOVE_ZERO) return "more than zero " + asked();
        return (bound(bounds.least) + " to " + bound(bounds.most) + (isSize() ? "" : " " + unit)).strip();
    }

    private String bound(double value) {
        int power = 0;
        while (isSize() && power < 4 && value >= 1024) {
            value /= 1024;
            power++;
        }
        var number = shown(BigDecimal.valueOf(value));
        return isSize() ? number + " " + " KMGT".substring(power, power + 1).strip() + unit : number;
    }

    /// `20 KB`, or that there is no answer.
    @Override
    public String toString() {
        return answer.orElse(passed ? "passed" : "not answered");
    }

    /// What became of it, before anything is known: `Your guess: 20 KB`, `You passed.`
    public String sentence() {
        if (isWish()) return answer()
            .map(a -> (answer().equals(usual()) ? "The usual answer: " : "Your answer: ") + a + ".")
            .orElse("Not asked.");
        return answer().map(a -> "Your guess: " + a).orElse(passed() ? "You passed." : "Not asked.");
    }
}
