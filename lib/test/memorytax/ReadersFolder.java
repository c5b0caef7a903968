package memorytax;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// A folder with what README tells a reader to save in it, and `jbang weigh` started there.
record ReadersFolder(Path path, Built built) {
    private static final Path NOTEBOOK = House.root().resolve("chapters/weigh.java");

    /// @param path an empty one
    static ReadersFolder in(Path path) throws IOException {
        var folder = new ReadersFolder(path, Built.of(NOTEBOOK));
        folder.write("mine.java", Brought.METHOD);
        folder.write("mine.py", example("python"));
        folder.write("mine.go", example("go"));
        return folder;
    }

    Path write(String name, String text) throws IOException {
        return Files.writeString(path.resolve(name), text);
    }

    Said weigh(String... args) throws Exception {
        return Said.by(built.command(NOTEBOOK, List.of(), List.of(args)), path);
    }

    /// What README shows in that language.
    static String example(String language) {
        var block = Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$").matcher(House.read("README.md"));
        assertTrue(block.find(), "no " + language + " in README");
        return block.group(1);
    }

    /// Skips the test that calls it where there is no Python.
    static void assumePython() throws Exception {
        assumeTrue(found("python3", "--version"), "no Python here");
    }

    /// Whether there is such a program.
    static boolean found(String command, String option) throws InterruptedException {
        for (var place : command.equals("go") ? List.of("", "/usr/local/go/bin/") : List.of("")) {
            try {
                if (new ProcessBuilder(place + command, option).redirectErrorStream(true).start().waitFor() == 0)
                    return true;
            } catch (IOException e) {
                // it is not there
            }
        }
        return false;
    }
}
