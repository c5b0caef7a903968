package memorytax.notebook;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// Asks for a number above zero, or for one within bounds, both of which are allowed.
///
/// @param unit  of it: `B` for a size, `B/s` for a rate, both of 1,024; or another, as `frames`
/// @param least that is allowed
record NumberQuestion(String unit, double least, double most) implements Question {
    /// The unit of a size, and that of a rate.
    static final String SIZE = "B", RATE = "B/s";
    // "1,5 KB" may be fifteen or one and a half: only groups of three are taken for thousands
    private static final Pattern NUMBER = Pattern.compile(
        "(?:~|≈|about\\b)?\\s*((?:\\d{1,3}(?:[,_]\\d{3}){1,4}|\\d{1,15})(?:\\.\\d{1,6})?|\\.\\d{1,6})\\s*(\\D*)");
    private static final Pattern EACH_SECOND = Pattern.compile("\\s*(?:/ ?s(?:ec(?:ond)?)?|(?:a|per) second)$");
    private static final Pattern PREFIX = Pattern.compile("([kmgt])(?:i?b)?|b|bytes?|");

    /// Of any number above zero.
    NumberQuestion(String unit) {
        this(unit, Double.MIN_VALUE, Double.MAX_VALUE);
    }

    @Override
    public String asked() {
        if (isRate()) return "bytes a second, like 800 KB/s or 1.5 GB/s";
        if (isSize()) return "bytes, like 800 B or 1.5 KB";
        return (unit.isEmpty() ? "a number" : unit) + ", like 30 or 1,500";
    }

    @Override
    public Answer answered(String said) {
        var number = NUMBER.matcher(said.toLowerCase(Locale.ROOT));
        if (!number.matches()) throw refused(said);
        var digits = new BigDecimal(number.group(1).replaceAll("[,_]", ""));
        var word = number.group(2).strip();
        if (isSize()) {
            var size = PREFIX.matcher(isRate() ? EACH_SECOND.matcher(word).replaceFirst("") : word);
            if (!size.matches()) throw refused(said);
            var prefix = size.group(1) == null ? "" : size.group(1).toUpperCase(Locale.ROOT);
            double bytes = digits.doubleValue() * Math.pow(1024, prefix.isEmpty() ? 0 : "KMGT".indexOf(prefix) + 1);
            return within(said, bytes, shown(digits) + " " + prefix + unit);
        }
        boolean thousands = !isUnit(word) && word.startsWith("k");
        if (!isUnit(thousands ? word.substring(1).strip() : word)) throw refused(said);
        var value = thousands ? digits.scaleByPowerOfTen(3) : digits;
        return within(said, value.doubleValue(), (shown(value) + " " + unit).strip());
    }

    private Answer within(String said, double value, String shown) {
        if (value < least || value > most) throw refused(said);
        return new Answer(shown, OptionalDouble.of(value));
    }

    private boolean isSize() {
        return unit.equals(SIZE) || isRate();
    }

    private boolean isRate() {
        return unit.equals(RATE);
    }

    private boolean isUnit(String word) {
        return unit.toLowerCase(Locale.ROOT).startsWith(word);
    }

    private IllegalArgumentException refused(String said) {
        return Question.refused(said, most == Double.MAX_VALUE ? "more than zero " + asked()
            : (bound(least) + " to " + bound(most) + (isSize() ? "" : " " + unit)).strip());
    }

    private String bound(double value) {
        int power = 0;
        while (isSize() && power < 4 && value >= 1024) {
            value /= 1024;
            power++;
        }
        var number = shown(BigDecimal.valueOf(value));
        return isSize() ? number + " " + " KMGT".substring(power, power + 1).strip() + unit : number;
    }

    private static String shown(BigDecimal number) {
        return new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
    }
}
