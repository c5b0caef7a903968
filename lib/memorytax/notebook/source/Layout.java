package memorytax.notebook.source;

import java.util.ArrayList;
import java.util.List;

/// Where things stand in a file: its members, and the comments that no member carries.
///
/// @param lost `///` blocks and Javadoc comments in the gaps, which no reader would see
record Layout(Parsed parsed, List<Member> members, List<Comments.Comment> lost) {
    static Layout of(Parsed parsed) {
        String source = parsed.source;
        var members = new ArrayList<Member>();
        var lost = new ArrayList<Comments.Comment>();
        int edge = 0;
        for (var head : parsed.heads) {
            Comments.between(source, edge, head.from()).of(Comments.Kind.PROSE).forEach(lost::add);
            edge = head.to();
        }
        for (var declaration : parsed.members) {
            int end = withRemark(source, declaration.to());
            if (declaration.from() < edge) {
                members.add(members.removeLast().upTo(end));
            } else {
                var gap = Comments.between(source, edge, declaration.from());
                var prose = gap.prose();
                gap.of(Comments.Kind.PROSE).filter(block -> block != prose.orElse(null)).forEach(lost::add);
                gap.of(Comments.Kind.JAVADOC).forEach(lost::add);
                int code = Comments.lineStart(source, prose.isPresent()
                        ? afterBlanks(source, prose.get().to()) : gap.leaning());
                int from = prose.map(block -> Comments.lineStart(source, block.from())).orElse(code);
                members.add(new Member(declaration, from, code, end));
            }
            edge = members.getLast().to();
        }
        Comments.between(source, edge, source.length()).of(Comments.Kind.PROSE).forEach(lost::add);
        return new Layout(parsed, members, lost);
    }

    List<Span> spans() {
        var spans = new ArrayList<Span>();
        int edge = 0;
        for (var member : members) {
            add(spans, new Span(Span.Kind.GAP, "", edge, member.from()));
            add(spans, new Span(Span.Kind.PROSE, member.name(), member.from(), member.code()));
            add(spans, new Span(Span.Kind.CODE, member.name(), member.code(), member.to()));
            edge = member.to();
        }
        add(spans, new Span(Span.Kind.GAP, "", edge, parsed.source.length()));
        return spans;
    }

    private static void add(List<Span> spans, Span span) {
        if (span.from() < span.to()) {
            spans.add(span);
        }
    }

    private static int afterBlanks(String source, int at) {
        while (Character.isWhitespace(source.charAt(at))) {
            at++;
        }
        return at;
    }

    /// The end of a member, moved behind a `// remark` or `/* remark */` that ends its line.
    private static int withRemark(String source, int end) {
        int lineEnd = Comments.lineEnd(source, end, source.length());
        String rest = source.substring(end, lineEnd).strip();
        boolean block = rest.startsWith("/*") && rest.indexOf("*/") == rest.length() - 2;
        return rest.startsWith("//") || block ? lineEnd : end;
    }
}
