package memorytax.measure.result;

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
    record Failed(String why) implements Outcome {
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
