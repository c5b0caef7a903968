package memorytax.view;

import memorytax.chart.Charts;
import memorytax.chart.KnobCharts;
import memorytax.claim.Attempt;
import memorytax.claim.CaseGuesses;
import memorytax.claim.Check;
import memorytax.claim.Guess;
import memorytax.claim.Headline;
import memorytax.claim.OrderGuess;
import memorytax.claim.PublishedMatrix;
import memorytax.claim.UserVerdicts;
import memorytax.claim.Verdicts;
import memorytax.instrument.Readings;
import memorytax.knob.Knobs;
import memorytax.measure.result.Backpacks;
import memorytax.measure.result.Calibration;
import memorytax.measure.result.Reported;
import memorytax.measure.result.Watched;
import memorytax.measure.result.Weighings;
import memorytax.measure.runtime.IdleCpu;
import memorytax.measure.runtime.PauseTimes;
import memorytax.measure.runtime.Pinning;
import memorytax.measure.runtime.ReturnedMemory;
import memorytax.measure.runtime.Schedules;
import memorytax.measure.runtime.SoakTest;
import memorytax.measure.runtime.ThreadLimits;
import memorytax.notebook.Prediction;
import memorytax.record.Ledger;
import memorytax.record.Machine;
import memorytax.service.Calculator;
import memorytax.service.Costs;
import memorytax.service.Estimates;
import memorytax.service.Service;
import memorytax.service.ServiceRuns;
import memorytax.table.AgreementTables;
import memorytax.table.CaseTable;
import memorytax.table.Exhaustion;
import memorytax.table.FieldTables;
import memorytax.table.FigureTable;
import memorytax.table.KnobTables;
import memorytax.table.OrderTable;
import memorytax.table.OtherServices;
import memorytax.table.PauseTables;
import memorytax.table.SchedulingTables;
import memorytax.table.ServiceTables;
import memorytax.table.Tables;
import org.knowm.xchart.internal.chartpart.Chart;
import tech.tablesaw.api.Table;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One thing that a reader sees. Terminal and page draw these, each in its own way, and know nothing else: of which of
/// them a result consists, its type says in [#of].
public sealed interface Part {
    /// @param remarks on it
    record Rows(Table table, List<String> remarks) implements Part {
        @Override
        public Optional<String> caption() {
            return Optional.of(""); // the table's name stands above it
        }
    }

    /// @param remarks on it
    record Picture(Chart<?, ?> chart, List<String> remarks) implements Part {
        @Override
        public Optional<String> caption() {
            return Optional.of(chart.getTitle() == null ? "" : chart.getTitle());
        }
    }

    /// Claims, judged.
    record Rulings(Verdicts verdicts) implements Part {
    }

    /// All claims of all chapters.
    record Claims(Ledger ledger) implements Part {
        @Override
        public Optional<String> caption() {
            return Optional.of("");
        }
    }

    /// The number to remember.
    record Number(Headline headline) implements Part {
    }

    /// How an exercise stands.
    record Exercise(Check check) implements Part {
    }

    /// Our solution of an exercise, for who has solved it.
    record Explanation(Attempt attempt) implements Part {
    }

    /// A guess of the reader's, and what the scale says.
    record Answer(Guess guess) implements Part {
    }

    /// Other services than the reader's: only a page can follow its reader's hand.
    record Sliders(Calculator calculator) implements Part {
    }

    /// Plain words.
    record Sentence(String text) implements Part {
    }

    /// Words in Markdown.
    record Prose(String markdown) implements Part {
    }

    /// Lines as they are.
    record Lines(String text) implements Part {
    }

    /// Of a figure, whose numbers come from somewhere, what it shows; that may stand in it already. Empty for words.
    default Optional<String> caption() {
        return Optional.empty();
    }

    /// What went wrong, was left out or was not measured here, a sentence each; none when all is well.
    default List<String> remarks() {
        return List.of();
    }

