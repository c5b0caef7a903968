package memorytax.measure.plan;

import java.util.Arrays;
import java.util.List;

/// The children of this JVM, while other tests have theirs.
final class Children {
    private Children() {
    }

    /// Those alive that were started with an argument in which this stands.
    static List<ProcessHandle> of(String word) {
        return ProcessHandle.current().children().filter(ProcessHandle::isAlive).filter(c -> c.info().arguments()
            .map(all -> Arrays.stream(all).anyMatch(a -> a.contains(word))).orElse(false)).toList();
    }
}
