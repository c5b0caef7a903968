package memorytax.shell;

import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.MethodSnippet;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.VarSnippet;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What there is to say of a snippet that JShell has taken, or not.
record SnippetWords(JShell shell) {
    private static final Pattern COMMAND = Pattern.compile("\\s*/(?![/*])(\\w*)\\s*(.*?)\\s*", Pattern.DOTALL);

    /// The source of what has a name, when that is asked for: `/list mine`, or `/edit mine` to change it. Empty for
    /// Java.
    Optional<Reply> listed(String code) {
        var command = COMMAND.matcher(code);
        if (!command.matches()) return Optional.empty();
        var name = command.group(2);
        if (!List.of("list", "edit").contains(command.group(1)) || name.isEmpty())
            return Optional.of(new Reply.Trouble("/%s is no command here; allowed: /list NAME, /edit NAME, and Java"
                .formatted(command.group(1))));
        var found = shell.snippets().filter(s -> s instanceof PersistentSnippet p && p.name().equals(name))
            .filter(s -> shell.status(s).isActive()).map(s -> s.source().strip()).toList();
        return Optional.of(found.isEmpty() ? new Reply.Trouble("there is no “%s” here".formatted(name))
            : new Reply.Printed(found.getLast()));
    }

    /// What is wrong, or was thrown; empty when all went well.
    ///
    /// @param code  all that was typed
    /// @param from  where in it the snippet begins
    Optional<String> trouble(String code, int from, SnippetEvent event) {
        if (event.status() == Snippet.Status.REJECTED) return Optional.of(shell.diagnostics(event.snippet())
            .filter(Diag::isError).map(d -> explained(code, from, d)).distinct().collect(Collectors.joining("\n")));
        return Optional.ofNullable(event.exception()).map(e -> thrown(code, from, event.snippet(), e));
    }

    /// As javac does: the line, what is wrong there, and a mark under it.
    private static String explained(String code, int from, Diag error) {
        int at = Math.clamp(from + error.getPosition(), 0, code.length());
        var before = code.substring(0, at);
        var said = error.getMessage(Locale.ROOT).lines().filter(l -> !l.stripLeading().startsWith("location:"))
            .collect(Collectors.joining("\n"));
        var line = code.substring(before.lastIndexOf('\n') + 1).lines().findFirst().orElse("");
        int column = before.length() - before.lastIndexOf('\n') - 1;
        return "line %d: %s%n%s%n%s^".formatted(line(before), said, line, " ".repeat(column));
    }

    private static int line(String before) {
        return (int) before.chars().filter(c -> c == '\n').count() + 1;
    }

    /// One line: what, where in the code, and why.
    private String thrown(String code, int from, Snippet snippet, JShellException exception) {
        var where = Stream.of(exception.getStackTrace()).filter(e -> ("#" + snippet.id()).equals(e.getFileName()))
            .findFirst().map(e -> " (line %d)".formatted(line(code.substring(0, from)) - 1 + lead(code, from)
                + e.getLineNumber())).orElse("");
        return what(exception) + (code.strip().contains("\n") ? where : "");
    }

    /// Blank lines before a snippet are no part of it.
    private static int lead(String code, int from) {
        var rest = code.substring(from);
        return line(rest.substring(0, rest.length() - rest.stripLeading().length())) - 1;
    }

    private String what(Throwable exception) {
        var message = Optional.ofNullable(exception.getMessage()).map(m -> ": " + m.replaceAll("\\s+", " ")).orElse("");
        return switch (exception) {
            case UnresolvedReferenceException e -> incomplete(e.getSnippet());
            case EvalException e -> simple(e.getExceptionClassName()) + message
                + (e.getCause() == null ? "" : ", because of " + what(e.getCause()));
            default -> exception.getClass().getSimpleName() + message;
        };
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1).replace('$', '.');
    }

    private String incomplete(DeclarationSnippet snippet) {
        return "%s cannot be used yet: %s".formatted(named(snippet), missing(snippet));
    }

    private String missing(DeclarationSnippet snippet) {
        return Stream.concat(shell.unresolvedDependencies(snippet).map(what -> "there is no " + what),
            shell.diagnostics(snippet).map(d -> d.getMessage(Locale.ROOT).lines().findFirst().orElse("")))
            .findFirst().orElse("it is not complete");
    }

    /// The variable that holds a value of this event; empty when it has brought none.
    Optional<String> variable(SnippetEvent event) {
        if (event.status() != Snippet.Status.VALID || event.value() == null) return Optional.empty();
        return switch (event.snippet()) {
            case VarSnippet v -> Optional.of(v.name());
            case ExpressionSnippet e -> Optional.of(e.name());
            default -> Optional.empty();
        };
    }

    /// What is there now; empty for a statement.
    Optional<String> note(SnippetEvent event) {
        var snippet = event.snippet();
        if (snippet instanceof DeclarationSnippet declared && event.status() != Snippet.Status.VALID)
            return Optional.of("%s is there, but cannot be used yet: %s".formatted(named(declared), missing(declared)));
        return switch (snippet) {
            case ImportSnippet i -> Optional.of("imported " + i.fullname());
            case DeclarationSnippet d -> Optional.of((event.previousStatus() == Snippet.Status.VALID ? "replaced "
                : "created ") + named(d));
            default -> Optional.empty();
        };
    }

    private static String named(DeclarationSnippet snippet) {
        return switch (snippet) {
            case MethodSnippet m -> "method %s(%s)".formatted(m.name(), m.parameterTypes());
            case TypeDeclSnippet t -> switch (t.subKind()) {
                case INTERFACE_SUBKIND -> "interface ";
                case ENUM_SUBKIND -> "enum ";
                case RECORD_SUBKIND -> "record ";
                default -> "class ";
            } + t.name();
            default -> "variable " + snippet.name();
        };
    }
}
