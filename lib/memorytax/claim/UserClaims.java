package memorytax.claim;

import memorytax.file.Csv;
import memorytax.file.CsvRow;
import memorytax.measure.result.Bytes;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Counted;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Weighings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a reader claims, or has read somewhere: a CSV file with a row for each claim, to be held against what the
/// chapters have weighed.
///
/// | column | |
/// |---|---|
/// | `statement` | in words |
/// | `low`, `high` | the range by which it is judged, `2 KB` or a number; or `about`, which is 20 % either way |
/// | `contender` | as the chapter's tables name it: `goroutines` |
/// | `tasks` | of the whole process with so many; without it the claim is about one task |
/// | `than` | another contender: the claim is about how many times as much the first one takes |
/// | `quantity` | `resident`, or what is `live` |
/// | `chapter`, `step`, `params` | where it was weighed: chapter `1`, `weighed`; `depth=100` |
///
/// Only the first four are needed, and of those only one range.
public record UserClaims(List<Row> rows) {
    /// None at all: the reader has brought no file.
    public static final UserClaims NONE = new UserClaims(List.of());
    private static final List<String> COLUMNS = List.of("statement", "low", "high", "about", "contender", "tasks",
        "than", "quantity", "chapter", "step", "params");
    private static final List<Quantity> QUANTITIES = List.of(Quantity.RESIDENT, Quantity.LIVE);
    private static final Pattern PARAMS = Pattern.compile("(\\w+=\\S+( +\\w+=\\S+)*)?");

    /// One claim, and where to look it up.
    ///
    /// @param params words of the load beside `tasks`, sorted: `depth=100`
    /// @param than   empty where the claim is about one contender
    record Row(Claim claim, String step, String contender, String than, String params, Quantity quantity,
               OptionalInt tasks) {
        private String chapter() {
            return "chapter" + claim.chapter();
        }
    }

