package memorytax.child.kit;

import memorytax.child.Patience;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// Calls of another service, for an exercise: each may take an hour, and nearly all are answered at once. What an
/// answered call leaves behind is weighed. Nothing of it is kept here.
///
/// In the end come some calls with much patience that are open when the garbage collector runs: their timeouts must
/// reference them. And some calls with little patience are never answered: they must be given up. Whoever has done away
/// with a timeout, or with the timer, is found out then.
///
/// ```java
/// static void timeouts(Calls calls) {
///     calls.each(call -> {
///         var timeout = …;
///         call.whenAnswered(() -> timeout.cancel(false));
///     });
/// }
/// ```
public final class Calls {
    /// What a call brings along, in bytes.
    private static final int BODY = 1_024;
    private static final long HOUR = TimeUnit.HOURS.toMillis(1), SHORT = 20;
    private static final int FEW = 20;
    private final int calls;
    private final Complaint trouble = new Complaint();
    private boolean came;

    private Calls(int calls) {
        this.calls = calls;
    }

    /// The exercise: the static method that the reader writes.
    @FunctionalInterface
    public interface Begin {
        /// Says with [Calls#each] what is done with each call.
        void timeouts(Calls calls) throws Exception;
    }

    /// What is done with a call, before its answer comes.
    @FunctionalInterface
    public interface Handler {
        /// Returns soon: the answer comes when it has.
        void take(Call call) throws Exception;
    }

    /// One call, with its kilobyte.
    public final class Call {
        private final byte[] body = new byte[BODY];
        private final List<Runnable> actions = new ArrayList<>();
        private final int number;
        private final long patience, start = System.nanoTime();
        private boolean answered;
        private int givenUp;

        private Call(int number, long patience) {
            this.number = number;
            this.patience = patience;
        }

        /// After so many milliseconds without an answer the call is to be given up.
        public long patience() {
            return patience;
        }

        /// Has this run when the answer is there; not when the call is given up.
        public synchronized void whenAnswered(Runnable action) {
            actions.add(action);
        }

        /// Ends a call that has waited for too long.
        public synchronized void giveUp() {
            long waited = (System.nanoTime() - start) / 1_000_000;
            if (answered) trouble.of("call %,d was given up although it was answered", number);
            else if (waited < patience) trouble.of("call %,d was given up after %,d ms, and it may take %,d ms", number,
                waited, patience);
            givenUp++;
        }

        private void answer() {
            List<Runnable> all;
            synchronized (this) {
                answered = true;
                all = List.copyOf(actions);
            }
            all.forEach(Runnable::run);
        }

        private synchronized boolean isGivenUp() {
            return givenUp > 0;
        }

        /// `call 7 with 1,024 bytes`
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "call %,d with %,d bytes", number, body.length);
        }
    }

    /// What a load returns: so many calls have come, and all but a few were answered.
    ///
    /// @throws IllegalStateException when a call was given up too early, or never; its sentence is for the reader
    public static Calls of(int calls, Begin begin) throws Exception {
        var all = new Calls(calls);
        begin.timeouts(all);
        if (!all.came) throw Complaint.wrong("the method has not called calls.each()");
        all.trouble.check();
        return all;
    }

    /// Makes the calls, one after the other, and answers all but the last few.
    public void each(Handler handler) throws Exception {
        came = true;
        for (int i = 0; i < calls; i++) {
            var call = new Call(i, HOUR);
            handler.take(call);
            call.answer();
        }
        var open = new ArrayList<WeakReference<Call>>();
        for (int i = 0; i < FEW; i++) open.add(open(handler, i));
        System.gc();
        long lost = open.stream().filter(call -> call.get() == null).count();
        if (lost > 0) trouble.of("%,d of %,d calls have no answer yet, and no timeout references them", lost, FEW);
        open.stream().map(Reference::get).filter(Objects::nonNull).forEach(Call::answer);
        leaveUnanswered(handler);
    }

    /// Here nothing references the call when this has returned.
    private WeakReference<Call> open(Handler handler, int number) throws Exception {
        var call = new Call(calls + number, HOUR);
        handler.take(call);
        return new WeakReference<>(call);
    }

    private void leaveUnanswered(Handler handler) throws Exception {
        var unanswered = new ArrayList<Call>();
        for (int i = 0; i < FEW; i++) unanswered.add(new Call(calls + FEW + i, SHORT));
        for (var call : unanswered) handler.take(call);
        if (!Patience.until(() -> unanswered.stream().allMatch(Call::isGivenUp),
            () -> (int) unanswered.stream().filter(Call::isGivenUp).count()))
            trouble.of("%,d of %,d calls have no answer, and were not given up after %,d ms",
                unanswered.stream().filter(call -> !call.isGivenUp()).count(), FEW, SHORT);
    }

    /// `10,000 calls, all answered`
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,d calls, all answered", calls);
    }
}
