package memorytax.claim;

import java.util.Locale;
import java.util.Optional;

/// At most so much is asked of an exercise.
///
/// @param what     is counted: `live for one task`
/// @param unit     `B`, or empty for a plain number
/// @param most     in that unit; to be met, the whole measured interval lies at it or below
/// @param measured empty where it could not be told
/// @param look     what to look at where it is not met, a sentence; may be empty
record AtMost(String what, String unit, double most, Optional<Measured> measured, String look) implements Requirement {
    @Override
    public Requirement look(String at) {
        return new AtMost(what, unit, most, measured, at);
    }

    @Override
    public double asked() {
        return most;
    }

    @Override
    public String word() {
        return "limit";
    }

    @Override
    public boolean met() {
        return measured.isPresent() && measured.get().high() <= most;
    }

    /// How many times as much as asked was measured: 3.0; NaN where nothing was, or nothing was allowed.
    private double factor() {
        return most == 0 ? Double.NaN : measured.map(m -> m.value() / most).orElse(Double.NaN);
    }

    @Override
    public String shortfall() {
        var allowed = "allowed " + (most == 1 ? "is " : "are ") + figure(most);
        if (measured.isEmpty()) return what + " could not be told, " + allowed;
        var m = measured.get();
        return said(m) + (m.value() <= most && !met() ? ", perhaps up to " + figure(m.high()) : "") + ", " + allowed;
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
