package memorytax.notebook;

import memorytax.notebook.source.Cell;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Runs the steps of a chapter on one instance of its class, and keeps what they return. `main` is never called. For
/// one thread; only what a [Call] runs may run on another.
public final class Run {
    private final List<Given<?>> givens;
    private final Map<String, Object> values = Collections.synchronizedMap(new LinkedHashMap<>());
    private volatile Print print;

    /// An edition, and the object that its steps are called on.
    private record Print(Edition edition, Object instance) {
    }

    /// A step with the code of one moment: what it does may be done on any thread, and nothing is kept of it.
    final class Call {
        private final Print of = print;
        private final Cell.Step step;
        private final Map<String, Object> known;

        /// @param also results beside those that are kept
        Call(Cell.Step step, Map<String, Object> also) {
            this.step = step;
            synchronized (values) {
                known = new HashMap<>(values);
            }
            known.putAll(also);
        }

        Cell.Step step() {
            return step;
        }

        StepOutcome outcome(UnaryOperator<Prediction> ask) {
            var missing = missing(of, step, known);
            if (missing.isPresent()) return new StepOutcome.Skipped(missing.get());
            long start = System.nanoTime();
            try {
                var arguments = new ArrayList<Object>();
                arguments.add(of.instance);
                for (var parameter : step.parameters())
                    arguments.add(known.containsKey(parameter.name()) ? known.get(parameter.name())
                        : given(parameter).orElseThrow().value().apply(step));
                Object value = method(of, step).invokeWithArguments(arguments);
                var took = Duration.ofNanos(System.nanoTime() - start);
                if (value instanceof Prediction question) {
                    value = ask.apply(question.named(step.name()));
                    if (Thread.currentThread().isInterrupted()) throw new InterruptedException("unanswered");
                }
                return new StepOutcome.Result(value, took);
            } catch (Throwable cause) {
                return new StepOutcome.Failure(cause);
            }
        }

        /// Whether what it has returned is of no use to the code as it stands now.
        boolean isOutdated(StepOutcome happening) {
            return of != print && happening instanceof StepOutcome.Result(var value, var _) && isOf(of, value);
        }
    }

    /// @param givens what a step gets that is no step's result
    /// @throws IllegalStateException when the chapter's class cannot be created; the cause says why
    public Run(Edition edition, List<Given<?>> givens) {
        this.givens = List.copyOf(givens);
        print(edition);
    }

    /// Reads the chapter to somebody: what is selected, in file order or as the reader turns. Returns what came of each
    /// step that came up, by name. A step that throws is a failure and steps that need it are skipped; the others run.
    /// The run ends early when the reader has had enough, or when this thread is interrupted, and then it is
    /// interrupted still on return.
    ///
    /// @throws IllegalArgumentException when the selection names a cell that is not there
    public Map<String, StepOutcome> run(Selection selection, Reader reader) {
        return run(selection, reader, new Ahead(_ -> false, false));
    }

    /// The same, while another thread measures what is to come.
    ///
    /// @param ahead is opened for this run, and closed with it
    public Map<String, StepOutcome> run(Selection selection, Reader reader, Ahead ahead) {
        return new Walk(this, selection, reader, ahead).walk();
    }

    /// The chapter as it stands now.
    public Edition edition() {
        return print.edition;
    }

    /// What the steps have returned so far, by their names; null where a step returns nothing.
    public Map<String, Object> values() {
        return Collections.unmodifiableMap(values);
    }

    /// The names of the steps that have returned something, as they are now.
    Set<String> names() {
        synchronized (values) {
            return new HashSet<>(values.keySet());
        }
    }

    /// Takes in an edited chapter. Results that the edit does not touch are kept.
    ///
    /// @param also results that are kept elsewhere
    /// @return the names of the cells that it touches, in file order
    Set<String> take(Edition next, Map<String, Object> also) {
        var lost = new HashSet<String>();
        for (var results : List.of(values, also)) results.forEach((name, value) -> {
            if (isOf(print, value)) lost.add(name);
        });
        var touched = new Changes(edition().chapter(), next.chapter()).touched(lost);
        values.keySet().retainAll(next.chapter().steps().stream().map(Cell::name).toList());
        values.keySet().removeAll(touched);
        print(next);
        return touched;
    }

