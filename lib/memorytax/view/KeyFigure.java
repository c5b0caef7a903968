package memorytax.view;

import memorytax.claim.Check;
import memorytax.claim.Headline;
import memorytax.claim.Verdicts;
import memorytax.measure.result.Bytes;
import memorytax.measure.result.Calibration;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Slope;
import memorytax.measure.result.Weighings;
import memorytax.record.Ledger;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What a result says in a few words, where there is one line for it.
public final class KeyFigure {
    private KeyFigure() {
    }

    /// `1.3 KB to 24 KB for one task`; empty for what is a table, or a picture.
    public static Optional<String> of(Object value) {
        return switch (value) {
            case null -> Optional.empty();
            case List<?> list -> list.stream().filter(Objects::nonNull).flatMap(each -> of(each).stream()).findFirst();
            case Weighings weighed -> range(weighed);
            case Headline headline -> Optional.of(headline.figure() + " " + headline.sentence());
            case Calibration calibration -> Optional.of(calibration.toString());
            case Check check -> Optional.of(check.mark() + " " + check.word());
            case Verdicts verdicts -> Optional.of(verdicts.tally());
            case Ledger ledger -> ledger.parts().stream().findFirst().map(part -> part.verdicts().tally());
            case CharSequence text -> text.toString().lines().findFirst().map(line -> line.replaceFirst("^- ", ""));
            default -> Optional.empty();
        };
    }

    /// What one more task costs: the least and the most of it.
    private static Optional<String> range(Weighings weighed) {
        var slopes = weighed.variants().values().stream().flatMap(part -> part.contenders().stream()
            .flatMap(c -> part.slope(c, Quantity.RESIDENT).stream()))
            .sorted(Comparator.comparing(Slope::value)).toList();
        if (slopes.isEmpty()) return Optional.empty();
        var least = Bytes.of(slopes.getFirst().value());
        var most = Bytes.of(slopes.getLast().value());
        return Optional.of((least.equals(most) ? least : least + " to " + most) + " for one task");
    }
}
