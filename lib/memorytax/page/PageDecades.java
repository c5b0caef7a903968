package memorytax.page;

import memorytax.measure.result.Bytes;
import memorytax.claim.VerdictFigures;

import java.util.stream.DoubleStream;

/// A log axis in whole decades, at least two. Sizes go up by ten and, from unit to unit, to the next power of 1,024:
/// 1 B, 10 B, 100 B, 1 KB.
///
/// @param first decade shown, counted from 1
/// @param last  decade shown
record PageDecades(String unit, int first, int last) {
    /// The decades that hold all of `values`; what is not a positive number does not count.
    static PageDecades around(String unit, DoubleStream values) {
        var range = values.filter(v -> v > 0 && Double.isFinite(v)).summaryStatistics();
        if (range.getCount() == 0) return new PageDecades(unit, 0, 2);
        var any = new PageDecades(unit, 0, 0);
        int from = (int) Math.floor(any.decade(range.getMin()) - .05);
        int to = (int) Math.ceil(any.decade(range.getMax()) + .05);
        return new PageDecades(unit, to - from < 2 ? from - 1 : from, to);
    }

    double value(int decade) {
        return bytes() ? Math.pow(1024, Math.floorDiv(decade, 3)) * Math.pow(10, Math.floorMod(decade, 3))
            : Math.pow(10, decade);
    }

    String label(int decade) {
        String exact = bytes() ? Bytes.of(value(decade)) : VerdictFigures.figure(value(decade), unit);
        return exact.replaceFirst("(\\.\\d*?)0+(?=\\D|$)", "$1").replaceFirst("\\.(?=\\D|$)", "");
    }

    /// Where `value` lies between the ends of the axis, 0 to 1; beyond them it stays at the end.
    double share(double value) {
        double at = !(value > 0) ? first : Double.isInfinite(value) ? last : decade(value);
        return (Math.clamp(at, first, last) - first) / (last - first);
    }

    private double decade(double value) {
        int below = (int) Math.floor(Math.log10(value));
        while (value(below) > value) below--;
        while (value(below + 1) <= value) below++;
        return below + Math.log(value / value(below)) / Math.log(value(below + 1) / value(below));
    }

    private boolean bytes() {
        return unit.equals("B");
    }
}
