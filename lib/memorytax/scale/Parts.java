package memorytax.scale;

import java.util.LinkedHashMap;

/// One task taken apart by its own runtime: bytes of each kind of object that exists once per task.
///
/// @param bytes name of the part -> bytes per task, largest first
public record Parts(Contender contender, LinkedHashMap<String, Double> bytes) {
    /// What the parts come to, in bytes.
    public double sum() {
        return bytes.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
