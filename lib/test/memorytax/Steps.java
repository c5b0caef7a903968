package memorytax;

import memorytax.measure.plan.Archive;
import memorytax.measure.plan.Effort;
import memorytax.measure.plan.Progress;
import memorytax.measure.plan.Scale;
import memorytax.peers.Toolchains;

import java.io.IOException;
import java.util.Optional;

/// The steps of a chapter that take nothing but a scale, each run alone and with little effort: whether what the
/// chapter says holds in a small run as well.
///
/// @param chapter its class
record Steps(Class<?> chapter) {
    /// The chapter of that number.
    static Steps of(int number) throws IOException, ClassNotFoundException {
        return new Steps(Built.of(House.root().resolve("chapters/chapter" + number + ".java")).load());
    }

    /// What the step returns.
    Object run(String step, Effort effort) throws ReflectiveOperationException {
        return run(step, effort, Toolchains.beside(chapter));
    }

    /// The same where there are no programs of other languages but these.
    ///
    /// @param ending of their files: `.go`; empty for none of them
    Object run(String step, Effort effort, String ending) throws ReflectiveOperationException {
        return run(step, effort, new Toolchains(file -> ending.isEmpty() || !file.endsWith(ending) ? Optional.empty()
            : Optional.of(House.read("chapters/" + file))));
    }

    private Object run(String step, Effort effort, Toolchains toolchains) throws ReflectiveOperationException {
        var scale = new Scale(effort, toolchains, Progress.SILENT, Archive.NONE, step);
        var method = chapter.getDeclaredMethod(step, Scale.class);
        method.setAccessible(true);
        return method.invoke(instance(), scale);
    }

    /// The chapter itself.
    Object instance() throws ReflectiveOperationException {
        var constructor = chapter.getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }
}
