package memorytax.catalog;

import memorytax.file.OutputFolder;
import memorytax.notebook.source.Chapter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The workbook's own jbang-catalog.json: which scripts there are.
///
/// @param root    its folder
/// @param scripts by their names: `chapter1` -> `chapters/chapter1.java`, as it is there, in the catalog's order
public record Catalog(Path root, Map<String, Path> scripts) {
    private static final Pattern ALIAS =
        Pattern.compile("\"([^\"]+)\"\\s*:\\s*\\{[^{}]*?\"script-ref\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern CHAPTER = Pattern.compile("chapter(\\d{1,4})");

    /// The one found upwards from the working folder, if it is the workbook's: it names a chapter that is there.
    public static Optional<Catalog> found() {
        return OutputFolder.root().flatMap(Catalog::in);
    }

    /// The one in this folder.
    public static Optional<Catalog> in(Path root) {
        var scripts = new LinkedHashMap<String, Path>();
        try {
            var aliases = ALIAS.matcher(Files.readString(root.resolve(OutputFolder.CATALOG)));
            while (aliases.find()) {
                var script = root.resolve(aliases.group(2));
                if (Files.isRegularFile(script)) scripts.put(aliases.group(1), script);
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        var catalog = new Catalog(root, scripts);
        return catalog.chapters().isEmpty() ? Optional.empty() : Optional.of(catalog);
    }

    /// The names of the chapters, from the first to the last.
    public List<String> chapters() {
        return scripts.keySet().stream().filter(name -> CHAPTER.matcher(name).matches())
            .sorted(Comparator.comparingInt(Catalog::number)).toList();
    }

    /// The programs of a chapter in other languages, as far as they lie beside it.
    public List<Program> programs(Chapter chapter) {
        return Listings.programs(chapter, file -> {
            try {
                return Optional.of(Files.readString(scripts.get(chapter.name()).resolveSibling(file)));
            } catch (IOException e) {
                return Optional.empty();
            }
        });
    }

    /// The scripts that a reader starts, each once, chapters first: all but those under lib/test.
    public List<Path> started() {
        var tests = root.resolve("lib/test");
        return Stream.concat(chapters().stream().map(scripts::get), scripts.values().stream())
            .filter(script -> !script.startsWith(tests)).distinct().toList();
    }

    /// 12 of `chapter12`; 0 of a name that is no chapter's.
    public static int number(String chapter) {
        var found = CHAPTER.matcher(chapter);
        return found.matches() ? Integer.parseInt(found.group(1)) : 0;
    }
}
