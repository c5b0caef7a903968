package memorytax;

import memorytax.claim.Check;
import memorytax.measure.plan.Archive;
import memorytax.measure.plan.Effort;
import memorytax.measure.plan.Progress;
import memorytax.measure.plan.Scale;
import memorytax.notebook.Exercise;
import memorytax.notebook.source.ChapterSource;
import memorytax.peers.Toolchains;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/// An exercise and the file that it stands in.
record Placed(Path file, Exercise exercise) {
    static final Path FIXTURE = House.root().resolve("lib/test/fixtures/chapter1.java");

    /// Those of the chapters, and those of the fixture that no chapter has.
    static List<Placed> all() {
        var seen = new HashSet<String>();
        return Stream.concat(House.chapters().stream(), Stream.of(FIXTURE)).flatMap(Placed::in)
            .filter(p -> seen.add(p.exercise().file())).toList();
    }

    /// Those of a file.
    static Stream<Placed> in(Path file) {
        var chapter = ChapterSource.read(file.getFileName().toString().replace(".java", ""), read(file));
        return Exercise.of(chapter).stream().map(e -> new Placed(file, e));
    }

    String solution() {
        return House.read("chapters/" + exercise.file());
    }

    /// The chapter as it ships.
    Class<?> shipped() throws Exception {
        return Built.of(file).load();
    }

    /// The exercise of that name in a file.
    static Placed named(Path file, String name) {
        return in(file).filter(p -> p.exercise().name().equals(name)).findFirst().orElseThrow();
    }

    /// The chapter with `code` in the exercise's place.
    ///
    /// @param folder an empty one
    Class<?> with(String code, Path folder) throws Exception {
        return with(code, "", folder);
    }

    /// The same with `more` members at the end of the file.
    Class<?> with(String code, String more, Path folder) throws Exception {
        var changed = Files.createDirectory(folder.resolve("changed")).resolve(file.getFileName());
        Files.writeString(changed, exercise.put(read(file), code) + more);
        return Built.into(Files.createDirectory(folder.resolve("built")), file, changed).load();
    }

    /// Runs the step that checks it.
    Check check(Class<?> chapter, Effort effort) throws Exception {
        var instance = chapter.getDeclaredConstructor();
        instance.setAccessible(true);
        var step = chapter.getDeclaredMethod(exercise.step(), Scale.class); // an exercise rests on no other step
        step.setAccessible(true);
        var scale = new Scale(effort, Toolchains.beside(chapter), Progress.SILENT, Archive.NONE, exercise.step());
        return (Check) step.invoke(instance.newInstance(), scale);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return exercise.chapter() + " " + exercise.name();
    }
}
