package memorytax.session;

import memorytax.catalog.Listing;
import memorytax.catalog.Listings;
import memorytax.catalog.Program;
import memorytax.catalog.ProgramLoads;
import memorytax.file.AtomicFile;
import memorytax.live.LiveNotebook;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A chapter's programs in Go and in Python, which the reader edits: the files that lie beside the chapter's own. Where
/// that is not here, they are those that were built with it, and cannot be edited.
final class EditablePrograms {
    /// Says what a compiler has against a program of this name and text, as javac says it; empty: nothing.
    @FunctionalInterface
    interface Compiler {
        /// @throws IllegalStateException when there is none on this machine; one sentence
        String complaint(String file, String source) throws InterruptedException;
    }

    private final Chapter chapter;
    private final Optional<Path> folder;
    private final Class<?> built;
    private final Map<String, String> texts = new ConcurrentHashMap<>();
    private final Map<String, String> stamps = new HashMap<>();

    /// @param source where the chapter's own file lies; empty: nowhere
    /// @param built  the chapter's class, which brings the programs along
    EditablePrograms(Chapter chapter, Optional<Path> source, Class<?> built) {
        this.chapter = chapter;
        this.built = built;
        folder = source.map(Path::toAbsolutePath).map(Path::getParent);
        for (var program : Listings.programs(chapter, name -> Listings.built(built, name))) {
            var file = file(program.file());
            stamps.put(program.file(), file.map(EditablePrograms::stamp).orElse(""));
            texts.put(program.file(), file.map(EditablePrograms::read).orElse(program.text()));
        }
    }

    /// The text of a program as it was taken in last, by the name of its file; empty when there is none.
    Optional<String> text(String name) {
        return Optional.ofNullable(texts.get(name)).or(() -> Listings.built(built, name));
    }

    /// The chapter's programs.
    List<Program> all() {
        return Listings.programs(chapter, this::text);
    }

    /// Why a program cannot be edited, in a sentence; empty when it can.
    String locked(String name) {
        return file(name).isPresent() ? ""
            : "Only read here: %s does not lie beside the chapter's own file.".formatted(name);
    }

    private Optional<Path> file(String name) {
        return folder.map(f -> f.resolve(name)).filter(Files::isRegularFile);
    }

    /// Writes what a tab shows anew: into the file as it is now, and only if that compiles.
    ///
    /// @param chapter  as it stands
    /// @param language `go` or `python`
    /// @param base     what the reader has edited
    /// @return the names of the cells that are to be measured anew
    /// @throws IllegalArgumentException when it does not compile; the compiler's words
    /// @throws IllegalStateException    when the tab has other code than `base` by now, or it cannot be compiled here
    Set<String> written(Chapter chapter, String cell, String language, String code, String base, Compiler compiler)
        throws InterruptedException {
        var known = listing(chapter, cell, language, all());
        var file = file(known.file()).orElseThrow(() -> new IllegalStateException(locked(known.file())));
        while (true) {
            var now = new Program(known.language(), known.file(), read(file));
            var there = listing(chapter, cell, language, List.of(now));
            if (!there.code().stripTrailing().equals(base.stripTrailing()))
                throw new LiveNotebook.Conflict(there.code().stripTrailing());
            var next = now.with(there, code);
            var wrong = compiler.complaint(next.file(), next.text());
            if (!wrong.isEmpty()) throw new IllegalArgumentException(wrong);
            if (!read(file).equals(now.text())) continue; // somebody else has saved it meanwhile
            try {
                AtomicFile.write(file, next.text());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            stamps.put(next.file(), stamp(file));
            return take(chapter, next);
        }
    }

    private static Listing listing(Chapter chapter, String cell, String language, List<Program> programs) {
        return chapter.documented().stream().filter(c -> c.name().equals(cell))
            .flatMap(c -> Listings.of(chapter, c, programs).stream())
            .filter(listing -> listing.language().equalsIgnoreCase(language)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("the cell “%s” has no code in %s".formatted(cell,
                programs.stream().map(Program::language).filter(language::equalsIgnoreCase).findFirst()
                    .orElse(language))));
    }

    /// Takes in what another editor has saved since it was looked at last, as far as it compiles.
    ///
    /// @return the names of the cells that are to be measured anew; nothing when nothing was saved
    /// @throws IllegalArgumentException when it does not compile; the compiler's words
    Optional<Set<String>> look(Chapter chapter, Compiler compiler) throws InterruptedException {
        var touched = Optional.<Set<String>>empty();
        for (var program : all()) {
            var file = file(program.file());
            if (file.isEmpty() || stamp(file.get()).equals(stamps.put(program.file(), stamp(file.get())))) continue;
            if (touched.isEmpty()) touched = Optional.of(new HashSet<>());
            var next = new Program(program.language(), program.file(), read(file.get()));
            var wrong = next.equals(program) ? "" : wrong(next, compiler);
            if (!wrong.isEmpty()) throw new IllegalArgumentException(wrong);
            touched.get().addAll(take(chapter, next));
        }
        return touched;
    }

    /// Where there is no compiler, nothing is going to run, and the page shows what the file has.
    private static String wrong(Program program, Compiler compiler) throws InterruptedException {
        try {
            return compiler.complaint(program.file(), program.text());
        } catch (IllegalStateException e) {
            return "";
        }
    }

    private Set<String> take(Chapter chapter, Program next) {
        var before = new ProgramLoads(new Program(next.language(), next.file(), text(next.file()).orElse("")));
        texts.put(next.file(), next.text());
        return ProgramLoads.users(chapter, next.file(), before.changed(new ProgramLoads(next)));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Changes with every save.
    private static String stamp(Path file) {
        try {
            return Files.getLastModifiedTime(file) + " " + Files.size(file);
        } catch (IOException e) {
            return ""; // it is just being replaced
        }
    }
}
