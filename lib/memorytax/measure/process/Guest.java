package memorytax.measure.process;

import memorytax.measure.result.Contender;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Tasks of chapter 11 that a reader may have beside those of another chapter: `--with node,tokio`. Its cell `field`
/// weighs each of them, its cell `deeper` most of them at several depths.
public enum Guest {
    /// Promises of JavaScript.
    NODE("node", "node promises", "chapter11.mjs", Integer.MAX_VALUE),
    /// Tasks of tokio, in Rust.
    TOKIO("rust", "tokio tasks", "chapter11.rs", Integer.MAX_VALUE),
    /// Coroutines, in a JVM that is warmed.
    KOTLIN("kotlin", "kotlin coroutines", "chapter11.kt", Integer.MAX_VALUE),
    /// Its runtime has room for a million processes, less its own.
    ERLANG("erlang", "erlang processes", "chapter11.erl", 100_000),
    /// On the runtime of Erlang.
    ELIXIR("elixir", "elixir tasks", "chapter11.ex", 100_000),
    /// Linux allows a process some 65,000 pieces of memory, and a fiber takes two.
    RUBY("ruby", "ruby fibers", "chapter11.rb", 10_000);

    /// The chapter that has them all, and its cells.
    public static final int CHAPTER = 11;
    /// What one of them costs at the top of its stack.
    public static final String FIELD = "field";
    /// What it costs deeper down.
    public static final String DEEPER = "deeper";

    private final String runtime, load, file;
    private final int most;

    Guest(String runtime, String load, String file, int most) {
        this.runtime = runtime;
        this.load = load;
        this.file = file;
        this.most = most;
    }

    /// As it is typed: `tokio`.
    public String typed() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// That of [Peers]: `rust`.
    public String runtime() {
        return runtime;
    }

    /// Its name in its program, and in charts: `tokio tasks`.
    public String load() {
        return load;
    }

    /// What it is called as it is weighed in chapter 11: `kotlin coroutines (warmed)`.
    public String contender() {
        return warmed() ? Contender.variant(load, "warmed") : load;
    }

    /// The same with a depth; of elixir tasks none was weighed.
    public String deep() {
        return Contender.variant(load, "deep");
    }

    /// Its program: `chapter11.rs`.
    public String file() {
        return file;
    }

    /// As many of them as are weighed in one process.
    public int most() {
        return most;
    }

    /// Whether its tasks come and go before it is weighed, so that their code is compiled.
    public boolean warmed() {
        return this == KOTLIN;
    }

    /// The one that a contender is, or is a variant of; empty for any other.
    public static Optional<Guest> of(String contender) {
        return Arrays.stream(values()).filter(g -> g.load.equals(Contender.kind(contender))).findFirst();
    }
}
