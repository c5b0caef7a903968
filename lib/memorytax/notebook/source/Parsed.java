package memorytax.notebook.source;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// A file after javac's parser: `heads` are its package and imports, `members` its top level in file order. Nothing is
/// attributed and no annotation processed: no class path is needed, and it stays quick.
public final class Parsed {
    /// javac names the implicit class after the file; no chapter declares a class of this name.
    private static final String IMPLICIT = "Chapter$Source";

    final String source;
    final List<Declaration> heads = new ArrayList<>();
    public final List<Declaration> members = new ArrayList<>();
    final List<Flaw> errors = new ArrayList<>();
    CompilationUnitTree unit;
    Trees trees;
    private SourcePositions positions;

    /// Parses it; what javac does not like is in `flaws`.
    public Parsed(String source) {
        this.source = source;
        var compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IllegalStateException("reading a chapter takes a JDK, this Java is a runtime only");
        }
        var said = new DiagnosticCollector<JavaFileObject>();
        var task = (JavacTask) compiler.getTask(null, new NoFiles(), said, null, null, List.of(new InMemory(source)));
        try {
            unit = task.parse().iterator().next();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        for (var error : said.getDiagnostics()) {
            if (error.getKind() == Diagnostic.Kind.ERROR) {
                String first = error.getMessage(Locale.ROOT).lines().findFirst().orElse("error");
                errors.add(new Flaw((int) Math.max(1, error.getLineNumber()), first));
            }
        }
        if (errors.isEmpty()) {
            trees = Trees.instance(task);
            positions = trees.getSourcePositions();
            Stream.concat(Stream.ofNullable(unit.getPackage()), unit.getImports().stream())
                    .map(this::declaration).forEach(heads::add);
            topLevel().map(this::declaration).sorted(Comparator.comparingInt(Declaration::from)).forEach(members::add);
        }
    }

    /// The line, from 1, of a character.
    int line(int position) {
        return (int) unit.getLineMap().getLineNumber(position);
    }

    int line(Tree tree) {
        return line((int) positions.getStartPosition(unit, tree));
    }

    private Stream<? extends Tree> topLevel() {
        boolean compact = unit.getTypeDecls().size() == 1
                && unit.getTypeDecls().getFirst() instanceof ClassTree type
                && type.getSimpleName().contentEquals(IMPLICIT);
        var trees = compact ? ((ClassTree) unit.getTypeDecls().getFirst()).getMembers() : unit.getTypeDecls();
        return trees.stream().filter(tree -> !Declaration.nameOf(tree).isEmpty());
    }

    private Declaration declaration(Tree tree) {
        String type = switch (tree) {
            case MethodTree method -> written(method.getReturnType());
            case VariableTree field -> written(field.getType());
            default -> "";
        };
        List<Cell.Parameter> parameters = tree instanceof MethodTree method
                ? method.getParameters().stream().map(p -> new Cell.Parameter(written(p.getType()),
                        p.getName().toString())).toList()
                : List.of();
        int from = (int) positions.getStartPosition(unit, tree);
        int to = (int) positions.getEndPosition(unit, tree);
        return new Declaration(tree, Declaration.nameOf(tree), from, to, type, parameters);
    }

    private String written(Tree type) {
        int from = (int) positions.getStartPosition(unit, type);
        int to = (int) positions.getEndPosition(unit, type);
        return to > from ? source.substring(from, to).replaceAll("\\s+", " ") : type.toString();
    }

    private static final class InMemory extends SimpleJavaFileObject {
        private final String source;

        InMemory(String source) {
            super(URI.create("string:///" + IMPLICIT + ".java"), Kind.SOURCE);
            this.source = source;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
        }
    }
}
