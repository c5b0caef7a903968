package memorytax.catalog;

import memorytax.House;
import memorytax.notebook.Fixture;
import memorytax.notebook.source.Chapter;
import memorytax.notebook.source.ChapterSource;
import memorytax.notebook.source.SourceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

class KeptChaptersTest {
    @TempDir
    private Path folder;

    private KeptChapters kept(String reader) {
        return new KeptChapters(folder.resolve("chapters"), reader);
    }

    private Chapter read(String source) {
        return kept("this library").read("chapter0", source);
    }

    private Path file() {
        return kept("this library").file("chapter0", Fixture.SOURCE);
    }

    /// Keeps the fixture with another title, and puts that where something else is looked for.
    private void keepFor(String reader, String source) throws IOException {
        read(Fixture.SOURCE);
        var text = Files.readString(file()).replace("\0Small things\0", "\0Kept\0");
        Files.writeString(kept(reader).file("chapter0", source), text);
    }

    @Test
    void isWhatTheParserMakesOfIt() throws IOException {
        for (var chapter : House.chapters()) {
            var name = chapter.getFileName().toString().replace(".java", "");
            var source = Files.readString(chapter);
            kept("this library").read(name, source);
            assertEquals(ChapterSource.read(name, source), kept("this library").read(name, source));
        }
        read(Fixture.SOURCE);
        assertEquals(Fixture.chapter(), read(Fixture.SOURCE));
    }

    @Test
    void isNotParsedAgain() throws IOException {
        keepFor("this library", Fixture.SOURCE);
        assertEquals("Kept", read(Fixture.SOURCE).title());
    }

    @Test
    void anotherTextIsReadAnew() throws IOException {
        var edited = Fixture.SOURCE.replace("return 20;", "return 21;");
        keepFor("this library", edited);
        assertEquals(ChapterSource.read("chapter0", edited), read(edited));
        assertEquals(Fixture.chapter(), read(Fixture.SOURCE));
    }

    @Test
    void anotherLibraryReadsItAnew() throws IOException {
        keepFor("another library", Fixture.SOURCE);
        assertEquals(Fixture.chapter(), kept("another library").read("chapter0", Fixture.SOURCE));
    }

    @Test
    void aBrokenFileIsReadAnewAndMended() throws IOException {
        read(Fixture.SOURCE);
        var whole = Files.readString(file());
        for (var broken : List.of("", whole.substring(0, whole.length() / 2), whole.substring(0, whole.length() - 2),
            whole.replace("\0Step\0", "\0Stop\0"), whole.replace("\0Folded\0", "\0Step\0"))) {
            Files.writeString(file(), broken);
            assertEquals(Fixture.chapter(), read(Fixture.SOURCE));
            assertEquals(whole, Files.readString(file()));
        }
    }

    @Test
    void whatIsNoJavaIsNotKept() {
        assertThrows(SourceException.class, () -> read("void main() {"));
        assertFalse(Files.exists(file()));
    }

    @Test
    void aFolderThatCannotBeWrittenToIsNoTrouble() throws IOException {
        Files.writeString(folder.resolve("chapters"), "a file");
        assertEquals(Fixture.chapter(), read(Fixture.SOURCE));
    }

    @Test
    void aLibraryThatIsNoJarKeepsNone() {
        assertEquals(Fixture.chapter(), kept("").read("chapter0", Fixture.SOURCE));
        assertFalse(Files.exists(file()));
    }
}
