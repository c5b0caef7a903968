package memorytax.measure.plan;

import memorytax.measure.result.Weighing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Who is told while the scale works. Called on the scale's own thread, between two readings: an answer must be
/// quick.
public interface Progress {
    /// Whether a browser shows it, on the same machine: then what is measured says so.
    default boolean isLive() {
        return false;
    }

    /// Processes will be weighed: these, in this order, but for those that turn out to be hopeless.
    default void series(List<Point> points) {
    }

    /// A point begins.
    ///
    /// @param what `goroutines × 100,000, fork 4`
    /// @param done points before it, of `all`
    /// @param left empty as long as nothing can be said
    void point(String what, int done, int all, Optional<Duration> left);

    /// What is done now, before the first point or for the one that was told last: `building chapter1.go`, `starting a
    /// JVM`. Said when it begins.
    default void doing(String what) {
    }

    /// The child occupies that many bytes now.
    void resident(long bytes);

    /// The point that was told last is over: what was weighed, or how it failed, or why it was not run. What is only
    /// watched has no weights here.
    default void weighed(Weighing weighing) {
    }

    /// The series is over.
    void end();

    /// Looks away.
    Progress SILENT = new Progress() {
        @Override
        public void point(String what, int done, int all, Optional<Duration> left) {
        }

        @Override
        public void resident(long bytes) {
        }

        @Override
        public void end() {
        }
    };
}
