package memorytax.notebook;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Asks for one of several answers: it is typed as its number, from 1, or as a beginning that no other answer has.
record ChoiceQuestion(List<String> answers) implements Question {
    ChoiceQuestion {
        answers = List.copyOf(answers);
    }

    /// `1 virtual threads, 2 goroutines`
    @Override
    public String asked() {
        var between = answers.stream().anyMatch(a -> a.contains(",")) ? "; " : ", ";
        return IntStream.range(0, answers.size()).mapToObj(i -> i + 1 + " " + answers.get(i))
            .collect(Collectors.joining(between));
    }

    @Override
    public Answer answered(String said) {
        var fitting = answers.stream().filter(said::equalsIgnoreCase).toList();
        if (fitting.isEmpty()) fitting = IntStream.range(0, answers.size())
            .filter(i -> said.equals(String.valueOf(i + 1))).mapToObj(answers::get).toList();
        if (fitting.isEmpty()) fitting = answers.stream().filter(a -> !said.isEmpty()
            && a.regionMatches(true, 0, said, 0, said.length())).toList();
        if (fitting.size() != 1) throw Question.refused(said, asked());
        return new Answer(fitting.getFirst(), OptionalDouble.empty());
    }
}
