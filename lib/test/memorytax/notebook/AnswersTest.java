package memorytax.notebook;

import memorytax.notebook.source.Chapter;
import memorytax.notebook.source.ChapterSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class AnswersTest {
    private static final Chapter CHAPTER = ChapterSource.read("chapter0", """
        /// # Guessing
        void main() { }

        /// ## How much?
        Prediction perTask() { return Prediction.bytes(); }

        /// ## Whose?
        Prediction dearest() { return Prediction.oneOf("a", "b"); }

        /// ## Weigh
        int weighed(Prediction perTask) { return 1; }
        """);

    @TempDir
    Path folder;

    private Answers read(String text) throws IOException {
        return Answers.read(Files.writeString(folder.resolve("a.txt"), text), CHAPTER);
    }

    private String refusal(String text) {
        return assertThrows(IllegalArgumentException.class, () -> read(text)).getMessage().replace(folder + "", "in");
    }

    @Test
    void aLineAnswersAQuestion() throws IOException {
        var answers = read("\ufeff# a demo\r\n\r\n perTask = 20 KB \ndearest=\n");
        assertEquals(Optional.of("20 KB"), answers.of("perTask"));
        assertEquals(Optional.empty(), answers.of("dearest"), "nothing behind the = passes");
        assertEquals(Optional.empty(), read("").of("perTask"));
    }

    @Test
    void aBadLineIsNamedWithItsNumber() {
        assertEquals("in/a.txt, line 2: \"20 KB\" has no =; a line is of the form perTask=20 KB",
            refusal("# one\n20 KB"));
        assertEquals("in/a.txt, line 1: chapter0 has no question \"weighed\"; it has perTask, dearest",
            refusal("weighed=1"));
        assertEquals("in/a.txt, line 2: perTask already has an answer; only one is allowed",
            refusal("perTask=1\nperTask=1"));
    }

    @Test
    void aFileThatCannotBeReadSaysWhy() throws IOException {
        Files.write(folder.resolve("b.txt"), new byte[]{'p', (byte) 0xff});
        for (var bad : new String[][]{{"c.txt", "there is no such file"}, {"b.txt", "it is not text in UTF-8"},
            {"", "it is a folder"}}) {
            var file = folder.resolve(bad[0]);
            var said = assertThrows(IllegalArgumentException.class, () -> Answers.read(file, CHAPTER)).getMessage();
            assertEquals(file + ": " + bad[1] + "; name a file with lines like perTask=20 KB", said);
        }
    }
}
