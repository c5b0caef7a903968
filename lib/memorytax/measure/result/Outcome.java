package memorytax.measure.result;

import memorytax.child.Trick;

import java.util.Optional;

/// How the weighing of one point ended.
public sealed interface Outcome {
    /// Weighed here and now.
    record Weighed() implements Outcome {
        @Override
        public String toString() {
            return "ok";
        }
    }

    /// Read from data/recorded: measured by us on another machine, not here.
    record Recorded() implements Outcome {
        @Override
        public String toString() {
            return "recorded";
        }
    }

    /// Not run, and why: `it needs about 2.9 GB, and 1.1 GB is free here`.
    record Skipped(String why) implements Outcome {
        @Override
        public String toString() {
            return "skipped: " + why;
        }
    }

    /// Run, and what went wrong, in a reader's words: `the process was killed (signal 9)`.
    ///
    /// @param trick that went wrong, where a method tried to pass a check with one; no file keeps it
    record Failed(String why, Optional<Trick> trick) implements Outcome {
        /// Without a trick.
        public Failed(String why) {
            this(why, Optional.empty());
        }

        @Override
        public String toString() {
            return "failed: " + why;
        }
    }

    /// Reads back what `toString` of an outcome wrote.
    static Outcome parse(String text) {
        if (text.startsWith("skipped: ")) return new Skipped(text.substring(9));
        if (text.startsWith("failed: ")) return new Failed(text.substring(8));
        return text.equals("recorded") ? new Recorded() : new Weighed();
    }
}
