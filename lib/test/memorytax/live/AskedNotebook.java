package memorytax.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Notes what it is asked.
final class AskedNotebook implements LiveNotebook {
    final List<String> asked = new ArrayList<>();
    private final Path folder;

    /// @param folder for the one file that it has
    AskedNotebook(Path folder) {
        this.folder = folder;
    }

    @Override
    public String page() {
        asked.add("page");
        return "<p>page";
    }

    @Override
    public Runnable follow(Listener listener) {
        asked.add("follow");
        listener.happened("states", "states", Map.of());
        return () -> { };
    }

    @Override
    public void run(String cell) {
        if (cell.equals("nowhere")) throw new IllegalArgumentException("there is no step");
        asked.add("run " + cell);
    }

    @Override
    public void read(String cell) {
        asked.add("read " + cell);
    }

    @Override
    public void stop() {
        asked.add("stop");
    }

    @Override
    public void ahead(boolean on) {
        asked.add("ahead " + on);
    }

    @Override
    public void answer(String cell, String typed) {
        asked.add("answer " + cell);
    }

    @Override
    public void hint(String cell) {
        asked.add("hint " + cell);
    }

    @Override
    public void solution(String cell) {
        asked.add("solution " + cell);
    }

    @Override
    public void eval(String cell, String code) {
        asked.add("eval " + cell);
    }

    @Override
    public Object complete(String cell, String code, int cursor) {
        asked.add("complete " + cell + " at " + cursor);
        return Map.of("from", cursor);
    }

    @Override
    public void edit(String cell, String language, String code, String base) {
        if (base.equals("older")) throw new Conflict("theirs");
        asked.add("edit " + cell + " " + language);
    }

    @Override
    public Optional<Path> file(String name) {
        asked.add("file " + name);
        try {
            return Optional.of(Files.writeString(folder.resolve("growth.csv"), "a,b\n"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
