import java.util.concurrent.CountDownLatch;

/// Threads that wait, without the scale: this program shares no line with it.
///
///     java -Xbatch Waiting virtual 10000
///
/// It says "waiting" with its process id when all of them run, and ends when its input ends. Virtual threads wait in a
/// JVM that has compiled what they do: 60,000 of them have come and gone.
public final class Waiting {
    private Waiting() {
    }

    public static void main(String[] words) throws Exception {
        boolean virtual = words[0].equals("virtual");
        for (int i = 0; virtual && i < 60; i++) start(true, 1_000).leave();
        if (virtual) System.gc();
        var room = start(virtual, Integer.parseInt(words[1]));
        System.out.println("waiting " + ProcessHandle.current().pid());
        while (System.in.read() >= 0) {
            // what it keeps, jcmd tells
        }
        System.exit(0);
    }

    /// Where they wait.
    private static final class Room {
        private final CountDownLatch running, ended, done = new CountDownLatch(1);

        Room(int tasks) {
            running = new CountDownLatch(tasks);
            ended = new CountDownLatch(tasks);
        }

        void enter() {
            running.countDown();
        }

        void stay() {
            try {
                done.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                ended.countDown();
            }
        }

        void leave() throws InterruptedException {
            done.countDown();
            ended.await();
        }
    }

    private static Room start(boolean virtual, int tasks) throws InterruptedException {
        var room = new Room(tasks);
        for (int i = 0; i < tasks; i++) {
            Runnable task = () -> {
                room.enter();
                room.stay();
            };
            if (virtual) Thread.startVirtualThread(task);
            else Thread.ofPlatform().start(task);
        }
        room.running.await();
        return room;
    }
}
