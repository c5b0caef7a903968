package memorytax.room;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// So many of something in a minute, from each address.
final class RateLimit {
    static final Duration WHILE = Duration.ofMinutes(1);
    /// So many addresses are remembered before those that have been quiet are forgotten.
    private static final int MANY = 1_000;
    private final int most;
    private final LongSupplier nanos;
    private final Map<Object, ArrayDeque<Long>> seen = new HashMap<>();

    /// @param nanos a stopwatch: `System::nanoTime`
    RateLimit(int most, LongSupplier nanos) {
        this.most = most;
        this.nanos = nanos;
    }

    /// Whether this address has had as many as it may have.
    synchronized boolean isReached(InetAddress from) {
        var times = seen.get(key(from));
        if (times == null) return false;
        forget(times);
        return times.size() >= most;
    }

    /// Counts one more, unless that is too many.
    ///
    /// @return whether it was not
    synchronized boolean takes(InetAddress from) {
        if (isReached(from)) return false;
        if (seen.size() > MANY) {
            seen.values().forEach(this::forget);
            seen.values().removeIf(ArrayDeque::isEmpty);
        }
        seen.computeIfAbsent(key(from), _ -> new ArrayDeque<>()).add(nanos.getAsLong());
        return true;
    }

    /// How many addresses have had one lately, or a little longer ago.
    synchronized int remembered() {
        return seen.size();
    }

    private void forget(ArrayDeque<Long> times) {
        while (!times.isEmpty() && nanos.getAsLong() - times.peek() >= WHILE.toNanos()) times.remove();
    }

    /// With IPv6, one machine has as many addresses as it likes, all of which begin with the same 64 bits.
    private static Object key(InetAddress from) {
        return from instanceof Inet6Address six ? ByteBuffer.wrap(six.getAddress(), 0, 8).getLong() : from;
    }
}
