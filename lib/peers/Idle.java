import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/// Idle threads in a JDK that cannot load the classes of a chapter: the scale's few words in the Java of JDK 11.
/// Virtual threads are there where the JDK has them. Its arguments are the name of the load, and `warm=60x1000`: so
/// many rounds of so many tasks come and go before it says `READY`.
public final class Idle {
    private static final String VIRTUAL = "virtual threads", PLATFORM = "platform threads";
    private static final MethodHandle START_VIRTUAL = startVirtual();
    private static PrintStream out;
    private static boolean virtual;
    private static Gate held;

    private Idle() {
    }

    /// Where the tasks of a load wait.
    private static final class Gate {
        private final CountDownLatch running, opened = new CountDownLatch(1), ended;

        Gate(int tasks) {
            running = new CountDownLatch(tasks);
            ended = new CountDownLatch(tasks);
        }

        void here() {
            running.countDown();
        }

        void await() {
            try {
                opened.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                ended.countDown();
            }
        }

        void close() throws InterruptedException {
            opened.countDown();
            ended.await();
        }
    }

    /// One task.
    private static final class Task implements Runnable {
        private final Gate gate;

        Task(Gate gate) {
            this.gate = gate;
        }

        @Override
        public void run() {
            gate.here();
            gate.await();
        }
    }

    /// The conversation, until EXIT or the end of the parent.
    public static void main(String[] words) throws Throwable {
        out = new PrintStream(System.out, false, "UTF-8");
        System.setOut(System.err);
        virtual = words.length > 0 && words[0].equals(VIRTUAL);
        if (words.length == 0 || !(words[0].equals(PLATFORM) || virtual && START_VIRTUAL != null))
            fail("no load \"" + (words.length == 0 ? "" : words[0]) + "\" here, only \"" + PLATFORM + "\""
                + (START_VIRTUAL == null ? "" : "; \"" + VIRTUAL + "\""));
        new Thread(Idle::listen, "stdin").start(); // at once: stdin must be heard closing
        try {
            for (String word : words) if (word.startsWith("warm=")) warm(word.substring(5));
            say("READY runtime=java version=" + Runtime.version() + " can=live");
        } catch (Throwable e) {
            fail(e.toString());
        }
    }

    private static void listen() {
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try {
            for (String line; (line = in.readLine()) != null && !line.equals("EXIT"); ) {
                var words = line;
                new Thread(() -> answer(words), "load").start(); // a load may hang
            }
        } catch (IOException e) {
            // as good as closed
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }

    private static void answer(String line) {
        try {
            var words = line.split(" ");
            switch (words[0]) {
                case "LOAD":
                    long start = System.nanoTime();
                    int tasks = tasks(words);
                    held = load(tasks);
                    say("LOADED tasks=" + tasks + " spawn_ms=" + (System.nanoTime() - start) / 1_000_000);
                    break;
                case "LIVE":
                    System.gc();
                    say("LIVE bytes=" + (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()));
                    break;
                case "UNLOAD":
                    if (held != null) held.close();
                    held = null;
                    System.gc();
                    say("UNLOADED");
                    break;
                case "WEIGHED":
                case "":
                    break;
                default:
                    fail("does not know " + words[0]);
            }
        } catch (Throwable e) {
            fail(e.toString());
        }
    }

    private static int tasks(String[] words) {
        for (String word : words) if (word.startsWith("tasks=")) return Integer.parseInt(word.substring(6));
        throw new IllegalArgumentException("LOAD needs tasks=number");
    }

    private static Gate load(int tasks) throws Throwable {
        var gate = new Gate(tasks);
        for (int i = 0; i < tasks; i++) {
            if (virtual) {
                var ignored = (Thread) START_VIRTUAL.invokeExact((Runnable) new Task(gate));
            } else {
                new Thread(new Task(gate)).start();
            }
        }
        gate.running.await();
        return gate;
    }

    private static void warm(String how) throws Throwable {
        int at = how.indexOf('x'), rounds = Integer.parseInt(how.substring(0, at));
        for (int i = 0; i < rounds; i++) load(Integer.parseInt(how.substring(at + 1))).close();
        System.gc();
    }

    /// Null where this JDK has none, or has them as a preview that nobody has allowed.
    private static MethodHandle startVirtual() {
        try {
            if (Runtime.version().feature() < 21) return null;
            return MethodHandles.lookup().findStatic(Thread.class, "startVirtualThread",
                MethodType.methodType(Thread.class, Runnable.class));
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }

    private static synchronized void say(String line) {
        out.print(line.replace('\n', ' ') + "\n");
        out.flush();
    }

    private static void fail(String reason) {
        say("FAILED reason=" + reason);
        Runtime.getRuntime().halt(1);
    }
}
