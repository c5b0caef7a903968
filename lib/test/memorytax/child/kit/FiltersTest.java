package memorytax.child.kit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The exercise of the chain: who has handled a request rightly, and what is told of who has not.
@Timeout(600)
class FiltersTest {
    private static long pass(Filters filters, long request, int i) {
        if (i == filters.count()) return filters.ask(request);
        long mine = filters.down(i, request);
        return filters.back(i, mine, pass(filters, mine, i + 1));
    }

    private static long twice(Filters filters, long request) {
        long last = request;
        for (int i = 0; i < filters.count(); i++) last = filters.down(i, last);
        return back(filters, request, 0, filters.ask(last));
    }

    /// Goes down once more, for what was not kept.
    private static long back(Filters filters, long request, int i, long answer) {
        if (i == filters.count()) return answer;
        long mine = filters.down(i, request);
        return filters.back(i, mine, back(filters, mine, i + 1, answer));
    }

    private static String refusal(Filters.Handler handler) {
        return assertThrows(IllegalStateException.class, () -> Filters.of(10, handler).close()).getMessage();
    }

    @Test
    void requestsWaitUntilTheServerAnswersAndThenAllHaveTheirAnswers() throws Exception {
        var filters = Filters.of(50, (chain, request) -> pass(chain, request, 0));
        assertEquals("200 filters, 50 of 50 requests wait", filters.toString());
        assertDoesNotThrow(filters::close);
        assertEquals("200 filters, 0 of 50 requests wait", filters.toString());
    }

    @Test
    void anExplicitStackIsAsRight() {
        assertDoesNotThrow(() -> Filters.of(50, (filters, request) -> {
            var made = new long[filters.count()];
            for (int i = 0; i < made.length; i++) request = made[i] = filters.down(i, request);
            long answer = filters.ask(request);
            for (int i = made.length - 1; i >= 0; i--) answer = filters.back(i, made[i], answer);
            return answer;
        }).close());
    }

    @Test
    void whoRunsTheChainOnceMoreAfterTheWaitIsToldSo() {
        assertEquals("the filters were called 4,000 times on the way down, and 2,000 is right: a filter may handle a "
            + "request only once", refusal(FiltersTest::twice));
    }

    @Test
    void whoDoesNotAskHasNoAnswer() {
        var says = refusal((_, request) -> request);
        assertTrue(says.matches("request \\d had its answer before the server answered"), says);
    }

    @Test
    void whoLeavesAFilterOutHasAWrongAnswer() {
        var says = refusal((filters, request) -> filters.ask(request));
        assertTrue(says.matches("request \\d has a wrong answer: every filter has to change .*"), says);
    }

    @Test
    void theOrderOfTheWayBackCounts() {
        var says = refusal((filters, request) -> {
            var made = new long[filters.count()];
            for (int i = 0; i < made.length; i++) request = made[i] = filters.down(i, request);
            long answer = filters.ask(request);
            for (int i = 0; i < made.length; i++) answer = filters.back(i, made[i], answer);
            return answer;
        });
        assertTrue(says.matches("request \\d has a wrong answer: .*"), says);
    }

    @Test
    void whatAMethodThrowsIsToldOf() {
        var says = refusal((_, request) -> {
            throw new UnsupportedOperationException("no");
        });
        assertTrue(says.matches("request \\d ended with java.lang.UnsupportedOperationException: no"), says);
    }
}
