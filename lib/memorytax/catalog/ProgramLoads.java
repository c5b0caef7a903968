package memorytax.catalog;

import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which loads of a program run which of its functions, as its text tells: a word in a declaration counts as a use of
/// whatever bears that name. So a load is rather named once too often than left out.
public final class ProgramLoads {
    private static final Pattern GROUP = Pattern.compile("(?s)(?:const|import)\\b.*");
    private static final Pattern BEGINS = Pattern.compile("(?m)^(?=[^\\s)\\]}])"),
        JOINED = Pattern.compile("(//go:|@).*\\s*");

    /// @param names of what it declares; none: it runs in every load
    private record Declaration(Set<String> names, String text) {
    }

    private final List<Declaration> declarations = new ArrayList<>();
    /// Name of a load -> the code that stands for it.
    private final Map<String, String> loads = new LinkedHashMap<>();

    /// Reads a program.
    public ProgramLoads(Program program) {
        var language = ProgramLanguage.of(program.language()).orElseThrow();
        var before = new StringBuilder();
        for (var piece : BEGINS.split(language.comment().matcher(program.text()).replaceAll(""))) {
            before.append(piece);
            if (JOINED.matcher(piece).matches()) continue; // it belongs to what follows
            add(before.toString(), language);
            before.setLength(0);
        }
    }

    private void add(String text, ProgramLanguage language) {
        boolean go = language == ProgramLanguage.GO;
        int map = text.indexOf(language.loads());
        if (map >= 0) declarations.add(new Declaration(Set.of(), text.substring(0, map)
            + entries(text.substring(text.indexOf('{', map) + 1), language == ProgramLanguage.PYTHON ? "#" : "//")));
        else if (go && text.startsWith("import (")) text.lines().skip(1).forEach(line -> declare(words(line), line));
        else if (go && GROUP.matcher(text).matches()) declare(words(text), text); // and their order may count
        else {
            var found = language.declaration().matcher(text.replaceFirst("^(?://go:.*\\s*)+", ""));
            declare(!found.lookingAt() || text.contains("func init()") ? Set.of()
                : Stream.iterate(1, i -> i + 1).limit(found.groupCount()).map(found::group)
                    .filter(name -> name != null).collect(Collectors.toSet()), text);
        }
    }

    private void declare(Set<String> names, String text) {
        if (!text.isBlank()) declarations.add(new Declaration(names, text.strip()));
    }

    /// Takes down the entries of the map of loads, and returns what stands behind it.
    private String entries(String text, String comment) {
        int depth = 1, from = 0, at = 0;
        var name = "";
        for (; at < text.length() && depth > 0; at++) {
            char c = text.charAt(at);
            if (text.startsWith(comment, at)) at = end(text, '\n', at);
            else if (c == '"') {
                int end = end(text, '"', at + 1);
                if (depth == 1 && text.substring(Math.min(text.length(), end + 1)).stripLeading().startsWith(":")) {
                    if (!name.isEmpty()) loads.put(name, text.substring(from, at));
                    name = text.substring(at + 1, end);
                    from = end + 1;
                }
                at = end;
            } else depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
        }
        if (!name.isEmpty()) loads.put(name, text.substring(from, Math.max(from, at - 1)));
        return text.substring(Math.min(text.length(), at));
    }

    private static int end(String text, char last, int from) {
        int end = text.indexOf(last, from);
        return end < 0 ? text.length() : end;
    }

    /// Whether a load runs this function; of each one when that cannot be told.
    public Predicate<String> running(String function) {
        return running(Set.of(function), List.of());
    }

    /// Whether a load runs otherwise in a later text of the program; of each one when that cannot be told.
    public Predicate<String> changed(ProgramLoads later) {
        var changed = new HashSet<>(declarations);
        later.declarations.forEach(d -> {
            if (!changed.remove(d)) changed.add(d);
        });
        if (changed.stream().anyMatch(d -> d.names.isEmpty())) return _ -> true;
        var names = changed.stream().flatMap(d -> d.names.stream()).collect(Collectors.toSet());
        var uses = later.running(names, declarations);
        return load -> uses.test(load) || !later.loads.get(load).strip().equals(loads.getOrDefault(load, "").strip());
    }

    private Predicate<String> running(Set<String> names, List<Declaration> also) {
        var used = new HashSet<>(names);
        var all = Stream.concat(declarations.stream(), also.stream()).toList();
        for (boolean more = true; more; ) {
            var users = all.stream().filter(d -> words(d.text).stream().anyMatch(used::contains)).toList();
            if (users.stream().anyMatch(d -> d.names.isEmpty())) return _ -> true;
            more = used.addAll(users.stream().flatMap(d -> d.names.stream()).toList());
        }
        return load -> !loads.containsKey(load) || words(loads.get(load)).stream().anyMatch(used::contains);
    }

    private static Set<String> words(String text) {
        return Pattern.compile("\\W+").splitAsStream(text).filter(word -> word.matches("[A-Za-z_].*"))
            .filter(word -> !Set.of("const", "import", "iota").contains(word)).collect(Collectors.toSet());
    }

    /// The cells of a chapter that start one of these loads of a program, or name the program otherwise.
    ///
    /// @param file of the program: `chapter1.go`
    public static Set<String> users(Chapter chapter, String file, Predicate<String> loads) {
        var named = Pattern.compile("(?:\"([^\"]*)\",\\s*)?\"" + Pattern.quote(file) + "\"");
        return chapter.cells().stream()
            .filter(cell -> named.matcher(cell.code()).results().map(found -> found.group(1))
                .anyMatch(load -> load == null || loads.test(load)))
            .map(Cell::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
