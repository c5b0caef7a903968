package memorytax.notebook;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Runs the steps of a chapter on one instance of its class. `main` is never called. Not for two threads at once.
public final class Run {
    private final Chapter chapter;
    private final MethodHandles.Lookup lookup;
    private final Map<String, Function<Cell.Step, Object>> givens;
    private final Object instance;
    private final Map<String, Object> values = new LinkedHashMap<>();

    /// @param lookup the chapter's own, `MethodHandles.lookup()` called in it
    /// @param givens what a step gets that is no step's result, by the simple name of the parameter's type: `Scale`
    /// @throws IllegalStateException when the chapter's class cannot be created; the cause says why
    public Run(Chapter chapter, MethodHandles.Lookup lookup, Map<String, Function<Cell.Step, Object>> givens) {
        this.chapter = chapter;
        this.lookup = lookup;
        this.givens = Map.copyOf(givens);
        try {
            instance = lookup.findConstructor(lookup.lookupClass(), MethodType.methodType(void.class)).invoke();
        } catch (Throwable cause) {
            throw new IllegalStateException(chapter.name() + " cannot be created: " + cause, cause);
        }
    }

    /// Runs what is selected, in file order, and returns what came of each step that came up, by name. A step that
    /// throws is a failure and steps that need it are skipped; the others run. The run ends early when the reader has
    /// had enough, or when this thread is interrupted, and then it is interrupted still on return.
    ///
    /// @throws IllegalArgumentException when the selection names a cell that is not there
    public Map<String, Happening> run(Selection selection, Reader reader) {
        var plan = selection.of(chapter);
        forget(plan);
        var happenings = new LinkedHashMap<String, Happening>();
        reader.opening(chapter);
        boolean interrupted = false;
        for (var cell : plan.cells()) {
            boolean goOn = cell instanceof Cell.Step step && plan.needed().contains(step.name())
                    ? reader.needed(step) : reader.cell(cell);
            if (!goOn || Thread.currentThread().isInterrupted()) {
                break;
            }
            if (cell instanceof Cell.Step step) {
                var happening = happening(step);
                // The reader writes files, and an interrupted thread cannot: the flag is lifted until the end.
                interrupted = Thread.interrupted()
                        || happening instanceof Happening.Failure(InterruptedException _);
                happenings.put(step.name(), happening);
                reader.happened(step, happening);
            }
            if (interrupted) {
                break;
            }
        }
        interrupted |= Thread.interrupted();
        reader.closing();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return Collections.unmodifiableMap(happenings);
    }

    /// What the steps have returned so far, by their names; null where a step returns nothing.
    public Map<String, Object> values() {
        return Collections.unmodifiableMap(values);
    }

    /// Old results that this plan replaces, and those that rest on them.
    private void forget(Plan plan) {
        plan.steps().stream().map(Cell::name)
                .flatMap(name -> Stream.concat(Stream.of(name), new Flow(chapter).dependents(name).stream()))
                .forEach(values::remove);
    }

    private Happening happening(Cell.Step step) {
        var missing = missing(step);
        if (missing.isPresent()) {
            return new Happening.Skipped(missing.get());
        }
        long start = System.nanoTime();
        try {
            var arguments = new ArrayList<Object>();
            arguments.add(instance);
            for (var parameter : step.parameters()) {
                arguments.add(values.containsKey(parameter.name()) ? values.get(parameter.name())
                        : givens.get(Signatures.simple(parameter.type())).apply(step));
            }
            Object value = method(step).invokeWithArguments(arguments);
            values.put(step.name(), value);
            return new Happening.Result(value, Duration.ofNanos(System.nanoTime() - start));
        } catch (Throwable cause) {
            return new Happening.Failure(cause);
        }
    }

    private Optional<String> missing(Cell.Step step) {
        return step.parameters().stream()
                .filter(parameter -> !values.containsKey(parameter.name()))
                .filter(parameter -> chapter.steps().stream().anyMatch(other -> other.name().equals(parameter.name()))
                        || !givens.containsKey(Signatures.simple(parameter.type())))
                .map(Cell.Parameter::name).findFirst();
    }

    private MethodHandle method(Cell.Step step) throws ReflectiveOperationException {
        for (var method : lookup.lookupClass().getDeclaredMethods()) {
            if (method.getName().equals(step.name()) && !Modifier.isStatic(method.getModifiers())
                    && !method.isSynthetic() && method.getParameterCount() == step.parameters().size()) {
                return lookup.unreflect(method).asFixedArity();
            }
        }
        throw new NoSuchMethodException(step.name() + " is in the source but not in the class: build the chapter anew");
    }
}
