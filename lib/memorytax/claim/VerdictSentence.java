package memorytax.claim;

import memorytax.measure.result.Chance;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A verdict in words that a colleague can be sent: what the post or a vendor says, what this machine says, and how
/// sure that is. They follow from the verdict alone, so a verdict that is read from a file has them, too.
final class VerdictSentence {
    /// The first of several sentences ends here.
    private static final Pattern END = Pattern.compile("(?<=[.!?]) (?=\\p{Lu})");
    /// Words that begin with a capital letter wherever they stand.
    private static final Set<String> NAMES = Set.of("Go", "Python", "Java", "Task");
    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    private final Verdict verdict;
    private final String lead;

    VerdictSentence(Verdict verdict) {
        this.verdict = verdict;
        lead = verdict.here() ? "On this machine" : "In our recorded run";
    }

    /// `The post says in section 5 that an idle asyncio task costs about 20 KB.`
    String claimed() {
        var claim = verdict.claim();
        var statement = claim.statement().replaceFirst("[.!?]$", "");
        if (claim.quote().isPresent()) return claim.quote().get().vendor() + " says that " + inside(statement) + ".";
        if (claim.source().equals("post")) return "The post says" + where() + " that " + inside(statement) + ".";
        boolean figure = !claim.figure().isEmpty() && !statement.contains(claim.figure().replaceFirst("^~", ""));
        return claim.source() + " says: " + statement + (figure ? " (" + claim.figure() + ")" : "") + ".";
    }

    private String where() {
        var section = verdict.claim().section();
        return section.isEmpty() ? "" : Arrays.stream(section.split(", "))
            .map(part -> part.equals("TL;DR") ? "its TL;DR" : part.matches("\\d+") ? "section " + part : part)
            .collect(Collectors.joining(" and ", " in ", ""));
    }

    /// `On this machine it costs 1,150 B (95 % interval 1,148–1,152): the claim is refuted.`
    String found() {
        var says = verdict.ruling() == Verdict.Ruling.NOT_MEASURED ? "It was not measured here."
            : Double.isNaN(verdict.measured()) ? seen() : figure();
        var sure = sure();
        return (says + (sure.isEmpty() ? "" : " " + sure) + (tells() ? " " + sentence(under()) : "")).strip();
    }

    /// What the condition of the verdict has beyond these words.
    String more() {
        return Arrays.stream(sentences()).skip(under() + (tells() ? 1 : 0)).collect(Collectors.joining(" "));
    }

    /// Whether there is no figure: then it is told in a sentence of its own what was seen, or why nothing was.
    private boolean tells() {
        return Double.isNaN(verdict.measured()) && sentences().length > under();
    }

    private String figure() {
        var ends = VerdictFigures.ends(verdict);
        var says = lead + " " + verdict.claim().finding().replace("{}", VerdictFigures.value(verdict)
            .replace("×", " times")) + (ends.isEmpty() ? "" : " (" + ends + ")");
        return switch (verdict.ruling()) {
            case HOLDS -> says + ": the claim holds.";
            case HOLDS_IF -> says + ". The claim holds only if " + condition() + ".";
            case REFUTED -> says + ": the claim is refuted.";
            case UNDECIDED -> says + ". This does not decide the claim" + reason() + ".";
            case NOT_MEASURED -> says + ".";
        };
    }

    private String seen() {
        return switch (verdict.ruling()) {
            case HOLDS -> lead + " the claim holds.";
            case HOLDS_IF -> lead + " the claim holds only if " + condition() + ".";
            case REFUTED -> lead + " the claim is refuted.";
            case UNDECIDED -> lead + " the claim is not decided" + (verdict.forks() == 1
                ? ": it is one process alone" : verdict.forks() > 1 ? ": the processes do not agree" : "") + ".";
            case NOT_MEASURED -> "";
        };
    }

    private String reason() {
        int forks = verdict.forks();
        if (forks == 1) return ": it is one process alone";
        double luck = verdict.kind().luck(forks);
        if (luck > Chance.ENOUGH)
            return ": %d forks may agree by chance (%s)".formatted(forks, Chance.said(luck));
        var claim = verdict.claim();
        var range = claim.hasFigure() ? ", %s to %s".formatted(VerdictFigures.figure(claim.low(), claim.unit()),
            VerdictFigures.figure(claim.high(), claim.unit())) : "";
        return ": a part of the " + verdict.kind() + " lies outside of the claim's range" + range;
    }

    /// How sure a tick is, how sure a refutation by a range of forks; and that more forks would tell.
    private String sure() {
        int forks = verdict.forks();
        boolean figure = !Double.isNaN(verdict.measured());
        return switch (verdict.ruling()) {
            case HOLDS -> forks < 2 ? "" : figure ? odds("wrong", "agree with") : agree();
            case REFUTED -> forks < 2 ? "" : !figure ? agree()
                : verdict.kind() == Extent.RANGE ? odds("right", "contradict") : "";
            case UNDECIDED -> "More forks would tell.";
            case HOLDS_IF, NOT_MEASURED -> "";
        };
    }

    private String agree() {
        return verdict.forks() == 2 ? "Both processes agree."
            : String.format(Locale.ROOT, "All %,d processes agree.", verdict.forks());
    }

    private String odds(String were, String would) {
        if (verdict.kind() == Extent.BOUNDS) return "";
        var times = Chance.said(verdict.kind().luck(verdict.forks())).replaceFirst("(\\d+)( or less)?$", "$1 times$2");
        return String.format(Locale.ROOT, "If the claim were %s, chance alone would make %,d forks %s it %s%s.", were,
            verdict.forks(), would, verdict.kind() == Extent.INTERVAL ? "at most " : "", times);
    }

    private String condition() {
        return verdict.condition().isEmpty() ? "a condition is met" : inside(sentence(0).replaceFirst("[.]$", ""));
    }

    /// How many sentences of the condition are under which it holds.
    private int under() {
        return verdict.ruling() == Verdict.Ruling.HOLDS_IF && !verdict.condition().isEmpty() ? 1 : 0;
    }

    private String sentence(int index) {
        return sentences()[index];
    }

    private String[] sentences() {
        return verdict.condition().isBlank() ? new String[0] : END.split(verdict.condition());
    }

    /// As it stands inside another sentence: with a small letter, unless it begins with a name.
    private static String inside(String sentence) {
        var word = WORD.matcher(sentence);
        if (!word.lookingAt() || NAMES.contains(word.group()) || word.group().matches(".+\\p{Lu}.*")) return sentence;
        return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }
}
