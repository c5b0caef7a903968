package memorytax.instrument;

import memorytax.instrument.Readings.Reading;
import memorytax.measure.result.Interval;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Reports;
import memorytax.measure.result.Slope;
import memorytax.measure.result.Weighings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How far other instruments are from the scale. What counts as agreement was fixed before anything was compared: 2 %,
/// which is what an audit by hand had found. Where forks differ too much for that, the intervals may have a value in
/// common: then no difference is seen, and that is no agreement either.
///
/// @param rows a figure of the scale beside what one instrument says of it
public record Agreement(List<Row> rows) {
    /// As far as an instrument may be from the scale, as a share.
    public static final double CLOSE = 0.02;
    /// As far as JMH may be from the meter of chapter 3, in bytes.
    public static final double HALF_A_BYTE = 0.5;
    /// The figure of chapter 3, and of JMH.
    static final String PER_OP = "bytes_per_op";

    /// One figure, by the scale and by an instrument.
    ///
    /// @param other what the instrument says, with its 95 % interval
    /// @param here  both were measured on this machine; otherwise one of them is recorded
    public record Row(Reading reading, Slope scale, Interval other, boolean here) {
        /// How far the instrument is from the scale, as a share: 0.01 where it says one in a hundred more.
        public double apart() {
            return other.mean() / scale.value() - 1;
        }

        /// The same in percent: `+0.7 %`, `0.0 %`
        public String difference() {
            double percent = Math.round(1_000 * apart()) / 10.0;
            return (percent == 0 ? "0.0" : String.format(Locale.ROOT, "%+.1f", percent)) + " %";
        }

        /// Whether they agree.
        public boolean agrees() {
            return Math.abs(apart()) <= CLOSE;
        }

        /// Whether they differ for sure: they do not agree, and no value lies in both intervals.
        public boolean differs() {
            return !agrees() && (other.low() > scale.high() || other.high() < scale.low());
        }
    }

    /// A case of chapter 3.
    ///
    /// @param meter bytes of one operation, as the chapter counts them
    /// @param jmh   the same by JMH
    public record Case(String name, double meter, double jmh) {
        /// Whether they agree.
        public boolean agrees() {
            return Math.abs(jmh - meter) <= HALF_A_BYTE;
        }
    }

    /// A row for each reading whose quantity the scale has weighed, too.
    public static Agreement of(Readings readings, Weighings... weighed) {
        return new Agreement(readings.all().stream().flatMap(reading -> scale(reading, weighed).stream()
            .flatMap(slope -> readings.perTask(reading).stream().map(other -> new Row(reading, slope, other,
                slope.here() && readings.here(reading.contender()))))).toList());
    }

    private static Optional<Slope> scale(Reading reading, Weighings... weighed) {
        return Arrays.stream(weighed).flatMap(w -> w.slope(reading.contender(), reading.quantity()).stream())
            .findFirst();
    }

    /// The cases of chapter 3 that both have counted.
    ///
    /// @param meter what the chapter's processes told
    public static List<Case> cases(Reports meter, String contender, Reports jmh) {
        return meter.names().stream().flatMap(name -> meter.of(contender, name, PER_OP).stream().flatMap(ours ->
            jmh.of("JMH", name, PER_OP).stream().map(theirs -> new Case(name, ours.mean(), theirs.mean())))).toList();
    }

    /// How many agree.
    public int agreeing() {
        return (int) rows.stream().filter(Row::agrees).count();
    }

    /// Whether all of it was measured on this machine.
    public boolean here() {
        return rows.stream().allMatch(Row::here);
    }

    /// `18 of 20 comparisons agree`
    @Override
    public String toString() {
        return agreeing() + " of " + rows.size() + " comparisons agree";
    }
}
