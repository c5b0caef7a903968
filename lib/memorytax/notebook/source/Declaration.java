package memorytax.notebook.source;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.List;
import javax.lang.model.element.Modifier;

/// A member as javac sees it, from its first modifier up to its last brace; `type` is what it returns or holds, as
/// written.
public record Declaration(Tree tree, String name, int from, int to, String type, List<Cell.Parameter> parameters) {
    boolean isMain() {
        return isMethod() && name.equals("main");
    }

    boolean isMethod() {
        return tree instanceof MethodTree;
    }

    boolean isStep() {
        return tree instanceof MethodTree method && !method.getModifiers().getFlags().contains(Modifier.STATIC);
    }

    /// A field that belongs to the instance and can change.
    boolean isState() {
        return tree instanceof VariableTree field
                && !field.getModifiers().getFlags().contains(Modifier.STATIC)
                && !field.getModifiers().getFlags().contains(Modifier.FINAL);
    }

    static String nameOf(Tree tree) {
        return switch (tree) {
            case MethodTree method -> method.getName().toString();
            case VariableTree field -> field.getName().toString();
            case ClassTree type -> type.getSimpleName().toString();
            default -> "";
        };
    }
}
