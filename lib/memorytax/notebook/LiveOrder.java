package memorytax.notebook;

import java.util.ArrayDeque;
import java.util.Deque;

/// What is done between two steps of a [LiveRun], on the thread that runs everything: so it disturbs no measurement.
public interface LiveOrder extends Runnable {
    /// Ends it while it runs, takes it back before it does, and does nothing afterwards. Called on any thread; must be
    /// quick.
    void stop();

    /// Does what is to be done between two steps; what may measure, while nothing else is measured.
    static void perform(Runnable order, Ahead ahead) {
        try {
            if (order instanceof LiveOrder) ahead.alone(() -> {
                order.run();
                return order;
            });
            else order.run();
        } catch (InterruptedException e) {
            // taken back before its turn
        }
    }

    /// Orders in the order in which they came. Not for two threads at once.
    final class Queue {
        private final Deque<Runnable> waiting = new ArrayDeque<>();
        private Runnable last = () -> { };

        void add(Runnable order) {
            waiting.add(order);
        }

        boolean isEmpty() {
            return waiting.isEmpty();
        }

        Runnable next() {
            return last = waiting.remove();
        }

        /// Stops what can be stopped; the others are still due.
        void stop() {
            var stopped = waiting.stream().filter(LiveOrder.class::isInstance).toList();
            waiting.removeAll(stopped);
            for (var order : stopped) ((LiveOrder) order).stop();
            if (last instanceof LiveOrder order) order.stop();
        }
    }
}
