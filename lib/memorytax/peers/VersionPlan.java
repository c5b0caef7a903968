package memorytax.peers;

import java.util.Map;
import java.util.function.Function;

/// Which versions a chapter that compares them is to have.
///
/// @param releases of `go`, `java` or `python`: a version as people say it (`3.12`, `1.24`, `21`) and the newest patch
///                 of it that is known (`1.24.13`), which may be empty. Each is a contender, wherever it is.
/// @param search   whether those of this machine are looked for; otherwise the record stands in for all of them
public record VersionPlan(Function<String, Map<String, String>> releases, boolean search) {
    /// Only what is found.
    public static final VersionPlan FOUND = new VersionPlan(_ -> Map.of(), true);
}
