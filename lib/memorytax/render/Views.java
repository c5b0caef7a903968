package memorytax.render;

import memorytax.claim.Machine;
import memorytax.scale.Backpacks;
import memorytax.scale.Calibration;
import memorytax.scale.Weighings;
import memorytax.table.Tables;

import java.util.List;

/// What a reader sees of a value, by its type, before it is known where: tables, charts and sentences. Terminal and
/// page then draw these in their own way.
final class Views {
    private Views() {
    }

    /// The value itself, if it is such a thing already.
    static List<Object> parts(Object value) {
        return switch (value) {
            case null -> List.of();
            case Weighings w -> with(Tables.summary(w), Tables.remarks(w));
            case Calibration c -> List.of(c.toString());
            case Machine m -> List.of(Tables.machine(m));
            case Backpacks b -> with(Tables.parts(b), b.remarks());
            case List<?> list -> list.stream().flatMap(v -> parts(v).stream()).toList();
            default -> List.of(value);
        };
    }

    private static List<Object> with(Object first, List<String> remarks) {
        return remarks.isEmpty() ? List.of(first) : List.of(first, "- " + String.join("\n- ", remarks));
    }
}
