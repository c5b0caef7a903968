package memorytax;

import memorytax.peers.Toolchains;
import memorytax.scale.Archive;
import memorytax.scale.Effort;
import memorytax.scale.Progress;
import memorytax.scale.Scale;

import java.io.IOException;
import java.nio.file.Path;

/// The steps of a chapter that take nothing but a scale, each run alone and with little effort: whether what the
/// chapter says holds in a small run as well.
///
/// @param chapter its class
record Steps(Class<?> chapter) {
    /// Compiles the chapter of that number into a folder.
    static Steps of(int number, Path folder) throws IOException, ClassNotFoundException {
        return new Steps(Built.into(folder, House.root().resolve("chapters/chapter" + number + ".java")).load());
    }

    /// What the step returns.
    Object run(String step, Effort effort) throws ReflectiveOperationException {
        var scale = new Scale(effort, Toolchains.beside(chapter), Progress.SILENT, Archive.NONE, step);
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
