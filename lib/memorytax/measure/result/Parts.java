package memorytax.measure.result;

import java.util.LinkedHashMap;
import java.util.List;

/// One task taken apart by its own runtime: bytes of each kind of object that exists once per task.
///
/// @param bytes name of the part -> bytes per task, largest first
public record Parts(Contender contender, LinkedHashMap<String, Double> bytes) {
    /// What the parts come to, in bytes.
    public double sum() {
        return bytes.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /// The sum, and a line per part.
    @Override
    public String toString() {
        var rows = bytes.entrySet().stream().map(e -> List.of(Bytes.exact(e.getValue()), e.getKey())).toList();
        return contender.name() + ": " + Bytes.exact(sum()) + "\n" + TextColumns.of(rows);
    }
}
