package memorytax.child.kit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A pool that keeps the books.
class LoansTest {
    private static final int MANY = 400;

    /// What a reader may come up with, and what is said of it.
    record Cheat(String says, Loans.Handler handler) {
        @Override
        public String toString() {
            return says;
        }
    }

    private static Stream<Cheat> cheats() {
        return Stream.of(
            new Cheat("read into a buffer that is not on loan", (pool, i) -> {
                var mine = new byte[256];
                return sum(mine, pool.read(i, mine));
            }),
            new Cheat("answered but never read", (_, _) -> 0),
            new Cheat("answered with", (pool, i) -> {
                var buffer = pool.borrow();
                try {
                    pool.read(i, buffer);
                    return -1_000_000;
                } finally {
                    pool.giveBack(buffer);
                }
            }),
            new Cheat("hung up, but the caller of answer did not see the exception", (pool, i) -> {
                var buffer = pool.borrow();
                try {
                    return sum(buffer, pool.read(i, buffer));
                } catch (IOException e) {
                    return 0;
                } finally {
                    pool.giveBack(buffer);
                }
            }),
            new Cheat("answered with", (pool, i) -> {
                var buffer = pool.borrow();
                int length = 0;
                try {
                    length = pool.read(i, buffer);
                } finally {
                    pool.giveBack(buffer);
                }
                return sum(buffer, length); // when somebody else may have it already
            }),
            new Cheat("ended with java.lang.IllegalStateException: mine", (_, _) -> {
                throw new IllegalStateException("mine");
            }));
    }

    @ParameterizedTest
    @MethodSource("cheats")
    void tellsACheat(Cheat cheat) {
        var e = assertThrows(IllegalStateException.class, () -> Loans.prove(MANY, cheat.handler));
        assertTrue(e.getMessage().matches("request \\d+ .*" + cheat.says + ".*"), e.getMessage());
    }

    @Test
    void whatIsGivenBackIsNotOut() throws Exception {
        assertTrue(Loans.prove(MANY, (pool, i) -> {
            var buffer = pool.borrow();
            try {
                return sum(buffer, pool.read(i, buffer));
            } finally {
                pool.giveBack(buffer);
                pool.giveBack(buffer);
            }
        }).toString().matches("a pool: 0 on loan, [1-4] idle, %d came back twice".formatted(MANY)));
    }

    @Test
    void whatIsGivenBackTwiceEndsNoLoanOfAnotherThread() throws Exception {
        var pool = new Loans(1);
        var buffer = pool.borrow();
        pool.giveBack(buffer);
        var theirs = CompletableFuture.supplyAsync(pool::borrow).get();
        pool.giveBack(buffer);
        assertEquals("a pool: 1 on loan, 1 idle, 1 came back twice", pool.toString());
        pool.giveBack(theirs);
        assertEquals("a pool: 0 on loan, 2 idle, 1 came back twice", pool.toString());
    }

    @Test
    void whoeverGivesItBackItsBorrowerHasItAgain() throws Exception {
        var pool = new Loans(1);
        var buffer = pool.borrow();
        CompletableFuture.runAsync(() -> pool.giveBack(buffer)).get();
        assertSame(buffer, pool.borrow());
    }

    @Test
    void whatIsNotGivenBackIsCounted() throws Exception {
        assertEquals("a pool: %d on loan, 0 idle, 0 came back twice".formatted(MANY),
            Loans.prove(MANY, (pool, i) -> {
                var buffer = pool.borrow();
                return sum(buffer, pool.read(i, buffer));
            }).toString());
    }

    private static long sum(byte[] of, int length) {
        long sum = 0;
        for (int i = 0; i < length; i++) sum += of[i];
        return sum;
    }
}
