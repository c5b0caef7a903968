package memorytax.catalog;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// How programs in a language are read: as text, by patterns that hold for the programs of the chapters.
enum ProgramLanguage {
    GO("Go", ".go", "//(?!go:)", "serve(loads{", "(?ms)^func %s\\(.*?^}$",
        "func (?:\\(\\w* ?\\*?(\\w+)[^)]*\\) )?(\\w+)|type (\\w+)"),
    PYTHON("Python", ".py", "#", "serve({", "(?m)^(?:async )?def %s\\(.*(?:\\n(?:[ \\t].*)?)*",
        "(?:@.*\\n)*(?:async )?(?:def|class) (\\w+)"),
    NODE("Node", ".mjs", "//", "serve({", "(?ms)^(?:async )?function %s\\(.*?^}$",
        "(?:async )?function (\\w+)|(?:const|let|class) (\\w+)"),
    RUST("Rust", ".rs", "//|#", "serve!({", "(?ms)^(?:async )?fn %s[(<].*?^}$",
        "(?:async )?fn (\\w+)|(?:struct|enum|trait|type|static|const) (\\w+)|impl(?:<.*?>)? (?:\\w+ for )?(\\w+)");

    private final String language, extension, loads, function;
    private final Pattern comment, declaration;

    /// @param comment     how a comment begins that has a line of its own
    /// @param loads       what the map of loads begins with
    /// @param function    a whole function of a name, `%s`
    /// @param declaration what runs only where it is used, with its names; all else is there in every load
    ProgramLanguage(String language, String extension, String comment, String loads, String function,
                    String declaration) {
        this.language = language;
        this.extension = extension;
        this.comment = Pattern.compile("(?m)^[ \\t]*(?:" + comment + ").*\\n?");
        this.loads = loads;
        this.function = function;
        this.declaration = Pattern.compile(declaration);
    }

    /// That of a program; empty for one that is not known.
    static Optional<ProgramLanguage> of(String language) {
        return Arrays.stream(values()).filter(each -> each.language.equals(language)).findFirst();
    }

    /// `Go`
    String language() {
        return language;
    }

    /// `.go`
    String extension() {
        return extension;
    }

    String loads() {
        return loads;
    }

    Pattern comment() {
        return comment;
    }

    Pattern declaration() {
        return declaration;
    }

    /// What a method in Java is called here: `take_to_work` for `takeToWork` in languages that write names so.
    String name(String method) {
        return this == PYTHON || this == RUST
            ? method.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT) : method;
    }

    /// Finds a whole function of that name.
    Pattern function(String name) {
        return Pattern.compile(function.formatted(Pattern.quote(name)));
    }
}
