package memorytax.notebook;

import memorytax.notebook.source.ChapterSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;

import static org.junit.jupiter.api.Assertions.assertTrue;

/// A chapter whose steps wait at a scale for a permit, which is a process of their own; and what was told of them.
final class AheadChapter implements AheadListener {
    static final String SOURCE = """
        import java.util.concurrent.*; import memorytax.notebook.Prediction;
        /// # Ahead
        void main() { }
        record Check(int n) { }
        static int twice(int n) { return 2 * n; }
        /// ## Free
        int free() { return 2; }
        /// ## Guess
        Prediction guess() { return Prediction.bytes(); }
        /// ## First
        int first(Semaphore scale) throws Exception { scale.acquire(); return twice(10); }
        /// ## Drawn
        String drawn(int first) { return "drawn " + first; }
        /// ## Second
        int second(Semaphore scale, int first) throws Exception { scale.acquire(); return first + 1; }
        /// ## Guessed
        String guessed(Semaphore scale, Prediction guess) throws Exception { scale.acquire(); return "guessed"; }
        /// ## Through
        String through(Semaphore scale, String drawn) throws Exception { scale.acquire(); return "through " + drawn; }
        /// ## Does it?
        Check does(Semaphore scale) throws Exception { scale.acquire(); return new Check(7); }
        """;
    final Turning reader = new Turning();
    /// Steps that were given the scale; and who has waited.
    final List<String> began = new CopyOnWriteArrayList<>(), log = new CopyOnWriteArrayList<>();
    final Semaphore scale = new Semaphore(0) {
        /// Between two processes.
        @Override
        public void acquire() throws InterruptedException {
            if (ahead.isHere()) ahead.yields();
            super.acquire();
        }
    };
    final Ahead ahead;
    Runnable whenAwaited = scale::release, whenFinishing = () -> { };
    private final Semaphore changed = new Semaphore(0);
    private final Path folder;
    private final Run run;

    AheadChapter(String source, boolean on, Path folder) throws Exception {
        this.folder = folder;
        ahead = new Ahead(step -> step.takes(Semaphore.class), on);
        ahead.tell(this);
        var chapter = ChapterSource.read("chapter0", source);
        run = new Run(new Edition(chapter, Fixture.compiled(source, folder)), List.of(new Given<>(Semaphore.class,
            step -> {
                began.add(step.name());
                return scale;
            })));
    }

    @Override
    public void awaited() {
        log.add("awaited");
        whenAwaited.run();
    }

    @Override
    public void finishing() {
        log.add("finishing");
        whenFinishing.run();
    }

    @Override
    public void over() {
        log.add("over");
    }

    @Override
    public void changed() {
        changed.release();
    }

    interface Turn {
        Navigation way();
    }

    void turns(Turn... ways) {
        for (var way : ways) reader.turns.add(way::way);
        run.run(Selection.all(), reader, ahead);
    }

    long times(String step) {
        return began.stream().filter(step::equals).count();
    }

    /// Waits until the first one waits for its process.
    Navigation underWay() {
        await(() -> ahead.measuring().equals("First"));
        while (scale.getQueueLength() == 0) Thread.onSpinWait();
        return Navigation.NEXT;
    }

    void await(BooleanSupplier such) {
        try {
            while (!such.getAsBoolean()) changed.acquire();
        } catch (InterruptedException e) {
            throw new AssertionError(began + " " + log + " " + reader.heard, e);
        }
    }

    Navigation edited(String old, String now) {
        try {
            var source = run.edition().chapter().source();
            assertTrue(source.contains(old), old);
            var file = Files.createDirectories(folder.resolve("edited")).resolve("chapter0.java");
            Files.writeString(file, source.replace(old, now));
            return new Navigation.Changed(run.edition().now(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
