package memorytax.session;

import memorytax.claim.Guesses;
import memorytax.claim.UserClaims;
import memorytax.measure.plan.Scale;
import memorytax.measure.process.Guests;
import memorytax.measure.process.UserFile;
import memorytax.notebook.Given;
import memorytax.notebook.source.Cell;
import memorytax.options.ChooseOptions;
import memorytax.options.Options;
import memorytax.options.WeighOptions;
import memorytax.record.Machine;
import memorytax.record.Results;
import memorytax.service.Offer;
import memorytax.service.WaitsFor;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/// What a step may be given that no step returns, and whatever it takes to make it in a session.
///
/// @param out    where the results of all chapters are
/// @param notes  of the reader
/// @param scales the scale for a step
public record Givens(Options options, Path out, Machine machine, ProgressNotes notes,
                     Function<Cell.Step, Scale> scales) {
    /// All of it, each as a chapter writes it: to add one is to add a line.
    private static final List<Entry<?, ?>> ENTRIES = List.of(
        everywhere(Scale.class, "scale", "scale.in(\"STEP\")", (session, step) -> session.scales.apply(step)),
        everywhere(Guesses.class, "guesses", "new Guesses(List.of())", (session, _) -> session.notes.guesses()),
        everywhere(Results.class, "results",
            "new Results(workbook.resolve(\"out\"), memorytax.record.Machine.of(scale), RECORDED)",
            (session, _) -> new Results(session.out, session.machine, session.options.recorded)),
        with(WeighOptions.class, UserFile.class, "own", "", WeighOptions::own),
        with(ChooseOptions.class, Guests.class, "guests", "Guests.NONE", o -> o.guests),
        with(ChooseOptions.class, WaitsFor.class, "waitsFor", "WaitsFor.SIGNAL", ChooseOptions::waitsFor),
        with(ChooseOptions.class, Offer.class, "offer", "Offer.usual()", ChooseOptions::offer),
        with(ChooseOptions.class, UserClaims.class, "claims", "UserClaims.NONE", ChooseOptions::claims));

    /// @param options of the chapters that have it
    /// @param java    that makes one in a notebook for Jupyter, which has variables `scale` and `workbook`; STEP stands
    ///                for the step that takes it, RECORDED for whether nothing is measured. Empty for what only a
    ///                command line tells
    private record Entry<O extends Options, T>(Class<O> options, Class<T> type, String name, String java,
                                               BiFunction<Givens, Cell.Step, T> made) {
        private Given<T> in(Givens session) {
            return new Given<>(type, step -> made.apply(session, step));
        }
    }

    private static <T> Entry<Options, T> everywhere(Class<T> type, String name, String java,
                                                    BiFunction<Givens, Cell.Step, T> made) {
        return new Entry<>(Options.class, type, name, java, made);
    }

    private static <O extends Options, T> Entry<O, T> with(Class<O> options, Class<T> type, String name, String java,
                                                           Function<O, T> made) {
        return new Entry<>(options, type, name, java, (session, _) -> made.apply(options.cast(session.options)));
    }

    /// As parameters, for whoever checks the source of a chapter that is read with such options.
    public static List<Cell.Parameter> parameters(Class<? extends Options> options) {
        return entries(options).map(entry -> Cell.Parameter.of(entry.type, entry.name)).toList();
    }

    /// Java that makes the value of a parameter in a notebook for Jupyter; empty where that cannot be.
    static Optional<String> inJupyter(Cell.Step step, Cell.Parameter parameter, boolean recorded) {
        return ENTRIES.stream().filter(entry -> parameter.is(entry.type) && !entry.java.isEmpty()).findFirst()
            .map(entry -> entry.java.replace("STEP", step.name()).replace("RECORDED", String.valueOf(recorded)));
    }

    /// For the steps of this session.
    List<Given<?>> all() {
        return entries(options.getClass()).<Given<?>>map(entry -> entry.in(this)).toList();
    }

    private static Stream<Entry<?, ?>> entries(Class<? extends Options> options) {
        return ENTRIES.stream().filter(entry -> entry.options.isAssignableFrom(options));
    }
}
