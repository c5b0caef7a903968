package memorytax.chart.model;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What stands below a chart, sentence by sentence. Of what only one hand draws, that hand alone speaks.
public record Caption(List<Sentence> sentences) {
    /// Who draws a chart: as a picture on the page and in files, or in the characters of a terminal.
    public enum Hand { PICTURE, CHARACTERS }

    /// @param by the hands whose drawing it is true of
    public record Sentence(String text, Set<Hand> by) {
    }

    /// A caption that begins with what is true of every drawing.
    public static Caption of(String text) {
        return new Caption(List.of()).and(text);
    }

    /// The caption, and after it what is true of every drawing; the same caption if that is empty.
    public Caption and(String text) {
        return and(EnumSet.allOf(Hand.class), text);
    }

    /// The caption, and after it what is true of that hand's drawing alone; the same caption if that is empty.
    public Caption and(Hand hand, String text) {
        return and(EnumSet.of(hand), text);
    }

    private Caption and(Set<Hand> by, String text) {
        var all = new ArrayList<>(sentences);
        if (!text.isBlank()) all.add(new Sentence(text, by));
        return new Caption(List.copyOf(all));
    }

    /// What that hand says.
    public String by(Hand hand) {
        return sentences.stream().filter(s -> s.by.contains(hand)).map(Sentence::text)
            .collect(Collectors.joining(" "));
    }
}
