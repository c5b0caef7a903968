package memorytax.session;

import memorytax.measure.plan.Archive;
import memorytax.measure.plan.Effort;
import memorytax.measure.plan.Scale;
import memorytax.notebook.LiveRun;
import memorytax.notebook.Run;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import memorytax.shell.Completions;
import memorytax.shell.Evaluator;
import memorytax.shell.Reply;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The JShell of a live chapter. It is begun when somebody opens it, or an editor: before, it costs nothing.
final class LiveShell {
    private static final int KEPT = 50;
    /// How long somebody who types waits for a list of words, and how much of that may go into signatures.
    private static final long PATIENCE = 1500, SIGNATURES = TimeUnit.MILLISECONDS.toNanos(300);
    private static final Set<String> PRIMITIVE =
        Set.of("boolean", "byte", "char", "short", "int", "long", "float", "double", "void");
    private final Supplier<Chapter> chapter;
    private final Run run;
    private final LiveRun live;
    private final LiveEvents events;
    private final Function<Integer[], Scale> scales;
    private final AtomicInteger count = new AtomicInteger();
    private final Deque<String> keys = new ArrayDeque<>();
    private final CompletableFuture<Evaluator> begun = new CompletableFuture<>();
    private boolean wanted;

    /// @param chapter as it is now
    /// @param run     whose values it has; asked on the thread that runs the steps
    /// @param progress shows what is weighed
    LiveShell(Supplier<Chapter> chapter, Run run, LiveRun live, LiveEvents events, Scale scale,
              LiveProgress progress) {
        this.chapter = chapter;
        this.run = run;
        this.live = live;
        this.events = events;
        scales = tasks -> new Scale(Effort.quick(Effort.QUICK.forks(), tasks), scale.peers(),
            progress.in("jshell"), Archive.NONE, "jshell");
    }

    /// Evaluates code when its turn comes. Events called `answer` say how it stands.
    ///
    /// @param cell beside which it was typed
    /// @throws IllegalArgumentException when there is nothing in it
    void eval(String cell, String code) {
        if (code.isBlank()) throw new IllegalArgumentException("there is no code; type some Java first");
        begin();
        int id = count.incrementAndGet();
        live.between(new TypedCode(code, this::ready, () -> remarks(code), (state, html) ->
            tell(id, Map.of("id", id, "cell", cell, "code", code, "state", state, "html", html))));
    }

    private synchronized void tell(int id, Map<String, Object> answer) {
        var key = "answer " + id;
        events.happened(key, "answer", answer);
        if (keys.contains(key)) return;
        keys.add(key);
        if (keys.size() > KEPT) events.over(keys.remove());
    }

    /// With the chapter and the values as they are now.
    private Evaluator ready() {
        var shell = begun.join();
        shell.take(sources(shell));
        shell.give(chapter.get().steps().stream().map(Cell::name).collect(Collectors.toSet()),
            JShellSession.variables(run));
        return shell;
    }

    /// What whoever types may wonder about: a variable that is null.
    private List<Reply> remarks(String code) {
        var shell = begun.join();
        return chapter.get().steps().stream().filter(step -> run.values().get(step.name()) == null)
            .filter(step -> Pattern.compile("(?<![\\w.])" + step.name() + "\\b(?!\\s*\\()").matcher(code).find())
            .filter(step -> shell.has(declared(step)))
            .<Reply>map(step -> new Reply.Note("%s has no value yet: run the cell “%s” first.".formatted(step.name(),
                step.title()))).toList();
    }

    /// How the code up to a cursor may go on. Nothing as long as JShell is not there.
    Completions complete(String code, int cursor) {
        begin();
        int at = Math.clamp(cursor, 0, code.length());
        try {
            var shell = begun.get(PATIENCE, TimeUnit.MILLISECONDS);
            shell.takeWhenIdle(sources(shell));
            return shell.complete(code, at, SIGNATURES);
        } catch (TimeoutException | ExecutionException e) {
            return Completions.none(at);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Completions.none(at);
        }
    }

    private synchronized void begin() {
        if (wanted) return;
        wanted = true;
        Thread.ofPlatform().daemon().name("jshell").priority(Thread.MIN_PRIORITY).start(() -> {
            try {
                var shell = new Evaluator();
                begun.complete(shell); // words can be completed before all of the chapter is known
                shell.take(sources(shell));
            } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
                begun.completeExceptionally(e);
            }
        });
    }

    /// What there is beside what is typed, in the order in which it is wanted.
    private LinkedHashSet<String> sources(Evaluator shell) {
        var now = chapter.get();
        return Stream.of(JShellSession.imports(now), now.steps().stream().map(this::declared).filter(s -> !s.isEmpty()),
                ours(shell), now.cells().stream().map(Cell::code)).flatMap(pieces -> pieces)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// A variable that has no value before the step is run; a number would have one, and gets it when it is known.
    private String declared(Cell.Step step) {
        return Optional.of(JShellSession.type(step, chapter.get())).filter(type -> !PRIMITIVE.contains(type))
            .map(type -> type + " " + step.name() + ";").orElse("");
    }

    /// They stand before what [memorytax.Notebook] has by these names, which prints on a terminal.
    private Stream<String> ours(Evaluator shell) {
        return Stream.of(shell.show(),
            "static memorytax.measure.plan.Scale scale(Integer... tasks) { return "
                + shell.source("scales", "java.util.function.Function<Integer[], memorytax.measure.plan.Scale>", scales)
                + ".apply(tasks); }",
            """
            static memorytax.measure.result.Weighings weigh(String name, memorytax.child.Load load, Integer... tasks) {
                return scale(tasks).sizes(1_000, 5_000, 10_000).java(name, load).weigh();
            }""",
            """
            static memorytax.measure.result.Weighings weigh(memorytax.child.Load load) {
                return weigh("your task", load);
            }""");
    }

    /// Ends what is left of it.
    void close() {
        if (begun.isDone() && !begun.isCompletedExceptionally()) begun.join().close();
    }
}
