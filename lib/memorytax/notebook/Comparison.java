package memorytax.notebook;

import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import memorytax.notebook.source.Parsed;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Which step holds an answer of the reader's against what was measured, and what that was, by the data flow of the
/// chapter's code: `Guess.of("one task", perTask, Measured.task(weighed, "goroutines"))` compares the answer to
/// `perTask` with `weighed`.
///
/// @param question step that asks
/// @param step     that compares
/// @param measured steps whose results the answer is compared with, in file order
public record Comparison(String question, String step, List<String> measured) {
    private static final String GUESS = "Guess";

    /// All of a chapter, in file order.
    public static List<Comparison> of(Chapter chapter) {
        var all = new ArrayList<Comparison>();
        var questions = chapter.steps().stream().filter(Cell.Step::isQuestion).map(Cell::name)
            .collect(Collectors.toSet());
        for (var step : chapter.steps()) {
            var needs = new LinkedHashSet<>(new Dependencies(chapter).direct(step));
            if (needs.stream().noneMatch(questions::contains)) continue;
            for (var flow : Flow.of(step, needs)) {
                var measured = flow.from().stream().filter(name -> !questions.contains(name)).toList();
                if (questions.contains(flow.answer()) && !measured.isEmpty())
                    all.add(new Comparison(flow.answer(), step.name(), inOrder(chapter, measured)));
            }
        }
        return all;
    }

    private static List<String> inOrder(Chapter chapter, List<String> names) {
        return chapter.steps().stream().map(Cell::name).filter(names::contains).toList();
    }

    /// What flows into one guess.
    ///
    /// @param answer the parameter that is its answer
    /// @param from   the parameters that all else in it comes from
    private record Flow(String answer, Set<String> from) {
        static List<Flow> of(Cell.Step step, Set<String> parameters) {
            var sources = new HashMap<String, Set<String>>(); // of a variable, or a parameter, which is its own
            parameters.forEach(name -> sources.put(name, Set.of(name)));
            var found = new ArrayList<Flow>();
            for (var member : new Parsed(step.code()).members)
                member.tree().accept(new Scanner(sources, parameters, found), null);
            return found;
        }
    }

    /// Reads a method from its first line to its last.
    private static final class Scanner extends TreeScanner<Void, Void> {
        private final Map<String, Set<String>> sources;
        private final Set<String> parameters;
        private final List<Flow> found;

        Scanner(Map<String, Set<String>> sources, Set<String> parameters, List<Flow> found) {
            this.sources = sources;
            this.parameters = parameters;
            this.found = found;
        }

        @Override
        public Void visitVariable(VariableTree variable, Void nothing) {
            if (variable.getInitializer() != null) flows(variable.getName().toString(), variable.getInitializer());
            return super.visitVariable(variable, null);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            var arguments = call.getArguments();
            if (call.getMethodSelect() instanceof MemberSelectTree select) {
                // growth.put(name, value): what is put in is in it
                if (select.getExpression() instanceof IdentifierTree on
                    && sources.containsKey(on.getName().toString()))
                    arguments.forEach(argument -> flows(on.getName().toString(), argument));
                if (select.getExpression().toString().contains(GUESS)) guess(arguments);
            }
            return super.visitMethodInvocation(call, null);
        }

        private void guess(List<? extends ExpressionTree> arguments) {
            var answer = arguments.stream().filter(IdentifierTree.class::isInstance).map(Object::toString)
                .filter(parameters::contains).toList();
            for (var name : answer) found.add(new Flow(name, arguments.stream()
                .flatMap(argument -> from(argument).stream()).collect(Collectors.toSet())));
        }

        private void flows(String variable, Tree value) {
            if (parameters.contains(variable)) return;
            var all = new LinkedHashSet<>(sources.getOrDefault(variable, Set.of()));
            all.addAll(from(value));
            sources.put(variable, all);
        }

        private Set<String> from(Tree value) {
            var names = new LinkedHashSet<String>();
            value.accept(new TreeScanner<Void, Void>() {
                @Override
                public Void visitIdentifier(IdentifierTree identifier, Void nothing) {
                    names.addAll(sources.getOrDefault(identifier.getName().toString(), Set.of()));
                    return null;
                }
            }, null);
            return names;
        }
    }
}
