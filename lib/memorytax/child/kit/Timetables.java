package memorytax.child.kit;

import memorytax.child.Gate;
import memorytax.child.Patience;

import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/// The timetables of a city's lines, for an exercise: boards wait for news of their line, and then show its timetable.
/// A timetable is loaded from elsewhere, which takes a moment, and how often that is done is counted. What a board
/// shows is compared with the timetable of its line.
public final class Timetables implements AutoCloseable {
    /// How many lines the city has, and bytes of a timetable.
    private static final int LINES = 100, SIZE = 8 << 10;
    private final Post post;
    private final long seed = System.nanoTime();
    private final AtomicInteger loads = new AtomicInteger(), shown = new AtomicInteger();
    private final Complaint trouble = new Complaint();

    private Timetables(Post post) {
        this.post = post;
    }

    /// The exercise: the static method that the reader writes.
    @FunctionalInterface
    public interface Begin {
        /// Starts a task for each board; its letter is the news.
        void boards(Post post, Timetables tables) throws Exception;
    }

    /// What a load returns. When it is closed the news come, and it tells how many `loads` there were.
    ///
    /// @throws IllegalStateException when a board does not wait; its sentence is for the reader
    public static Timetables of(int boards, Begin begin) throws Exception {
        var tables = new AtomicReference<Timetables>();
        Post.of(boards, post -> {
            tables.set(new Timetables(post));
            begin.boards(post, tables.get());
        });
        return tables.get();
    }

    /// How many lines there are, numbered from 0.
    public int lines() {
        return LINES;
    }

    /// The line of a board.
    public int line(int board) {
        return board % LINES;
    }

    /// Loads a line's timetable: a new array of 8 KB each time.
    public byte[] load(int line) {
        if (line < 0 || line >= LINES) throw new IllegalArgumentException("there is no line " + line);
        loads.incrementAndGet();
        try {
            Thread.sleep(1); // it comes from a database
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        var table = new byte[SIZE];
        var bytes = bytes(line);
        for (int i = 0; i < SIZE; i++) table[i] = (byte) bytes.nextInt();
        return table;
    }

    /// Said by a board that has its news, before it answers the letter.
    ///
    /// @param timetable of its line
    public void show(int board, Letter news, byte[] timetable) {
        if (news == null || !post.isFor(board, news))
            trouble.of("board %,d showed a timetable without its own letter", board);
        else if (!isOf(line(board), timetable))
            trouble.of("board %,d did not show the timetable of its line %,d", board, line(board));
        shown.incrementAndGet();
    }

    /// Without an array of its own: it would be weighed as well.
    private boolean isOf(int line, byte[] timetable) {
        if (timetable == null || timetable.length != SIZE) return false;
        var bytes = bytes(line);
        for (byte each : timetable) if (each != (byte) bytes.nextInt()) return false;
        return true;
    }

    private SplittableRandom bytes(int line) {
        return new SplittableRandom(seed + 31L * line);
    }

    /// Sends the news, and returns when all boards have shown their timetables.
    ///
    /// @throws IllegalStateException when they have not; its sentence is for the reader
    @Override
    public void close() throws InterruptedException {
        post.close();
        if (!Patience.until(() -> shown.get() >= post.tasks(), shown::get))
            trouble.of("%,d of %,d boards have shown a timetable", shown.get(), post.tasks());
        trouble.check();
        Gate.tell("timetables", "loads", loads.get());
    }

    /// `timetables of 100 lines, loaded 10,000 times`
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "timetables of %d lines, loaded %,d times", LINES, loads.get());
    }
}
