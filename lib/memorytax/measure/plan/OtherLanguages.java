package memorytax.measure.plan;

/// How a [Series] gets contenders in other languages than Java: a load by its name, in a program that lies beside the
/// chapter. Each variant of a runtime that is found is a contender of its own.
public interface OtherLanguages {
    /// The load of that name in a program for one of the runtimes that [memorytax.measure.process.Peers] knows.
    ///
    /// @param runtime `go`
    /// @param file    `chapter1.go`
    Series runtime(String runtime, String name, String file);

    /// The same for a program that needs a module which does not come with the language; without it the record stands
    /// in.
    Series runtime(String runtime, String name, String file, String module);

    /// The load of that name in a Go program.
    default Series go(String name, String file) {
        return runtime("go", name, file);
    }

    /// The load of that name in a Python program; a variant is a free-threaded Python.
    default Series python(String name, String file) {
        return runtime("python", name, file);
    }

    /// The same, where the program needs a module: `uvloop`.
    default Series python(String name, String file, String module) {
        return runtime("python", name, file, module);
    }

    /// The load of that name in a JavaScript program (`chapter11.mjs`) for Node; variants are Bun and Deno.
    default Series node(String name, String file) {
        return runtime("node", name, file);
    }

    /// The load of that name in a Rust program, which runs on tokio.
    default Series rust(String name, String file) {
        return runtime("rust", name, file);
    }

    /// The load of that name in a Kotlin program (`chapter11.kt`), in a JVM. [Series#warmed] is for it, too.
    default Series kotlin(String name, String file) {
        return runtime("kotlin", name, file);
    }

    /// The load of that name in an Erlang program (`chapter11.erl`).
    default Series erlang(String name, String file) {
        return runtime("erlang", name, file);
    }

    /// The load of that name in an Elixir program (`chapter11.ex`), on the runtime of Erlang.
    default Series elixir(String name, String file) {
        return runtime("elixir", name, file);
    }

    /// The load of that name in a Ruby program (`chapter11.rb`).
    default Series ruby(String name, String file) {
        return runtime("ruby", name, file);
    }
}
