package memorytax.child.kit;

import memorytax.child.Gate;
import memorytax.child.Patience;
import memorytax.child.StackLines;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/// Lists without an end that are read page by page, for an exercise: one task reads ahead, and another one looks at
/// each page until it finds the one that is wanted. Either may be the one that ends: at every fourth request a page
/// cannot be read. What is told in the end is how many tasks are still there.
///
/// The page is found when the task that reads ahead waits: one that is ended before that would not show that it can be
/// ended.
public final class Pages {
    private static final int BROKEN = 4, FARTHEST = 12, AHEAD = 1_000;
    /// Longest time that the wanted page takes, where the task that reads ahead never waits.
    private static final long SLOW = 50_000_000, LOOK = 50_000;
    private final Search[] searches;
    private final Set<Thread> tasks = ConcurrentHashMap.newKeySet();
    private final Complaint trouble = new Complaint();

    /// One request.
    private static final class Search {
        private final int wanted, broken;
        private final IOException unreadable;
        private volatile Thread reads, looks;
        private volatile int read, looked;
        private volatile boolean found;

        private Search(int request) {
            wanted = 4 + request % (FARTHEST - 4);
            broken = request % BROKEN == BROKEN - 1 ? wanted / 2 : -1;
            unreadable = new IOException("page " + broken + " of request " + request + " cannot be read");
        }
    }

    /// The exercise: the static method that the reader writes.
    @FunctionalInterface
    public interface Handler {
        /// The page that is wanted.
        ///
        /// @throws Exception one that a page could not be read with, or that has it as its cause
        String find(Pages pages, int request) throws Exception;
    }

    private Pages(int requests) {
        searches = new Search[requests];
        Arrays.setAll(searches, Search::new);
    }

    /// The next page. Only the task that reads ahead calls this.
    ///
    /// @throws IOException when it cannot be read, and nor can those behind it
    public String next(int request) throws IOException {
        var search = searches[request];
        search.reads = Thread.currentThread();
        tasks.add(search.reads);
        checkTwo(search, request);
        int page = search.read;
        if (page == search.broken) throw search.unreadable;
        if (page > search.looked + AHEAD) throw trouble.of("request %,d has read %,d pages ahead, and nothing stops it",
            request, AHEAD);
        search.read = page + 1;
        return page(request, page);
    }

    /// Whether this page, the next one, is the page that the request wants. Only the other task calls this.
    public boolean isWanted(int request, String page) {
        var search = searches[request];
        search.looks = Thread.currentThread();
        tasks.add(search.looks);
        checkTwo(search, request);
        int looked = search.looked;
        if (looked >= search.read) throw trouble.of("\"%s\" was looked at, and nobody has read it", page);
        if (!page(request, looked).equals(page)) throw trouble.of("\"%s\" was looked at when \"%s\" was the next one",
            page, page(request, looked));
        search.looked = looked + 1;
        if (looked < search.wanted) return false;
        search.found = true;
        for (long end = System.nanoTime() + SLOW; !waits(search.reads) && System.nanoTime() < end; )
            LockSupport.parkNanos(LOOK);
        return true;
    }

    private void checkTwo(Search search, int request) {
        if (search.reads == search.looks) throw trouble.of("the pages of request %,d were read and looked at by one "
            + "task: the exercise is about two", request);
    }

    private static boolean waits(Thread thread) {
        return thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.TIMED_WAITING;
    }

    private static String page(int request, int page) {
        return "page " + page + " of request " + request;
    }

    /// Has the reader's method handle so many requests at the same time, and tells the scale how many `tasks` are
    /// `left` then, and how many requests are `stuck`: they have neither an answer nor an exception. Threads that
    /// stand at a line of the reader's count, whether they came here or not.
    ///
    /// @throws IllegalStateException when an answer is wrong, or an exception does not come out; its sentence is for
    ///                               the reader
    public static Pages tell(int requests, Handler handler) throws Exception {
        var pages = new Pages(requests);
        int[] left = pages.left(handler);
        int lines = StackLines.here().all().values().stream().mapToInt(n -> n).sum();
        Gate.tell("left", "tasks", Math.max(left[0], lines - left[1]), "stuck", left[1]);
        return pages;
    }

    /// @return how many tasks are left, and how many requests are stuck
    static int[] left(int requests, Handler handler) {
        return new Pages(requests).left(handler);
    }

    private int[] left(Handler handler) {
        var before = platform();
        var trials = new ArrayList<Trial<String>>();
        for (int i = 0; i < searches.length; i++) {
            int request = i;
            trials.add(Trial.virtual(() -> handler.find(this, request)));
        }
        Patience.until(() -> trouble.isMade() || open(trials) + alive() + more(before) == 0,
            () -> open(trials) + alive() + Arrays.stream(searches).mapToInt(search -> search.looked).sum());
        for (int i = 0; i < searches.length && !trouble.isMade(); i++)
            if (trials.get(i).over()) check(i, trials.get(i));
        trouble.check();
        int open = open(trials);
        long waiting = trials.stream().filter(trial -> !trial.over() && tasks.contains(trial.thread())).count();
        return new int[]{alive() - (int) waiting + more(before), open};
    }

    private static int open(List<Trial<String>> trials) {
        return (int) trials.stream().filter(trial -> !trial.over()).count();
    }

    private int alive() {
        return (int) tasks.stream().filter(Thread::isAlive).count();
    }

    /// Those of a pool that nobody has closed, and that have not come here themselves.
    private int more(Set<Thread> before) {
        return (int) platform().stream().filter(t -> !before.contains(t) && !tasks.contains(t)).count();
    }

    /// Those of the JVM itself are daemons.
    private static Set<Thread> platform() {
        var all = ConcurrentHashMap.<Thread>newKeySet();
        Thread.getAllStackTraces().keySet().stream().filter(t -> !t.isDaemon()).forEach(all::add);
        return all;
    }

    private void check(int request, Trial<String> trial) {
        var search = searches[request];
        try {
            var answer = trial.get();
            if (search.broken >= 0) trouble.of("%s, and the caller of find did not see the exception",
                search.unreadable.getMessage());
            else if (!search.found) trouble.of("request %,d was answered with \"%s\" before the wanted page was looked "
                + "at", request, answer);
            else if (!page(request, search.wanted).equals(answer)) trouble.of("request %,d was answered with \"%s\" "
                + "instead of \"%s\"", request, answer, page(request, search.wanted));
        } catch (Exception e) {
            Throwable cause = e;
            while (cause != null && cause != search.unreadable) cause = cause.getCause();
            if (cause == null || search.broken < 0) trouble.of("request %,d ended with %s", request, e);
        }
    }

    /// `pages for 300 requests`
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "pages for %,d requests", searches.length);
    }
}
