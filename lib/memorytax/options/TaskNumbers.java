package memorytax.options;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Numbers of tasks, as many as are listed with commas between them.
record TaskNumbers(List<Integer> numbers) {
    /// `1000,10000`
    static final class Listed implements ITypeConverter<TaskNumbers> {
        @Override
        public TaskNumbers convert(String text) {
            return new TaskNumbers(Stream.of(text.split(",", -1)).map(n -> number(n, 1, 10_000_000)).toList());
        }
    }

    /// `5`
    static final class Forks implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return number(text, 1, 100);
        }
    }

    /// @throws TypeConversionException with one line, when it is none from `least` to `most`
    static int number(String text, int least, int most) {
        try {
            int n = Integer.parseInt(text.strip().replace("_", ""));
            if (n >= least && n <= most) return n;
        } catch (NumberFormatException e) {
            // said below
        }
        throw new TypeConversionException(
            String.format(Locale.ROOT, "\"%s\" is not a whole number from %,d to %,d", text, least, most));
    }
}
