package memorytax.measure.plan;

import memorytax.child.Child;
import memorytax.child.Gate;
import memorytax.child.kit.Traffic;
import memorytax.child.Load;
import memorytax.measure.process.JavaPeer;

import java.util.ArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.CountDownLatch;

/// Loads that behave, and loads that do not.
public final class Loads {
    private Loads() {
    }

    public static Gate waiting(int tasks) throws InterruptedException {
        var gate = new Gate(tasks);
        for (int i = 0; i < tasks; i++) Thread.startVirtualThread(() -> {
            gate.here();
            gate.await();
        });
        return gate.full();
    }

    static Gate marking(int tasks) throws InterruptedException {
        var gate = new Gate(0);
        Child.mark("depth " + gate.number("depth"));
        return gate.full();
    }

    /// Every third task says that it is there.
    static Gate silent(int tasks) throws InterruptedException {
        var gate = new Gate(tasks);
        for (int i = 0; i < tasks; i++) {
            if (i % 3 == 0) gate.here();
            Thread.startVirtualThread(() -> LockSupport.park());
        }
        return gate.full();
    }

    static Object throwing(int tasks) {
        throw new IllegalStateException("no room for " + tasks);
    }

    static Object exiting(int tasks) {
        System.exit(7);
        return null;
    }

    static Object hanging(int tasks) {
        while (true) LockSupport.park();
    }

    static Object shouting(int tasks) {
        for (int i = 0; i < 40_000; i++) {
            System.out.println("x".repeat(100));
            System.err.println("y".repeat(100));
        }
        return null;
    }

    static Object talkingRubbish(int tasks) {
        System.out.println("LOADED tasks=\u0000 LOADED");
        System.out.print("no end of line, and then LOADED");
        return null;
    }

    static Object straying(int tasks) {
        Thread.ofPlatform().start(Loads::hang);
        return null;
    }

    static Object eating(int tasks) {
        var all = new ArrayList<byte[]>();
        while (true) all.add(new byte[1 << 20]);
    }

    static Object spawning(int tasks) throws InterruptedException {
        var gate = new Gate(Integer.MAX_VALUE);
        while (true) Thread.ofPlatform().daemon().start(gate::await);
    }

    static Object failingTask(int tasks) throws InterruptedException {
        var gate = new Gate(tasks);
        Thread.startVirtualThread(() -> {
            throw new IllegalStateException("in a task");
        });
        return gate.full();
    }

    /// One process with such a load.
    public static Point point(Load load, int tasks, String... flags) {
        var peer = new JavaPeer("a load", load).with(flags).peer();
        return new Point(peer, tasks, java.util.Map.of(), 1, Point.PATIENCE);
    }

    private static void hang() {
        while (true) LockSupport.park();
    }

    /// So many requests, each of which leaves a virtual thread behind.
    public static Traffic leaking(int requests) throws Exception {
        var traffic = new Traffic(requests);
        traffic.serve(_ -> Thread.startVirtualThread(() -> listen(traffic)));
        return traffic.left(requests);
    }

    /// One that is left behind: nothing ends it but an interrupt.
    public static void listen(Traffic traffic) {
        traffic.begins();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            // that is how it is to end
        } finally {
            traffic.ends();
        }
    }
}