    /// What a reader sees of a value, by its type, before it is known where.
    static List<Part> of(Object value) {
        return switch (value) {
            case null -> List.of();
            case List<?> list -> list.stream().flatMap(v -> of(v).stream()).toList();
            case Knobs knobs -> List.of(new Picture(KnobCharts.tornado(knobs), List.of()),
                new Rows(KnobTables.ranked(knobs), knobs.remarks()));
            case Check check -> Stream.<Part>concat(Stream.of(new Exercise(check)),
                check.explained().stream().map(Explanation::new)).toList();
            case memorytax.knob.Explanation figure -> Stream.<Part>concat(
                Stream.of(new Prose("- " + String.join("\n- ", figure.sentences()))),
                FigureTable.of(figure).stream().map(table -> new Rows(table, List.of()))).toList();
            case Calculator calculator -> List.of(new Rows(OtherServices.of(calculator), List.of()),
                new Sliders(calculator));
            case OrderGuess order when !order.pairs().isEmpty() -> List.of(new Picture(Charts.order(order), List.of()),
                new Rows(OrderTable.of(order), List.of()));
            case OrderGuess order -> List.of(new Rows(OrderTable.of(order), List.of()));
            default -> List.of(Missing.line(value).<Part>map(Prose::new).orElseGet(() -> one(value)));
        };
    }

    private static Part one(Object value) {
        return switch (value) {
            case Table table -> new Rows(table, List.of());
            case Chart<?, ?> chart -> new Picture(chart, List.of());
            case Weighings w -> new Rows(Tables.byValue(w), Tables.remarks(w));
            case Backpacks b -> new Rows(Tables.parts(b), Tables.remarks(b));
            case Reported told -> reported(told);
            case Calibration c -> new Sentence(c.toString());
            case PublishedMatrix m -> new Rows(FieldTables.matrix(m), List.of());
            case Machine m -> new Rows(Tables.machine(m), List.of());
            case Service s -> new Prose(s.toString());
            case Costs c -> new Rows(ServiceTables.costs(c), List.of());
            case Estimates e -> new Rows(e.withGarbage() ? ServiceTables.needs(e) : ServiceTables.parked(e), List.of());
            case Verdicts v -> new Rulings(v);
            case UserVerdicts own when own.verdicts().all().isEmpty() -> new Prose(own.toString());
            case UserVerdicts own -> new Rulings(own.verdicts());
            case Ledger ledger -> new Claims(ledger);
            case Headline headline -> new Number(headline);
            case Guess guess -> new Answer(guess);
            case CaseGuesses guesses -> new Rows(CaseTable.of(guesses), List.of());
            case Prediction asked when !asked.cases().isEmpty() && asked.answer().isPresent() ->
                new Rows(CaseTable.of(CaseGuesses.of(asked)), List.of());
            case Prediction asked -> new Sentence(asked.sentence());
            case CharSequence text -> new Prose(text.toString());
            default -> new Lines(value.toString());
        };
    }

    private static Part reported(Reported told) {
        return switch (told) {
            case PauseTimes p -> rows(PauseTables.of(p), told);
            case IdleCpu i -> rows(SchedulingTables.idle(i), told);
            case Pinning p -> rows(SchedulingTables.kept(p), told);
            case ThreadLimits l -> rows(Exhaustion.limits(l), told);
            case Schedules s -> new Picture(Charts.busySpans(s.reports()), told.remarks());
            case ReturnedMemory r -> rows(SchedulingTables.givenBack(r), told);
            case SoakTest s -> new Picture(Charts.served(s.watched()), told.remarks());
            case ServiceRuns r -> rows(ServiceTables.garbage(r), told);
            case Readings r -> rows(AgreementTables.readings(r), told);
            case Watched w -> rows(Tables.watched(w), told);
            default -> rows(Tables.reports(told.reports()), told);
        };
    }

    private static Rows rows(Table table, Reported told) {
        return new Rows(table, told.remarks());
    }
}
