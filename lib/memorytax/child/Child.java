package memorytax.child;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;

/// The weighed process: says `READY`, does what it is told line by line, and ends itself when its stdin closes, so
/// that it never outlives its parent. Arguments: the four of [LoadReference], then `warm=ROUNDSxTASKS` where the load
/// is to be warmed.
public final class Child {
    /// The variable of the environment that says what `LOAD` will say, for a load that is warmed: it runs before.
    public static final String PARAMETERS = "SCALE_LOAD";
    /// The variable that says that the first line of stdin is a token, which every line of ours then begins with. Who
    /// prints a line that looks like ours does not know it. It costs nine bytes a line, and nothing for a task.
    public static final String SIGNED = "SCALE_SIGNED";
    /// The exit code of a process that has said `FAILED`, or could not say it any more.
    public static final int FAILED = 97;
    private static volatile Child current;
    private static volatile Message order = Message.parse(System.getenv().getOrDefault(PARAMETERS, ""))
        .orElse(Message.of("LOAD"));
    private static String token = "";
    /// Ready beforehand: where nothing can be had any more, nothing can be put together either.
    private static byte[] outOfMemory;
    private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.out);
    private final PrintStream out;
    private final Load load;
    private final Anatomy anatomy = new Anatomy();
    private final Semaphore weighed = new Semaphore(0);
    private volatile boolean warming, ending;
    private Object held;
    private int tasks;

    private Child(PrintStream out, Load load) {
        this.out = out;
        this.load = load;
    }

    /// The conversation, until `EXIT` or the end of the parent.
    public static void main(String[] args) throws Throwable {
        var out = new PrintStream(OUT, false, StandardCharsets.UTF_8);
        System.setOut(System.err); // what a load prints must not end up between our words
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        if (System.getenv(SIGNED) != null) token = in.readLine() + " ";
        outOfMemory = (token + "FAILED reason=java.lang.OutOfMemoryError: Java heap space\n")
            .getBytes(StandardCharsets.UTF_8);
        Thread.setDefaultUncaughtExceptionHandler((_, e) -> fail(out, e));
        try {
            var child = new Child(out, LoadReference.unpack(args));
            current = child;
            // at once: whatever we do, stdin must be heard closing
            Thread.ofPlatform().name("stdin").start(() -> child.serve(in));
            JitCompilers.wake();
            boolean warmed = false;
            for (int i = LoadReference.ARGUMENTS; i < args.length; i++)
                if (args[i].startsWith("warm=")) {
                    child.warm(args[i].substring(5));
                    warmed = true;
                }
            child.say(Message.of("READY", "runtime", "java", "version", Runtime.version().toString(),
                "can", "live,parts", "warmed", warmed));
        } catch (Throwable e) {
            fail(out, e);
        }
    }

    private void serve(BufferedReader in) {
        try {
            for (String line; (line = in.readLine()) != null && !line.equals("EXIT"); ) {
                var words = Message.parse(line);
                if (words.isPresent() && words.get().verb().equals("WEIGHED")) weighed.release();
                // on a thread of its own: a load may hang
                else if (words.isPresent()) Thread.ofPlatform().name("load").start(() -> answer(words.get()));
            }
        } catch (IOException e) {
            // as good as closed
        } catch (OutOfMemoryError e) {
            fail(out, e); // there is no thread to answer on
        } finally {
            tidy();
            depart();
        }
    }

    /// What is left is to give back the memory. A JVM with a recorder or a large heap takes its time over that, and
    /// whoever hears its stdout close need not wait.
    private static void depart() {
        try {
            System.err.close(); // what was said there is heard by then
            OUT.close();
        } catch (IOException e) {
            // nobody listens any more
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }

    /// The JVM's recorder has a folder of its own, and who is halted leaves it behind.
    private static void tidy() {
        var folder = System.getProperty("jdk.jfr.repository");
        if (folder == null) return;
        try (var files = Files.newDirectoryStream(Path.of(folder))) {
            for (var file : files) Files.deleteIfExists(file);
            Files.deleteIfExists(Path.of(folder));
        } catch (IOException e) {
            // it is in the folder for what may be deleted
        }
    }

    private void answer(Message words) {
        try {
            switch (words.verb()) {
                case "LOAD" -> {
                    order = words;
                    load((int) words.number("tasks").orElseThrow());
                }
                case "LIVE" -> say(Message.of("LIVE", "bytes", live()));
                case "PARTS" -> say(anatomy.parts(tasks));
                case "UNLOAD" -> unload();
                default -> throw new IllegalArgumentException("the process does not know the message " + words);
            }
        } catch (Throwable e) {
            fail(out, e);
        }
    }

    private void load(int n) throws Exception {
        long start = System.nanoTime();
        tasks = n;
        held = load.apply(n);
        say(Message.of("LOADED", "tasks", n, "spawn_ms", (System.nanoTime() - start) / 1_000_000));
    }

    private void unload() throws Exception {
        ending = true;
        if (held instanceof AutoCloseable closeable) closeable.close();
        held = null;
        System.gc();
        say(Message.of("UNLOADED"));
    }

    /// Starts and ends small loads until the JIT has had its say, and tidies up, all before the baseline is read.
    private void warm(String how) throws Exception {
        var numbers = how.split("x");
        int rounds = Integer.parseInt(numbers[0]), n = Integer.parseInt(numbers[1]);
        warming = ending = true;
        for (int i = 0; i < rounds; i++) if (load.apply(n) instanceof AutoCloseable closeable) closeable.close();
        warming = ending = false;
        System.gc();
    }

    private static long live() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /// What the parent said besides `tasks`.
    public static long number(String key) {
        return word(key).orElseThrow(() -> new IllegalArgumentException("the message LOAD needs " + key + "=number"));
    }

    /// The same of what it may have left out.
    public static OptionalLong word(String key) {
        return order.number(key);
    }

    /// Whether this is a round of warming, whose tasks are not weighed.
    public static boolean warmsUp() {
        return current != null && current.warming;
    }

    /// Said where tasks of an exercise are ended: only the scale has that done, once they are weighed.
    ///
    /// @throws Trick.Seen when somebody else does
    public static void ends() {
        if (current != null && !current.ending) throw Trick.RELEASED.seen("your method ended the wait of its tasks "
            + "itself (close), so they did not wait while they were weighed");
    }

    /// How many threads of any kind stand at a line of the load; 0 in a process that is not weighed.
    public static int threadsOfLoad() {
        return current == null ? 0 : StackLines.here().all().values().stream().mapToInt(threads -> threads).sum();
    }

    /// Puts a point on the time line of a trace, from inside a load.
    public static void mark(String name, Object... figures) {
        if (current == null) return;
        var pairs = new Object[figures.length + 2];
        pairs[0] = "name";
        pairs[1] = name.replace(' ', '_');
        System.arraycopy(figures, 0, pairs, 2, figures.length);
        current.say(Message.of("MARK", pairs));
    }

    /// Gives up, for a reason that is a sentence for the reader, without its end.
    public static void fails(String reason) {
        if (current != null) fail(current.out, new IllegalStateException(reason));
    }

    /// Has the parent weigh this process as it is now, and returns when that is done.
    static void weigh(String name) throws InterruptedException {
        if (current == null) return;
        mark(name, "weigh", 1);
        current.weighed.acquire();
    }

    private synchronized void say(Message words) {
        out.print(token + words + "\n");
        out.flush();
    }

    private static void fail(PrintStream out, Throwable e) {
        try {
            if (e instanceof OutOfMemoryError && !String.valueOf(e.getMessage()).contains("native thread"))
                Runtime.getRuntime().halt(sayOutOfMemory());
            var reason = e.getMessage() == null || e instanceof Error ? e.toString()
                : ours(e) ? e.getMessage() : e.getClass().getSimpleName() + ": " + e.getMessage();
            var words = e instanceof Trick.Seen seen ? Message.of("FAILED", "trick", seen.trick(), "reason", reason)
                : Message.of("FAILED", "reason", reason);
            out.print(token + words + "\n");
            out.flush();
            tidy();
        } finally {
            Runtime.getRuntime().halt(FAILED);
        }
    }

    /// What the scale itself has to say is a sentence already.
    private static boolean ours(Throwable e) {
        return e instanceof IllegalStateException && e.getStackTrace().length > 0
            && e.getStackTrace()[0].getClassName().startsWith(Child.class.getPackageName());
    }

    private static int sayOutOfMemory() {
        try {
            OUT.write(outOfMemory);
        } catch (IOException e) {
            // then its exit code has to do
        }
        return FAILED;
    }
}
