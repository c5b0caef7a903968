package memorytax.room;

import org.junit.jupiter.api.Test;

import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RateLimitTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5); // a stopwatch may begin anywhere
    private final RateLimit limit = new RateLimit(2, nanos::get);

    private boolean takes(String address) {
        return limit.takes(InetAddress.ofLiteral(address));
    }

    private void after(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void eachAddressHasItsOwn() {
        assertTrue(takes("192.0.2.1") && takes("192.0.2.1") && takes("192.0.2.2"));
        assertFalse(takes("192.0.2.1"));
        assertFalse(limit.isReached(InetAddress.ofLiteral("192.0.2.2")));
        assertFalse(limit.isReached(InetAddress.ofLiteral("192.0.2.3")));
    }

    /// Not at the full minute: it slides.
    @Test
    void afterAMinuteEachOneIsForgotten() {
        assertTrue(takes("192.0.2.1"));
        after(Duration.ofSeconds(40));
        assertTrue(takes("192.0.2.1"));
        after(Duration.ofSeconds(20));
        assertTrue(takes("192.0.2.1"));
        assertFalse(takes("192.0.2.1"));
        after(Duration.ofSeconds(39));
        assertFalse(takes("192.0.2.1"));
        after(Duration.ofSeconds(1));
        assertTrue(takes("192.0.2.1"));
    }

    /// One that has many addresses has as many as its network gives it.
    @Test
    void oneNetworkOfIpv6IsOneAddress() {
        assertTrue(takes("2001:db8:1:1::1") && takes("2001:db8:1:1:ffff::2"));
        assertFalse(takes("2001:db8:1:1::3"));
        assertTrue(takes("2001:db8:1:2::1"));
    }

    @Test
    void thousandsOfAddressesAreNotRememberedForEver() {
        for (int i = 0; i < 5_000; i++) {
            assertTrue(takes("10.0." + i / 250 + "." + i % 250));
            after(Duration.ofSeconds(1));
        }
        assertTrue(limit.remembered() <= 1_001, "" + limit.remembered());
    }
}