    /// @throws IllegalArgumentException with one line that names the row, what it says and what is allowed
    public static UserClaims read(Path file) {
        try {
            var rows = Csv.rows(file);
            if (rows.isEmpty()) throw new IllegalArgumentException(
                file + ": there is no claim below the line with the columns");
            return new UserClaims(rows.stream().map(row -> new Reading(file, row).row()).toList());
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException(file + ": there is no such file", e);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + (Files.isDirectory(file) ? ": it is a folder; name a CSV file"
                : ": it cannot be read"), e);
        }
    }

    /// Holds each of them against what was weighed.
    ///
    /// @param weighed the number of a chapter and a step -> what was weighed there; nothing where nothing was
    public UserVerdicts judged(BiFunction<Integer, String, Weighings> weighed) {
        var judge = Judge.of(rows.stream().map(Row::claim).toList());
        for (var row : rows) {
            var all = weighed.apply(row.claim.chapter(), row.step);
            var part = all.variants().getOrDefault(row.params, new Weighings(row.step, List.of()));
            var measured = measured(row, part);
            judge.in(row.chapter() + "#" + row.step).by(row.claim.id(), measured);
            if (measured.isEmpty()) judge.note(why(row, all, part));
        }
        return new UserVerdicts(judge.verdicts());
    }

    private static Optional<Measured> measured(Row row, Weighings weighed) {
        var figure = figure(row, weighed, row.contender);
        return row.than.isEmpty() ? figure : Measured.ratio(figure, figure(row, weighed, row.than));
    }

    private static Optional<Measured> figure(Row row, Weighings weighed, String contender) {
        return row.tasks.isPresent() ? Measured.whole(weighed, contender, row.tasks.getAsInt())
            : Measured.task(weighed, contender, row.quantity);
    }

    /// What there is instead of what was asked for.
    private static String why(Row row, Weighings all, Weighings part) {
        var where = "The step \"" + row.step + "\" of chapter " + row.claim.chapter();
        if (all.all().isEmpty()) return where + " was not run, or does not exist.";
        if (part.all().isEmpty()) return where + " was not weighed with " + params(row.params) + ", but with "
            + all.variants().keySet().stream().map(UserClaims::params).collect(Collectors.joining("; ")) + ".";
        var names = part.contenders().stream().map(c -> c.name()).toList();
        var missing = Stream.of(row.contender, row.than).filter(n -> !n.isEmpty() && !names.contains(n)).findFirst();
        if (missing.isPresent()) return where + " has no contender \"" + missing.get() + "\"; it has "
            + String.join("; ", names) + ".";
        return where + (row.tasks.isEmpty() ? " did not measure " + row.quantity + " bytes of one task."
            : " was not weighed with %s, but with %s.".formatted(Counted.of(row.tasks.getAsInt(), "task"),
                part.sizes().stream().map(n -> String.format(Locale.ROOT, "%,d", n))
                    .collect(Collectors.joining("; "))));
    }

    private static String params(String params) {
        return params.isEmpty() ? "no params" : params;
    }

    /// One row while it is read.
    private record Reading(Path file, CsvRow cells) {
        Row row() {
            for (var column : cells.columns()) if (!COLUMNS.contains(column))
                throw wrong("there is no column \"" + column + "\"; the columns are " + String.join(", ", COLUMNS));
            var statement = text("statement", "");
            var contender = Contender.written(text("contender", ""));
            if (statement.isEmpty() || contender.isEmpty())
                throw wrong("a claim needs a statement and a contender");
            boolean about = !text("about", "").isEmpty();
            boolean range = !text("low", "").isEmpty() && !text("high", "").isEmpty();
            if (about == range) throw wrong("a claim needs either low and high, or about");
            var unit = text("than", "").isEmpty() ? "B" : "x";
            var claim = new Claim(file.getFileName() + ":" + cells.number(), whole("chapter", 1, 99).orElse(1), "",
                statement, said(), bound("low", unit), bound("high", unit), unit, file.getFileName().toString());
            if (claim.low() > claim.high()) throw wrong("low is above high");
            return new Row(claim, text("step", "weighed"), contender, Contender.written(text("than", "")), params(),
                quantity(), whole("tasks", 1, 100_000_000));
        }

        /// The range as its card shows it.
        private String said() {
            return text("about", "").isEmpty() ? text("low", "") + " to " + text("high", "") : "~" + text("about", "");
        }

        private double bound(String column, String unit) {
            if (!text("about", "").isEmpty())
                return value("about", unit) * (column.equals("low") ? 1 - Judge.ABOUT : 1 + Judge.ABOUT);
            return value(column, unit);
        }

        private double value(String column, String unit) {
            var text = text(column, "").replace(",", "").replaceAll("[x×]$", "");
            boolean plain = text.matches("\\d+(\\.\\d+)?");
            return (unit.equals("x") && !plain ? OptionalDouble.empty() : Bytes.parse(plain ? text + " B" : text))
                .orElseThrow(() -> wrong("%s \"%s\" is not a %s".formatted(column, text(column, ""),
                    unit.equals("B") ? "size like 800 B or 2 KB" : "number like 2.5")));
        }

        private OptionalInt whole(String column, int least, int most) {
            var text = text(column, "").replaceAll("[,_]", "");
            if (text.isEmpty()) return OptionalInt.empty();
            if (text.matches("\\d{1,9}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most)
                return OptionalInt.of(Integer.parseInt(text));
            throw wrong("%s \"%s\" is not a whole number from %,d to %,d".formatted(column, text, least, most));
        }

        private Quantity quantity() {
            var text = text("quantity", Quantity.RESIDENT.toString());
            return QUANTITIES.stream().filter(q -> q.toString().equals(text)).findFirst().orElseThrow(() ->
                wrong("quantity \"" + text + "\" is not allowed; allowed: resident, live"));
        }

        private String params() {
            var text = text("params", "");
            if (!PARAMS.matcher(text).matches()) throw wrong("params \"" + text + "\" are not of the form depth=100");
            return Arrays.stream(text.split(" +")).sorted().collect(Collectors.joining(" "));
        }

        private String text(String column, String usual) {
            var text = cells.text(column).strip();
            return text.isEmpty() ? usual : text;
        }

        private IllegalArgumentException wrong(String what) {
            return cells.wrong(what);
        }
    }
}
