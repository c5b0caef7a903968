package memorytax.notebook.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The comments in a stretch of a file where no code stands: between two members, or before the first.
record Comments(String source, int from, int to, List<Comment> comments) {
    /// JBang's own lines (`//DEPS …`) belong to the file, not to the member below them.
    private static final Pattern DIRECTIVE = Pattern.compile("//[A-Z_]{2,}\\b.*");
    private static final String SHEBANG = "///usr/bin/env ";

    enum Kind { PROSE, JAVADOC, REMARK, DIRECTIVE, SHEBANG }

    record Comment(Kind kind, int from, int to) {
    }

    static Comments between(String source, int from, int to) {
        var found = new ArrayList<Comment>();
        for (int at = from; at < to; ) {
            if (source.startsWith("//", at)) {
                int end = lineEnd(source, at, to);
                add(found, source, new Comment(kindOf(source, at, end), at, end));
                at = end;
            } else if (source.startsWith("/*", at)) {
                int end = source.indexOf("*/", at + 2) + 2;
                boolean javadoc = source.startsWith("/**", at) && end - at > 4;
                found.add(new Comment(javadoc ? Kind.JAVADOC : Kind.REMARK, at, end));
                at = end;
            } else {
                at++;
            }
        }
        return new Comments(source, from, to, found);
    }

    static int lineEnd(String source, int at, int to) {
        while (at < to && source.charAt(at) != '\n' && source.charAt(at) != '\r') {
            at++;
        }
        return at;
    }

    private static Kind kindOf(String source, int at, int end) {
        if (at == 0 && source.startsWith(SHEBANG)) {
            return Kind.SHEBANG;
        }
        if (source.startsWith("///", at)) {
            return Kind.PROSE;
        }
        return DIRECTIVE.matcher(source).region(at, end).matches() ? Kind.DIRECTIVE : Kind.REMARK;
    }

    private static void add(List<Comment> found, String source, Comment next) {
        if (next.kind == Kind.PROSE && !found.isEmpty() && found.getLast().kind == Kind.PROSE
                && adjoin(source, found.getLast().to, next.from)) {
            found.add(new Comment(Kind.PROSE, found.removeLast().from, next.to));
        } else {
            found.add(next);
        }
    }

    /// True when no blank line lies between two places.
    private static boolean adjoin(String source, int from, int to) {
        String between = source.substring(from, to);
        return between.isBlank() && between.chars().filter(c -> c == '\n').count() <= 1;
    }

    /// The block that documents the member below: the last one, as javac has it. The ones before it are lost.
    Optional<Comment> prose() {
        return of(Kind.PROSE).reduce((first, second) -> second);
    }

    Stream<Comment> of(Kind kind) {
        return comments.stream().filter(comment -> comment.kind == kind);
    }

    /// Where the member below begins, together with the remarks that lean on it without a blank line.
    int leaning() {
        int start = to;
        for (var comment : comments.reversed()) {
            boolean own = comment.kind == Kind.REMARK || comment.kind == Kind.JAVADOC;
            if (!own || !adjoin(source, comment.to, start) || !opensLine(source, comment.from)) {
                break;
            }
            start = comment.from;
        }
        return start;
    }

    private static boolean opensLine(String source, int at) {
        int start = lineStart(source, at);
        return start == 0 || source.charAt(start - 1) == '\n';
    }

    /// The beginning of the line, when nothing but blanks stands before `at`; else `at`.
    static int lineStart(String source, int at) {
        int start = at;
        while (start > 0 && (source.charAt(start - 1) == ' ' || source.charAt(start - 1) == '\t')) {
            start--;
        }
        return start == 0 || source.charAt(start - 1) == '\n' ? start : at;
    }
}
