package memorytax.notebook;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

/// A question put to the reader before a measurement. A step returns it; the reader's answer is its value, and a later
/// step takes it as a parameter.
///
/// ```java
/// Prediction perTask() { return Prediction.bytes(); }
/// ```
///
/// @param name     of the step that asks; empty outside of a chapter
/// @param question says which answers are allowed
/// @param answer   as it is shown: `20 KB`, `goroutines`, `ynny`; empty when there is none
/// @param value    bytes or another number; empty where no number is asked for, and without an answer
/// @param passed   whether the reader was asked and did not want to say
/// @param usual    the answer that is taken where the reader gives none; empty for a guess, of which there is no such
public record Prediction(String name, Question question, Optional<String> answer, OptionalDouble value,
                         boolean passed, Optional<String> usual) {
    private Prediction(Question question) {
        this("", question, Optional.empty(), OptionalDouble.empty(), false, Optional.empty());
    }

    /// A size: `1.5 KB`, `800 B`, `3k`, `20kb`, `1,436` and `~2 MB` are understood. A KB is 1,024 B.
    public static Prediction bytes() {
        return number(NumberQuestion.SIZE);
    }

    /// A size for each second: `100 MB/s`, `1.5GB/s` and `800 KB` are understood.
    public static Prediction rate() {
        return number(NumberQuestion.RATE);
    }

    /// A number above zero with another unit, `frames`: `30`, `1,500`, `3k` (3,000) and `30 frames` are understood.
    public static Prediction number(String unit) {
        return new Prediction(new NumberQuestion(unit));
    }

    /// One of several answers: typed as its number, from 1, or as a beginning that no other answer has.
    public static Prediction oneOf(String... answers) {
        return new Prediction(new ChoiceQuestion(List.of(answers)));
    }

    /// A yes or no for each of several cases, which bear the names that the results have: typed as a row of letters,
    /// `ynny`, or one by one. With `-` a case is passed.
    public static Prediction yesOrNo(String... cases) {
        return new Prediction(new CasesQuestion(List.of(cases)));
    }

    /// The order of several things, which bear the names that the results have: typed as their numbers in the reader's
    /// order, `3147256` or `3 1 4 7 2 5 6`, or as beginnings of their names. With `-` at the end those that are not
    /// named come last, and stay unordered. List them so that it gives nothing away, as by the alphabet.
    public static Prediction order(String... things) {
        return new Prediction(new OrderQuestion(List.of(things)));
    }

    /// A line of text that `read` understands, or refuses with an `IllegalArgumentException` of one line. What it
    /// returns is the answer as it is shown.
    ///
    /// @param asked what may be typed: `a figure, like 20 KB per asyncio task`
    public static Prediction text(String asked, UnaryOperator<String> read) {
        return new Prediction(new TextQuestion(asked, read));
    }

    /// The same question for a number within these bounds, both of which are allowed.
    ///
    /// @throws IllegalStateException when it does not ask for a number
    public Prediction between(double least, double most) {
        if (!(question instanceof NumberQuestion(var unit, var _, var _)))
            throw new IllegalStateException("only a number has bounds");
        return new Prediction(name, new NumberQuestion(unit, least, most), answer, value, passed, usual);
    }

    /// The same question, no guess any more: it asks what the reader wants, and there is an answer for who wants
    /// nothing special. It is taken where nobody is there to be asked.
    ///
    /// @param answer as it would be typed
    public Prediction usually(String answer) {
        return new Prediction(name, question, this.answer, value, passed, answered(answer).answer);
    }

    /// Whether it asks what the reader wants, and not for a guess.
    public boolean isWish() {
        return usual.isPresent();
    }

    /// The same question, asked by a step of that name.
    public Prediction named(String step) {
        return new Prediction(step, question, answer, value, passed, usual);
    }

    /// The same question, to which the reader did not want to say anything: the usual answer, where there is one.
    public Prediction pass() {
        return usual.map(this::answered).orElseGet(() -> new Prediction(name, question, Optional.empty(),
            OptionalDouble.empty(), true, usual));
    }

    /// The same question with what was typed as its answer. A row that passes every case passes.
    ///
    /// @throws IllegalArgumentException when that is no answer; its one line says what was typed and what is allowed
    public Prediction answered(String typed) {
        var answered = question.answered(typed.replaceAll("[\\p{Cntrl}\\s]+", " ").strip());
        return answered.shown().isEmpty() ? pass() : new Prediction(name, question, Optional.of(answered.shown()),
            answered.value(), false, usual);
    }

    /// Whether the question was put to a reader: there is an answer, or the reader passed.
    public boolean isAsked() {
        return passed || answer.isPresent();
    }

    /// What may be typed: `bytes, like 800 B or 1.5 KB`, or `1 virtual threads, 2 goroutines`.
    public String asked() {
        return question.asked();
    }

    /// Of the number that is asked for: `B` for bytes; empty where there is none.
    public String unit() {
        return question.unit();
    }

    /// Whether it asks for a line of text.
    public boolean isText() {
        return question instanceof TextQuestion;
    }

    /// What there is to choose from, or the cases; none where a number is asked for.
    public List<String> answers() {
        return question.answers();
    }

    /// The cases that are asked for, each with yes or no; none of another question.
    public List<String> cases() {
        return question instanceof CasesQuestion(var cases) ? cases : List.of();
    }

    /// What was answered for a case; empty where it was passed, and without an answer.
    public Optional<Boolean> said(String of) {
        return question instanceof CasesQuestion cases ? answer.flatMap(row -> cases.said(row, of)) : Optional.empty();
    }

    /// The things whose order is asked for, as they are listed; none of another question.
    public List<String> things() {
        return question instanceof OrderQuestion(var things) ? things : List.of();
    }

    /// The things in the order that was answered, without those that stay unordered; none without an answer.
    public List<String> ordered() {
        return question instanceof OrderQuestion order ? answer.map(order::order).orElse(List.of()) : List.of();
    }

    /// Whether it is answered in part only: a case was passed, or things stay unordered.
    public boolean isPartial() {
        return answer.isPresent() && (cases().stream().anyMatch(name -> said(name).isEmpty())
            || ordered().size() < things().size());
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
