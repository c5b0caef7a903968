package memorytax.options;

import picocli.CommandLine.ITypeConverter;

import java.util.List;
import java.util.stream.Stream;

/// Numbers of tasks, as many as are listed with commas between them.
record TaskNumbers(List<Integer> numbers) {
    /// `1000,10000`
    static final class Listed implements ITypeConverter<TaskNumbers> {
        @Override
        public TaskNumbers convert(String text) {
            return new TaskNumbers(Stream.of(text.split(",", -1)).map(n -> Options.number(n, 1, 10_000_000)).toList());
        }
    }

    /// `5`
    static final class Forks implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return Options.number(text, 1, 100);
        }
    }
}
