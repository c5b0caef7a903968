package memorytax.options;

import memorytax.knob.Figure;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

import java.util.Map;
import java.util.Optional;

/// What a reader can say who has a figure and asks where it comes from.
@Command(footer = {"", "Examples:",
    "  ./jbang ${COMMAND-NAME}                          step by step",
    "  ./jbang ${COMMAND-NAME} --explain \"20 KB per asyncio task\"",
    "  ./jbang ${COMMAND-NAME} --explain \"180 MB for 10,000 asyncio tasks, Python 3.12\" --recorded"})
public final class KnobOptions extends Options {
    /// The step that asks for a figure.
    private static final String QUESTION = "yourFigure";
    @Option(names = "--explain", order = -9, paramLabel = "FIGURE", converter = Asked.class,
        description = {"Say which circumstances lead to a figure, like \"2,600 B per virtual thread\", and exit.",
            "Looks into your last run of the chapter, or else into our recorded run. With an option that runs cells, "
            + "like --all: answer the chapter's question with it."})
    Figure explain;

    /// The answer to the chapter's question.
    @Override
    public Map<String, String> said() {
        return explain == null ? Map.of() : Map.of(QUESTION, explain.text());
    }

    /// Whether nothing is wanted but the explanation: no option asks for cells.
    public boolean alone() {
        return explain != null && whole() && !all && !fast && !live && !slides && !watch && !reset
            && !exports.any();
    }

    /// The figure that is asked about.
    public Optional<Figure> figure() {
        return Optional.ofNullable(explain);
    }

    private static final class Asked implements ITypeConverter<Figure> {
        @Override
        public Figure convert(String text) {
            try {
                return Figure.of(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
