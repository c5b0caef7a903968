package memorytax.cli;

import memorytax.workshop.Timetable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// The options for somebody who leads a workshop. They go together.
final class WorkshopOptions {
    @Option(names = "--plan", paramLabel = "MINUTES", converter = Minutes.class,
        description = "Make a timetable for a workshop of so many minutes.")
    private Integer plan;
    @Option(names = "--chapters", paramLabel = "N[,N…]", converter = Chapters.class,
        description = "With --plan, --leader or --handout: these chapters, for example 1,3,6.")
    private Numbers chapters = new Numbers(List.of());
    @Option(names = "--leader", description = "Write the page for the leader of a workshop, with questions, "
        + "answers, guesses, exercises and what can go wrong: out/leader.html. With --plan, the timetable is on it.")
    boolean leader;
    @Option(names = "--handout",
        description = "Write the page for everybody else in the room, to print: out/handout.html.")
    boolean handout;

    /// Several numbers in one word.
    private record Numbers(List<Integer> all) {
    }

    /// Whether one of them is given that does something.
    boolean any() {
        return plan != null || leader || handout;
    }

    /// Of the workshop, where a timetable is wanted.
    OptionalInt minutes() {
        return plan == null ? OptionalInt.empty() : OptionalInt.of(plan);
    }

    /// Those that are named; none for all, or for a choice of ours.
    List<Integer> chapters() {
        return chapters.all;
    }

    /// The one that is given, for a line that says what is wrong; empty where none is.
    String named() {
        return plan != null ? "--plan" : leader ? "--leader" : handout ? "--handout"
            : chapters.all.isEmpty() ? "" : "--chapters";
    }

    private static int number(String text, int most, String what) {
        if (text.strip().matches("[1-9]\\d{0,4}") && Integer.parseInt(text.strip()) <= most)
            return Integer.parseInt(text.strip());
        throw new TypeConversionException("\"%s\" is not %s from 1 to %,d".formatted(text, what, most));
    }

    private static final class Minutes implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return number(text, Timetable.MOST, "a number of minutes");
        }
    }

    static final class Port implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return number(text, 65_535, "a port");
        }
    }

    private static final class Chapters implements ITypeConverter<Numbers> {
        @Override
        public Numbers convert(String text) {
            return new Numbers(Stream.of(text.split(",", -1)).map(n -> number(n, 9_999, "the number of a chapter"))
                .distinct().sorted().toList());
        }
    }
}
