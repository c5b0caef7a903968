package memorytax.claim;

import memorytax.measure.result.Bytes;

import java.util.Locale;
import java.util.Optional;

/// So many bytes are asked of an exercise, not more and not less.
///
/// @param what     is counted: `for one task`
/// @param bytes    that are asked
/// @param share    by which it may differ: 0.1 for 10 %; to be met, the whole measured interval lies within
/// @param measured empty where it could not be told
/// @param look     what to look at where it is not met, a sentence; may be empty
record About(String what, double bytes, double share, Optional<Measured> measured, String look)
    implements Requirement {
    @Override
    public Requirement look(String at) {
        return new About(what, bytes, share, measured, at);
    }

    @Override
    public String unit() {
        return "B";
    }

    @Override
    public double asked() {
        return bytes;
    }

    @Override
    public String word() {
        return "asked";
    }

    @Override
    public boolean met() {
        return measured.filter(m -> m.low() >= least() && m.high() <= most()).isPresent();
    }

    private double least() {
        return bytes * (1 - share);
    }

    private double most() {
        return bytes * (1 + share);
    }

    @Override
    public String shortfall() {
        return measured.map(this::said).orElse(what + " could not be told") + ", asked are " + wanted();
    }

    /// `20 KB ± 10 %`
    private String wanted() {
        return Bytes.given(bytes) + String.format(Locale.ROOT, " ± %.0f %%", 100 * share);
    }

    /// `2,241 B for one task, and 20 KB ± 10 % is asked: 18 KB too few, 0.11 times as much`
    @Override
    public String toString() {
        var asked = ", and " + wanted() + " is asked";
        if (measured.isEmpty()) return what + " could not be told" + asked;
        var m = measured.get();
        var says = said(m) + asked;
        if (met()) return says;
        if (m.value() < least()) return says + ": " + figure(bytes - m.value()) + " too few" + times(m);
        if (m.value() > most()) return says + ": " + figure(m.value() - bytes) + " too many" + times(m);
        return says + ", but it may be " + (m.high() > most() ? "up to " + figure(m.high())
            : "as little as " + figure(m.low())) + ": more forks would tell";
    }

    private String times(Measured m) {
        double factor = m.value() / bytes;
        var digits = factor < 0.995 ? "%.2f" : factor < 9.95 ? "%.1f" : "%,.0f";
        return ", " + String.format(Locale.ROOT, digits, factor) + " times as much";
    }
}
