package memorytax.notebook;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/// What the workbook remembers of its reader, chapter by chapter: one readable file, `out/notes.properties`.
///
/// Several chapters may run at once: each change is made to the file as it is at that moment, under a lock, and the
/// file is replaced in one move. No method throws for a file or a folder that is not as it should be: what cannot be
/// taken as notes is set aside under another name, what cannot be written is not remembered, and [#troubles] says so.
public final class Notes {
    private static final String NAME = "notes.properties";
    /// In bytes: no reader has that much to say.
    private static final int LARGEST = 4 << 20;
    private final Path folder;
    private final Path file;
    private final Set<String> troubles = new LinkedHashSet<>();

    private Notes(Path folder) {
        this.folder = folder;
        this.file = folder.resolve(NAME);
    }

    /// The notes that lie in this folder, if there are any. The folder is made with the first note.
    public static Notes in(Path folder) {
        var notes = new Notes(folder);
        notes.now();
        return notes;
    }

    /// What was not as it should be until now, a line each, and each but once.
    public List<String> troubles() {
        synchronized (troubles) {
            return List.copyOf(troubles);
        }
    }

    /// The notes on a chapter, without its name: `place` -> `growth`. As the file has them now, sorted.
    ///
    /// @param chapter `chapter1`
    public Map<String, String> of(String chapter) {
        var notes = new TreeMap<String, String>();
        now().forEach((key, value) -> {
            if (key.startsWith(chapter + ".")) notes.put(key.substring(chapter.length() + 1), value);
        });
        return notes;
    }

    /// The chapters that there are notes on, sorted.
    public Set<String> chapters() {
        var chapters = new TreeSet<String>();
        now().keySet().forEach(key -> chapters.add(key.substring(0, key.indexOf('.'))));
        return chapters;
    }

    /// Adds these notes to those on the chapter, or replaces them; where the value is null, removes them.
    ///
    /// @throws IllegalArgumentException when a key is empty or breaks a line, or `chapter` is no Java name
    public void put(String chapter, Map<String, String> changes) {
        for (var key : changes.keySet())
            if (chapter.contains(".") || !NotesText.names(chapter + "." + key))
                throw new IllegalArgumentException("no key of a note: " + key);
        change(notes -> changes.forEach((key, value) -> {
            if (value == null) notes.remove(chapter + "." + key);
            else notes.put(chapter + "." + key, value);
        }));
    }

    /// Removes all notes on the chapter.
    public void forget(String chapter) {
        change(notes -> notes.keySet().removeIf(key -> key.startsWith(chapter + ".")));
    }

    private void change(Consumer<SortedMap<String, String>> change) {
        try {
            Files.createDirectories(folder);
            NotesLock.during(folder, () -> {
                var notes = locked();
                var before = new TreeMap<>(notes);
                change.accept(notes);
                if (!notes.equals(before)) write(NotesText.write(notes));
            });
        } catch (IOException e) {
            trouble("cannot be written, so your place and your answers are not kept (" + e.getMessage() + ")");
        }
    }

    private void write(String text) throws IOException {
        var fresh = folder.resolve(".notes-" + ProcessHandle.current().pid() + ".new");
        try {
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /// Without a lock, because the file is always whole; only to set it aside takes one.
    private SortedMap<String, String> now() {
        try {
            return read();
        } catch (NotesText.Unfit | IOException unfit) {
            var notes = new TreeMap<String, String>();
            try {
                NotesLock.during(folder, () -> notes.putAll(locked()));
            } catch (IOException e) {
                trouble("cannot be read (" + e.getMessage() + ")");
            }
            return notes;
        }
    }

    /// The notes, while nobody else can change them; none, when they had to be set aside.
    private SortedMap<String, String> locked() throws IOException {
        try {
            return read();
        } catch (NotesText.Unfit e) {
            setAside(e.getMessage());
        } catch (AccessDeniedException e) {
            setAside("cannot be read");
        } catch (IOException e) {
            if (!Files.isDirectory(file)) throw e;
            setAside("was a folder");
        }
        return new TreeMap<>();
    }

    private SortedMap<String, String> read() throws IOException, NotesText.Unfit {
        try {
            if (Files.size(file) > LARGEST) throw new NotesText.Unfit("was damaged");
            return NotesText.read(Files.readString(file));
        } catch (NoSuchFileException e) {
            return new TreeMap<>();
        } catch (CharacterCodingException e) {
            throw new NotesText.Unfit("was damaged");
        }
    }

    private void setAside(String why) throws IOException {
        int number = 1;
        while (Files.exists(aside(number))) number++;
        Files.move(file, aside(number));
        trouble(why + "; the old file is now " + aside(number).getFileName());
    }

    private Path aside(int number) {
        return folder.resolve("notes-set-aside-" + number + ".properties");
    }

    private void trouble(String what) {
        synchronized (troubles) {
            troubles.add(NAME + " " + what);
        }
    }
}