    /// Takes these cells as changed, though their code is not: something that they run is. What rests on them is
    /// touched, too.
    ///
    /// @return the names of the cells that it touches, in file order
    Set<String> touch(Set<String> cells) {
        var touched = new Changes(edition().chapter(), edition().chapter()).touched(cells);
        values.keySet().removeAll(touched);
        return touched;
    }

    /// Forgets what this step has returned, and what rests on it.
    ///
    /// @return the names of those steps
    Set<String> forget(String step) {
        var names = new HashSet<>(new Dependencies(edition().chapter()).dependents(step));
        names.add(step);
        values.keySet().removeAll(names);
        return names;
    }

    /// Puts back what a step had returned before it was run again, and cut short.
    void keep(String step, Optional<Object> value) {
        value.ifPresentOrElse(v -> values.put(step, v), () -> values.remove(step));
    }

    /// Keeps what a step has returned elsewhere.
    void keep(String step, StepOutcome happening) {
        if (happening instanceof StepOutcome.Result(var value, var _)) values.put(step, value);
    }

    /// Runs one step.
    ///
    /// @param ask gives a question its answer
    StepOutcome step(Cell.Step step, UnaryOperator<Prediction> ask) {
        var happening = new Call(step, Map.of()).outcome(ask);
        keep(step.name(), happening);
        return happening;
    }

    /// What a step is going to ask, if that does not depend on other steps. Nothing is kept of it.
    public Optional<Prediction> question(Cell.Step step) {
        if (!step.isQuestion() || !step.parameters().isEmpty()) return Optional.empty();
        try {
            return Optional.of((Prediction) method(print, step).invoke(print.instance));
        } catch (Throwable cause) {
            return Optional.empty(); // it is told when the step comes up
        }
    }

    private void print(Edition next) {
        try {
            var type = next.lookup().lookupClass();
            print = new Print(next, next.lookup().findConstructor(type, MethodType.methodType(void.class)).invoke());
        } catch (Throwable cause) {
            throw new IllegalStateException(next.chapter().name() + " cannot be started: " + cause, cause);
        }
    }

    /// Whether it is of a type that the chapter itself declares, and so of no use to another edition's code.
    private static boolean isOf(Print print, Object value) {
        return switch (value) {
            case null -> false;
            case Collection<?> all -> all.stream().anyMatch(one -> isOf(print, one));
            case Map<?, ?> map -> isOf(print, map.keySet()) || isOf(print, map.values());
            case Optional<?> one -> isOf(print, one.orElse(null));
            case Object[] array -> isOf(print, Arrays.asList(array));
            default -> value.getClass().getNestHost() == print.edition.lookup().lookupClass();
        };
    }

    private Optional<String> missing(Print print, Cell.Step step, Map<String, Object> known) {
        return step.parameters().stream()
            .filter(parameter -> !known.containsKey(parameter.name()))
            .filter(parameter -> print.edition.chapter().steps().stream()
                .anyMatch(s -> s.name().equals(parameter.name())) || given(parameter).isEmpty())
            .map(Cell.Parameter::name).findFirst();
    }

    private Optional<Given<?>> given(Cell.Parameter parameter) {
        return givens.stream().filter(given -> parameter.is(given.type())).findFirst();
    }

    private static MethodHandle method(Print print, Cell.Step step) throws ReflectiveOperationException {
        for (var method : print.edition.lookup().lookupClass().getDeclaredMethods())
            if (method.getName().equals(step.name()) && !Modifier.isStatic(method.getModifiers())
                && !method.isSynthetic() && method.getParameterCount() == step.parameters().size())
                return print.edition.lookup().unreflect(method).asFixedArity();
        throw new NoSuchMethodException(step.name()
            + " is in the source but not in the compiled class; build the chapter again");
    }
}
