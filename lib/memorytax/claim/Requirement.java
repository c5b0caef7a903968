package memorytax.claim;

import memorytax.measure.result.Bytes;

import java.util.Locale;
import java.util.Optional;

/// Something that is asked of an exercise, and what was measured.
///
/// @param what     is counted: `live for one task`
/// @param unit     `B`, or empty for a plain number
/// @param most     in that unit; to be met, the whole measured interval lies at it or below
/// @param measured empty where it could not be told
/// @param look     what to look at where it is not met, a sentence; may be empty
public record Requirement(String what, String unit, double most, Optional<Measured> measured, String look) {
    /// One that does not say what to look at.
    public Requirement(String what, String unit, double most, Optional<Measured> measured) {
        this(what, unit, most, measured, "");
    }

    Requirement look(String at) {
        return new Requirement(what, unit, most, measured, at);
    }

    /// Whether it is met, with all of what may be.
    public boolean met() {
        return measured.isPresent() && measured.get().high() <= most;
    }

    /// How many times as much as asked was measured: 3.0; NaN where nothing was, or nothing was allowed.
    public double factor() {
        return most == 0 ? Double.NaN : measured.map(m -> m.value() / most).orElse(Double.NaN);
    }

    /// As people write it: `913 B`, `10,003`.
    public String figure(double value) {
        if (unit.equals("B")) return Math.abs(value) < 10_000 ? Bytes.exact(value) : Bytes.of(value);
        var decimals = most * 10 == Math.rint(most * 10) ? "%,.1f" : "%,.2f";
        return (String.format(Locale.ROOT, value == Math.rint(value) ? "%,.0f" : decimals, value) + " " + unit).strip();
    }

    /// `913 B live for one task, allowed are 300 B`
    public String shortfall() {
        var allowed = "allowed " + (most == 1 ? "is " : "are ") + figure(most);
        if (measured.isEmpty()) return what + " could not be told, " + allowed;
        var m = measured.get();
        return said(m) + (m.value() <= most && !met() ? ", perhaps up to " + figure(m.high()) : "") + ", " + allowed;
    }

    private String said(Measured m) {
        return figure(m.value()) + " " + (m.value() == 1 ? what.replaceFirst("s$", "") : what);
    }

    /// `913 B live for one task, and 300 B is the limit: 613 B too many, 3.0 times as much`
    @Override
    public String toString() {
        var asked = ", and " + figure(most) + " is the limit";
        if (measured.isEmpty()) return what + " could not be told" + asked;
        var m = measured.get();
        var says = said(m) + asked;
        if (met()) return says;
        if (m.value() <= most) return says + ", but it may be up to " + figure(m.high()) + ": more forks would tell";
        boolean share = unit.isEmpty() && most != Math.rint(most);
        var tooMany = says + ": " + figure(m.value() - most) + (share ? " too much" : " too many");
        return most > 0 ? tooMany + ", " + String.format(Locale.ROOT, factor() < 9.95 ? "%.1f" : "%,.0f", factor())
            + " times as much" : tooMany;
    }
}
