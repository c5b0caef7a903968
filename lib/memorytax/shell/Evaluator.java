package memorytax.shell;

import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// JShell for a page: code goes in, and what came of it comes out, the values themselves with it. It runs in this JVM
/// and not, as JShell does by itself, in another one: what the cells of a chapter have returned lives here, and most of
/// it (charts, what runs on a scale) could not be sent anywhere.
public final class Evaluator implements AutoCloseable {
    private static final String SHOW = "show", ANSWER = "answer";
    private final int number = Shell.next();
    /// Held as long as something is evaluated.
    private final ReentrantLock runs = new ReentrantLock();
    /// Held as long as JShell thinks, and not while code runs.
    private final ReentrantLock lock = new ReentrantLock(true);
    private final AtomicInteger named = new AtomicInteger();
    private final JShell shell;
    private final SnippetWords words;
    /// What was declared for each piece of source of the chapter.
    private final Map<String, List<Snippet>> pieces = new LinkedHashMap<>();
    private final Map<String, Object> given = new HashMap<>();
    private final List<Reply> replies = new ArrayList<>();
    private volatile BooleanSupplier stopped = () -> false;
    private volatile Spoken spoken;

    /// Knows the class path of this JVM, and nothing else yet.
    public Evaluator() {
        shell = JShell.builder().executionEngine(Execution.with(lock, () -> stopped.getAsBoolean()), Map.of())
            .tempVariableNameGenerator(() -> "$" + named.incrementAndGet()).build();
        shell.addToClasspath(System.getProperty("java.class.path"));
        words = new SnippetWords(shell);
    }

    /// Java for this value, to be written into a piece of source.
    public String source(String name, String type, Object value) {
        Handed.keep(number, name, value);
        return "%s.<%s>over(\"%s\")".formatted(Handed.class.getName(), type, Handed.key(number, name));
    }

    /// The method that shows a value beside what is answered.
    public String show() {
        return "static void show(Object value) { %s.accept(value); }".formatted(source(SHOW,
            Consumer.class.getName() + "<Object>", (Consumer<Object>) this::shown));
    }

    private void shown(Object value) {
        if (spoken != null) reply(spoken);
        reply(new Reply.Value("", String.valueOf(value), Optional.ofNullable(value)));
    }

    /// Takes in what a chapter declares, a piece each: imports, variables, methods. What it declared before and no more
    /// is gone; what is typed stays.
    public void take(Collection<String> sources) {
        runs.lock();
        try {
            taken(sources);
        } finally {
            runs.unlock();
        }
    }

    /// The same, unless something is evaluated: then it has to wait.
    public void takeWhenIdle(Collection<String> sources) {
        if (!runs.tryLock()) return;
        try {
            taken(sources);
        } finally {
            runs.unlock();
        }
    }

    private void taken(Collection<String> sources) {
        for (var old : List.copyOf(pieces.keySet())) if (!sources.contains(old)) locked(() -> {
            pieces.remove(old).stream().filter(s -> shell.status(s).isActive()).forEach(shell::drop);
            given.clear();
        });
        for (var source : sources) if (!pieces.containsKey(source)) locked(() -> {
            var snippets = new ArrayList<Snippet>();
            for (var rest = source; !rest.isBlank(); ) {
                var next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
                shell.eval(next.source() == null ? rest : next.source()).stream()
                    .filter(e -> e.causeSnippet() == null).map(SnippetEvent::snippet).forEach(snippets::add);
                rest = next.source() == null ? "" : next.remaining();
            }
            pieces.put(source, snippets);
            given.clear(); // JShell may have begun some of them anew
        });
    }

    /// Whether what this piece declares is there, and nobody has declared something else by that name.
    public boolean has(String source) {
        lock.lock();
        try {
            return pieces.getOrDefault(source, List.of()).stream().anyMatch(s -> shell.status(s).isActive());
        } finally {
            lock.unlock();
        }
    }

