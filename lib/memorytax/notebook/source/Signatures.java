package memorytax.notebook.source;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The part of the lint that reads declarations: data flow is in the signatures, and a chapter must open in JShell.
///
/// @param given what a step may take that no step returns
public record Signatures(Layout layout, Chapter chapter, List<Cell.Parameter> given) {
    private static final Map<String, String> BOXES = Map.of("int", "Integer", "long", "Long", "double", "Double",
            "boolean", "Boolean", "float", "Float", "char", "Character", "short", "Short", "byte", "Byte");

    Stream<Flaw> flaws() {
        return Stream.of(flow(), twice(), state(), selves()).flatMap(s -> s);
    }

    /// `Entry[]` of `java.util.Map.Entry<K, V>[]`.
    public static String simple(String type) {
        String plain = type.replace("...", "[]").replaceAll("<.*>", "").replaceAll("@\\S+ ", "").strip();
        return plain.substring(plain.lastIndexOf('.') + 1);
    }

    private Stream<Flaw> flow() {
        var flaws = new ArrayList<Flaw>();
        var earlier = new HashMap<String, Cell.Step>();
        for (var step : chapter.steps()) {
            for (var parameter : step.parameters()) {
                var source = earlier.get(parameter.name());
                if (source != null) {
                    mismatch(step, parameter, source)
                            .map(message -> new Flaw(step.line(), message)).forEach(flaws::add);
                } else if (!given.contains(new Cell.Parameter(simple(parameter.type()), parameter.name()))) {
                    flaws.add(new Flaw(step.line(), unknown(step, parameter.name(), earlier)));
                }
            }
            earlier.put(step.name(), step);
        }
        return flaws.stream();
    }

    private static Stream<String> mismatch(Cell.Step step, Cell.Parameter taken, Cell.Step source) {
        String type = simple(taken.type());
        String given = simple(source.type());
        if (given.equals("void")) {
            return Stream.of("%s takes %s, which returns nothing".formatted(step.name(), source.name()));
        }
        boolean same = BOXES.getOrDefault(type, type).equals(BOXES.getOrDefault(given, given));
        return same || type.equals("Object") ? Stream.empty()
                : Stream.of("%s takes %s %s, but %s returns %s".formatted(
                        step.name(), taken.type(), taken.name(), source.name(), source.type()));
    }

    private String unknown(Cell.Step step, String name, Map<String, Cell.Step> earlier) {
        String why = chapter.cells().stream().filter(cell -> cell.name().equals(name)).findFirst()
                .map(cell -> switch (cell) {
                    case Cell.Step _ -> "a step that does not come before it";
                    case Cell.Exhibit _ -> "an exhibit, which is shown and not run";
                    case Cell.Folded _ -> "a member without prose, which is not run";
                })
                .orElseGet(() -> Stream.concat(given.stream().map(Cell.Parameter::toString),
                        earlier.keySet().stream().sorted())
                    .collect(Collectors.joining(", ", "no step; it may take ", "")));
        return "%s takes \"%s\", %s".formatted(step.name(), name, why);
    }

    private Stream<Flaw> twice() {
        var first = new HashMap<String, Member>();
        return layout.members().stream().flatMap(member -> {
            var before = first.putIfAbsent(member.name(), member);
            return before == null ? Stream.empty() : Stream.of(new Flaw(line(member),
                    "a second %s, after line %d: every member needs a name of its own"
                            .formatted(member.name(), line(before))));
        });
    }

    private Stream<Flaw> state() {
        return layout.parsed().members.stream().filter(Declaration::isState)
                .map(field -> new Flaw(layout.parsed().line(field.from()),
                        "%s can change: make it final, or let a step return it".formatted(field.name())));
    }

    private Stream<Flaw> selves() {
        return layout.parsed().members.stream()
                .filter(member -> !(member.tree() instanceof ClassTree))
                .flatMap(member -> selves(member).stream());
    }

    /// `this` of the chapter; in a class within a member it is another's.
    private List<Flaw> selves(Declaration member) {
        var flaws = new ArrayList<Flaw>();
        member.tree().accept(new TreeScanner<Void, Void>() {
            @Override
            public Void visitIdentifier(IdentifierTree identifier, Void nothing) {
                if (identifier.getName().contentEquals("this")) {
                    flaws.add(new Flaw(layout.parsed().line(identifier),
                            member.name() + " says this: JShell has none; call the member by its name"));
                }
                return null;
            }

            @Override
            public Void visitClass(ClassTree inner, Void nothing) {
                return null;
            }
        }, null);
        return flaws;
    }

    private int line(Member member) {
        return layout.parsed().line(member.code());
    }
}
