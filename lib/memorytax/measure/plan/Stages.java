package memorytax.measure.plan;

import memorytax.measure.process.Jvm;
import memorytax.measure.process.Launch;
import memorytax.measure.result.Counted;

/// What is done with a process that is weighed, one stage after the other, in words for who waits.
final class Stages {
    static final String EMPTY = "reading the empty process", LOADED = "reading the process with its tasks",
        LIVE = "collecting the garbage", RUNNING = "the tasks run", PARTS = "counting objects",
        ENDING = "ending the tasks";

    private Stages() {
    }

    /// @param runtime of the contender; empty for a program in any language
    static String start(String runtime, Launch launch) {
        return switch (runtime) {
            case "java", "kotlin" -> "starting a JVM" + (Jvm.warms(launch) ? " and warming it up" : "");
            case "go" -> "starting a Go program";
            case "python" -> "starting Python";
            case "node" -> "starting Node";
            case "rust" -> "starting a Rust program";
            case "erlang", "elixir" -> "starting Erlang";
            case "ruby" -> "starting Ruby";
            default -> "starting the program";
        };
    }

    /// `starting 10,000 tasks`
    static String load(int tasks) {
        return "starting " + Counted.of(tasks, "task");
    }
}