    private void locked(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    /// Gives variables their values, those that have others than before; a variable that is not among them has none.
    ///
    /// @param names of all that there may be
    public void give(Set<String> names, List<Setting.Variable> variables) {
        locked(() -> {
            for (var variable : variables) {
                if (given.get(variable.name()) == variable.value()) continue;
                given.put(variable.name(), variable.value());
                Handed.keep(number, variable.name(), variable.value());
                boolean declared = shell.variables().anyMatch(v -> v.name().equals(variable.name()));
                shell.eval("%s%s = %s;".formatted(declared ? "" : variable.type() + " ", variable.name(),
                    Handed.source(number, variable.name())));
            }
            for (var name : names) {
                if (variables.stream().anyMatch(v -> v.name().equals(name)) || given.remove(name) == null) continue;
                // a number cannot be without a value
                if (shell.eval(name + " = null;").getFirst().status() == Snippet.Status.REJECTED) shell.variables()
                    .filter(v -> v.source().contains(Handed.source(number, name))).toList().forEach(shell::drop);
            }
        });
    }

    /// Evaluates code, one statement or declaration after the other, up to the first that goes wrong. Only one thread
    /// at a time may; it must not hold anything that the code could wait for.
    ///
    /// @param stopped whether nothing is to be run any more; who makes that true calls [#interrupt], too
    public List<Reply> eval(String code, BooleanSupplier stopped) {
        this.stopped = stopped;
        synchronized (replies) {
            replies.clear();
        }
        runs.lock();
        lock.lock();
        try (var spoken = Spoken.begin()) {
            this.spoken = spoken;
            var listed = words.listed(code);
            listed.ifPresent(this::reply);
            for (var rest = listed.isPresent() ? "" : code; !rest.isBlank() && !stopped.getAsBoolean(); ) {
                var next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
                if (next.completeness() == SourceCodeAnalysis.Completeness.EMPTY) break;
                var source = next.source() == null ? rest : next.source();
                int from = code.length() - rest.length();
                var events = shell.eval(source);
                reply(spoken);
                if (stopped.getAsBoolean() || events.stream().filter(e -> e.causeSnippet() == null)
                    .anyMatch(event -> !replied(code, from, event))) break;
                rest = next.source() == null ? "" : next.remaining();
            }
            reply(spoken);
        } finally {
            this.stopped = () -> false;
            this.spoken = null;
            lock.unlock();
            runs.unlock();
        }
        if (stopped.getAsBoolean()) reply(new Reply.Trouble("Stopped."));
        synchronized (replies) {
            return List.copyOf(replies);
        }
    }

    /// False when it went wrong.
    private boolean replied(String code, int from, SnippetEvent event) {
        var trouble = words.trouble(code, from, event);
        if (trouble.isPresent()) {
            reply(new Reply.Trouble(trouble.get()));
            return false;
        }
        var name = words.variable(event);
        if (name.isPresent()) {
            Handed.back(Handed.key(number, ANSWER), null);
            shell.eval("%s.back(\"%s\", %s);".formatted(Handed.class.getName(), Handed.key(number, ANSWER),
                name.get()));
            reply(new Reply.Value(name.get(), event.value(),
                Optional.ofNullable(Handed.over(Handed.key(number, ANSWER)))));
        } else {
            words.note(event).ifPresent(note -> reply(new Reply.Note(note)));
        }
        return true;
    }

    private void reply(Spoken spoken) {
        var text = spoken.text();
        if (!text.isEmpty()) reply(new Reply.Printed(text));
    }

    private void reply(Reply reply) {
        synchronized (replies) {
            replies.add(reply);
        }
    }

    /// Ends what runs. Code that overhears it goes on, so that this may be called again.
    public void interrupt() {
        shell.stop();
    }

    /// How the code up to a cursor may go on: one declaration, as a cell has it, or statements.
    ///
    /// @param patience in nanoseconds, for signatures
    public Completions complete(String code, int cursor, long patience) {
        lock.lock();
        try {
            return new Suggestions(shell.sourceCodeAnalysis(), patience).of(code.substring(0, cursor));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        interrupt();
        shell.close();
        Handed.clear(number);
    }
}
