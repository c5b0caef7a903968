package memorytax.child.kit;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// How promptly tasks answer their letters. A letter is sent when the one before is answered. Its answer is late when a
/// thread was faster that began after it was sent, and slept for a fifth of a millisecond: who came first decides, and
/// not how long it took, so a machine that is busy makes both wait.
final class Promptness {
    /// How many are sent one at a time.
    static final int LETTERS = 40;
    private static final Duration NAP = Duration.ofNanos(200_000);

    private Promptness() {
    }

    /// Sends them, and returns how many answers were late. Where an answer does not come at all, those that are left
    /// count as late, and are sent together.
    ///
    /// @param quiet so many ms without an answer are enough
    static int late(List<Integer> letters, Consumer<Integer> send, LetterReplies replies, long quiet)
        throws InterruptedException {
        int late = 0, sent = 0;
        for (boolean comes = true; sent < letters.size() && comes; ) {
            send.accept(letters.get(sent++));
            if (!isThere(sent, replies)) late++;
            comes = replies.await(sent, quiet);
        }
        letters.subList(sent, letters.size()).forEach(send);
        return late + letters.size() - sent;
    }

    private static boolean isThere(int answers, LetterReplies replies) throws InterruptedException {
        var there = new AtomicBoolean();
        Thread.startVirtualThread(() -> {
            try {
                Thread.sleep(NAP);
                there.set(replies.all() >= answers);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }).join();
        return there.get();
    }
}
