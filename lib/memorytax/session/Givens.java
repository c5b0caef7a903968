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
        everywhere(Scale.class, "scale", (session, step) -> session.scales.apply(step)),
        everywhere(Guesses.class, "guesses", (session, _) -> session.notes.guesses()),
        everywhere(Results.class, "results",
            (session, _) -> new Results(session.out, session.machine, session.options.recorded)),
        with(WeighOptions.class, UserFile.class, "own", WeighOptions::own),
        with(ChooseOptions.class, Guests.class, "guests", o -> o.guests),
        with(ChooseOptions.class, WaitsFor.class, "waitsFor", ChooseOptions::waitsFor),
        with(ChooseOptions.class, Offer.class, "offer", ChooseOptions::offer),
        with(ChooseOptions.class, UserClaims.class, "claims", ChooseOptions::claims));

    /// @param options of the chapters that have it
    private record Entry<O extends Options, T>(Class<O> options, Class<T> type, String name,
                                               BiFunction<Givens, Cell.Step, T> made) {
        private Given<T> in(Givens session) {
            return new Given<>(type, step -> made.apply(session, step));
        }
    }

    private static <T> Entry<Options, T> everywhere(Class<T> type, String name,
                                                    BiFunction<Givens, Cell.Step, T> made) {
        return new Entry<>(Options.class, type, name, made);
    }

    private static <O extends Options, T> Entry<O, T> with(Class<O> options, Class<T> type, String name,
                                                           Function<O, T> made) {
        return new Entry<>(options, type, name, (session, _) -> made.apply(options.cast(session.options)));
    }

    /// As parameters, for whoever checks the source of a chapter that is read with such options.
    public static List<Cell.Parameter> parameters(Class<? extends Options> options) {
        return entries(options).map(entry -> Cell.Parameter.of(entry.type, entry.name)).toList();
    }

    /// For the steps of this session.
    List<Given<?>> all() {
        return entries(options.getClass()).<Given<?>>map(entry -> entry.in(this)).toList();
    }

    private static Stream<Entry<?, ?>> entries(Class<? extends Options> options) {
        return ENTRIES.stream().filter(entry -> entry.options.isAssignableFrom(options));
    }
}
