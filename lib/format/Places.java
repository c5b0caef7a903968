package format;

import org.eclipse.jdt.core.dom.ASTNode;
import org.eclipse.jdt.core.dom.ASTVisitor;
import org.eclipse.jdt.core.dom.Annotation;
import org.eclipse.jdt.core.dom.AnonymousClassDeclaration;
import org.eclipse.jdt.core.dom.ArrayInitializer;
import org.eclipse.jdt.core.dom.Block;
import org.eclipse.jdt.core.dom.EnhancedForStatement;
import org.eclipse.jdt.core.dom.EnumConstantDeclaration;
import org.eclipse.jdt.core.dom.ForStatement;
import org.eclipse.jdt.core.dom.IfStatement;
import org.eclipse.jdt.core.dom.LambdaExpression;
import org.eclipse.jdt.core.dom.SingleVariableDeclaration;
import org.eclipse.jdt.core.dom.Statement;
import org.eclipse.jdt.core.dom.SwitchExpression;
import org.eclipse.jdt.core.dom.WhileStatement;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/// What stands where in a file, by offset.
final class Places extends ASTVisitor {
    private final String text;
    private final Set<Integer> beginnings = new HashSet<>(), annotations = new HashSet<>(), arrays = new HashSet<>(),
        inner = new HashSet<>();
    private final Map<Integer, Integer> ifs = new HashMap<>(), loops = new HashMap<>();
    /// From where to where a block is on one line, without those within it.
    private final NavigableMap<Integer, Integer> inLine = new TreeMap<>();

    Places(String text) {
        super(true);
        this.text = text;
    }

    @Override
    public void preVisit(ASTNode node) {
        int start = node.getStartPosition();
        switch (node) {
            case Block _ when text.indexOf('\n', start) >= end(node) && !inLine(start) -> inLine.put(start, end(node));
            case Block _ -> { }
            case Statement _ -> beginnings.add(start);
            case EnumConstantDeclaration constant -> beginnings.add(constant.getName().getStartPosition());
            case Annotation _ when !(node.getParent() instanceof SingleVariableDeclaration) ->
                annotations.add(end(node));
            case ArrayInitializer _ -> arrays.add(start);
            case AnonymousClassDeclaration _ -> inner.add(start);
            case SwitchExpression it -> inner.add(text.indexOf('{', end(it.getExpression())));
            default -> { }
        }
        switch (node) {
            case IfStatement it -> {
                loops.put(it.getThenStatement().getStartPosition(), start);
                if (it.getElseStatement() == null) break;
                ifs.put(text.indexOf("else", end(it.getThenStatement())), start);
                loops.put(it.getElseStatement().getStartPosition(), start);
            }
            case ForStatement it -> loops.put(it.getBody().getStartPosition(), start);
            case EnhancedForStatement it -> loops.put(it.getBody().getStartPosition(), start);
            case WhileStatement it -> loops.put(it.getBody().getStartPosition(), start);
            case LambdaExpression it when it.getBody() instanceof Block block -> inner.add(block.getStartPosition());
            default -> { }
        }
    }

    private static int end(ASTNode node) {
        return node.getStartPosition() + node.getLength();
    }

    /// Whether a statement or a constant of an enum begins here.
    boolean begins(int offset) {
        return beginnings.contains(offset);
    }

    /// Whether the annotation of a declaration ends here.
    boolean annotates(int offset) {
        return annotations.contains(offset);
    }

    /// Whether this is the brace of an array.
    boolean isArray(int offset) {
        return arrays.contains(offset);
    }

    /// Whether this is the brace of a block within an expression.
    boolean isInner(int offset) {
        return inner.contains(offset);
    }

    /// Whether this is within a block that is on one line.
    boolean inLine(int offset) {
        var block = inLine.lowerEntry(offset);
        return block != null && offset < block.getValue();
    }

    /// Where the `if` of this `else` is; -1 where there is none.
    int ifOf(int offset) {
        return ifs.getOrDefault(offset, -1);
    }

    /// Where the `if`, the `for` or the `while` is that this statement belongs to; -1 where it belongs to none.
    int loopOf(int offset) {
        return loops.getOrDefault(offset, -1);
    }
}
