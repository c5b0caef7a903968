package memorytax.child.kit;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// A call of a method that somebody else has written, on a thread of its own: it may wait for ever.
final class Trial<T> {
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private final Thread thread;

    private Trial(Thread.Builder kind, Callable<T> method) {
        thread = kind.unstarted(() -> {
            try {
                result.complete(method.call());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
    }

    /// On a platform thread, begun.
    static <T> Trial<T> of(Callable<T> method) {
        return begun(Thread.ofPlatform().daemon().name("trial"), method);
    }

    /// On a virtual thread, begun.
    static <T> Trial<T> virtual(Callable<T> method) {
        return begun(Thread.ofVirtual().name("trial"), method);
    }

    private static <T> Trial<T> begun(Thread.Builder kind, Callable<T> method) {
        var trial = new Trial<>(kind, method);
        trial.thread.start();
        return trial;
    }

    /// Whether it has returned, or thrown.
    boolean over() {
        return result.isDone();
    }

    /// Its thread.
    Thread thread() {
        return thread;
    }

    /// Whether it has thrown.
    boolean failed() {
        return result.isCompletedExceptionally();
    }

    /// What it returned, once it is over; what it threw comes out again.
    T get() throws Exception {
        try {
            return result.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
