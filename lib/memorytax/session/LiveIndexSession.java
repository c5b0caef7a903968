package memorytax.session;

import memorytax.catalog.Catalog;
import memorytax.catalog.ChapterList;
import memorytax.live.LiveIndex;
import memorytax.live.Listener;
import memorytax.page.IndexPage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// The list of chapters in the browser of whoever reads it. Each chapter is a script of its own, and runs in a process
/// of its own, from the first time that the reader asks for it to the end of the list.
public final class LiveIndexSession implements LiveIndex, AutoCloseable {
    /// The variable that tells a chapter which list has started it. Not an option, because all users of a machine see
    /// those, and the address has the list's token.
    public static final String INDEX = "MEMORY_TAX_INDEX";
    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    /// Starts a chapter by its name.
    @FunctionalInterface
    public interface Starter {
        Process start(String chapter) throws IOException;
    }

    private final Supplier<ChapterList> shelf;
    private final Path out;
    private final Starter starter;
    private final LiveEvents events = new LiveEvents();
    private final Map<String, LiveChapter> chapters = new LinkedHashMap<>();
    private boolean closed;

    /// @param shelf the chapters, with the notes on each as they are by then
    /// @param out   where the results are
    public LiveIndexSession(Supplier<ChapterList> shelf, Path out, Starter starter) {
        this.shelf = shelf;
        this.out = out;
        this.starter = starter;
        tell();
    }

    /// Starts them as a reader would: `./jbang chapter2 --live`.
    ///
    /// @param index the address of the list, asked when the first is started
    public static Starter jbang(Catalog catalog, Path out, Supplier<String> index) {
        var launcher = catalog.root().resolve("jbang");
        var jbang = WINDOWS ? List.of("cmd", "/c", "jbang")
            : List.of(Files.isExecutable(launcher) ? launcher.toString() : "jbang");
        return chapter -> {
            var words = new ArrayList<>(jbang);
            words.addAll(List.of(chapter, "--live", "--out", out.toAbsolutePath().toString()));
            var builder = new ProcessBuilder(words).directory(catalog.root().toFile()).redirectErrorStream(true);
            builder.environment().put(INDEX, index.get());
            builder.environment().remove("MEMORY_TAX_TRIED"); // the launcher looks for JBang from the beginning
            return builder.start();
        };
    }

    @Override
    public String page() {
        return new IndexPage(shelf.get(), out).html();
    }

    @Override
    public Runnable follow(Listener listener) {
        return events.follow(listener);
    }

    @Override
    public synchronized void open(String chapter) {
        if (closed) return;
        if (shelf.get().books().stream().noneMatch(book -> book.name().equals(chapter)))
            throw new IllegalArgumentException("there is no chapter “" + chapter + "”");
        var before = chapters.get(chapter);
        if (before == null || !before.runs()) {
            try {
                chapters.put(chapter, new LiveChapter("Chapter " + Catalog.number(chapter), starter.start(chapter),
                    this::tell));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        tell();
    }

    private synchronized void tell() {
        var all = new LinkedHashMap<String, Object>();
        chapters.forEach((name, chapter) -> all.put(name, chapter.stands()));
        events.happened("chapters", "chapters", all);
    }

    /// Ends all chapters, and what runs for them.
    @Override
    public void close() {
        List<LiveChapter> all;
        synchronized (this) {
            closed = true;
            all = List.copyOf(chapters.values());
        }
        LiveChapter.end(all);
    }
}
