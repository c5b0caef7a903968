package format;

import org.eclipse.jdt.core.ToolFactory;
import org.eclipse.jdt.core.dom.AST;
import org.eclipse.jdt.core.dom.ASTParser;
import org.eclipse.jdt.core.dom.CompilationUnit;
import org.eclipse.jdt.core.formatter.CodeFormatter;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.Document;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One file as Eclipse formats it, without what is the author's: where a line is broken, and how far it is indented
/// where a statement goes on. Both texts have the same tokens, and differ in what stands before each.
public final class Source {
    private static final int STEP = 4;

    private final String text, eclipse;
    private final List<Token> ours, theirs;
    private final Places places;
    /// By the offset of a token: how far its line is indented.
    private final Map<Integer, Integer> indents = new HashMap<>();
    private final Deque<Brace> around = new ArrayDeque<>();
    /// The line in which the statement begins that may go on: how far it was indented, and how far it is.
    private int was, is;
    private int parentheses;

    /// @param shift how much further than by Eclipse its lines are indented
    /// @param block whether statements or members are in it, and no values
    private record Brace(int shift, boolean block, int was, int is, int parentheses) { }

    private Source(String text, String eclipse, Places places) {
        this.text = text;
        this.eclipse = eclipse;
        this.places = places;
        ours = Token.all(text);
        theirs = Token.all(eclipse);
        if (!ours.stream().map(Token::word).toList().equals(theirs.stream().map(Token::word).toList()))
            throw new IllegalStateException("Eclipse has changed more than blanks");
    }

    /// @param settings all that Eclipse has, with the level of the language
    /// @throws IllegalArgumentException where it is no Java, with the line and what is wrong
    public static String formatted(String text, Map<String, String> settings) {
        var parser = ASTParser.newParser(AST.getJLSLatest());
        parser.setKind(ASTParser.K_COMPILATION_UNIT);
        parser.setCompilerOptions(settings);
        parser.setSource(text.toCharArray());
        var unit = (CompilationUnit) parser.createAST(null);
        for (var problem : unit.getProblems())
            if (problem.isError())
                throw new IllegalArgumentException(problem.getSourceLineNumber() + ": " + problem.getMessage());
        var edit = ToolFactory.createCodeFormatter(settings, ToolFactory.M_FORMAT_EXISTING)
            .format(CodeFormatter.K_COMPILATION_UNIT | CodeFormatter.F_INCLUDE_COMMENTS, text, 0, text.length(), 0,
                "\n");
        if (edit == null) throw new IllegalArgumentException("1: not understood");
        var document = new Document(text);
        try {
            edit.apply(document);
        } catch (BadLocationException e) {
            throw new IllegalStateException(e);
        }
        if (document.get().equals(text)) return text;
        var places = new Places(text);
        unit.accept(places);
        return new Source(text, document.get(), places).all();
    }

    private String all() {
        var all = new StringBuilder();
        int indent = 0;
        for (int i = 0; i < ours.size(); i++) {
            var before = before(i);
            all.append(before);
            if (i == 0 || before.contains("\n")) {
                indent = indent(i);
                all.append(" ".repeat(indent)).append(ours.get(i).movedTo(indent));
            } else all.append(ours.get(i).text());
            indents.put(ours.get(i).start(), indent);
            pass(i, indent);
        }
        return all.append("\n").toString();
    }

    /// The line breaks before a token, or the blanks in its line.
    private String before(int i) {
        if (i == 0) return "";
        Token token = ours.get(i), last = ours.get(i - 1);
        var our = text.substring(last.end(), token.start());
        var their = eclipse.substring(theirs.get(i - 1).end(), theirs.get(i).start());
        boolean broken = our.contains("\n"), breaks = their.contains("\n");
        if (!broken && !breaks) {
            // { } and ; ) have a blank or none, and Eclipse leaves out the one between patterns
            boolean free = last.is("{") && token.is("}") || last.is(";") && token.is(";", ")")
                || last.is(",") && their.isEmpty();
            return free && our.length() < 2 ? our : their;
        }
        if (!broken && places.inLine(token.start())) return our;
        boolean after = text.startsWith("->", last.start() - 1);
        if (!breaks && !after && token.is("{", ";", ",", "else", "catch", "finally")) return their;
        return (breaks ? their : our).replaceAll("[^\n]", "");
    }

    /// How far a line is indented that begins with this token.
    private int indent(int i) {
        var token = ours.get(i);
        int there = theirs.get(i).indent() + (around.isEmpty() ? 0 : around.peek().shift());
        if (begins(i)) {
            // in an else, and in what has no braces, Eclipse loses count
            int of = token.is("else") ? places.ifOf(token.start()) : places.loopOf(token.start());
            if (of >= 0) there = indents.get(of) + (token.is("else") ? 0 : STEP);
            was = token.indent();
            is = there;
            return there;
        }
        // what goes on moves along, unless only the beginning had slipped
        boolean slipped = (is - was) % STEP != 0 && (token.indent() - is) % STEP == 0;
        int here = token.indent() + (slipped ? 0 : is - was);
        return here > is || here == is && token.is("]", ")", "}") ? here : Math.max(there, is + STEP);
    }

    /// Whether a statement, a member or the end of a block begins with this token; a comment is with what follows.
    private boolean begins(int i) {
        int next = i, last = i - 1;
        while (next < ours.size() && ours.get(next).isComment()) next++;
        while (last >= 0 && ours.get(last).isComment()) last--;
        if (next == ours.size() || last < 0) return true;
        if (places.begins(ours.get(next).start()) || places.annotates(ours.get(last).end())) return true;
        boolean block = around.isEmpty() || around.peek().block();
        return block && parentheses == 0 && (ours.get(next).is("}") || ours.get(last).is(";", "{", "}"));
    }

    private void pass(int i, int indent) {
        switch (ours.get(i).text()) {
            case "{" -> {
                int start = ours.get(i).start();
                boolean inner = places.isArray(start) || places.isInner(start);
                int shift = inner ? indent - theirs.get(i).indent() : is - theirs.get(end(i)).indent();
                around.push(new Brace(shift, !places.isArray(start), was, is, parentheses));
                parentheses = 0;
            }
            case "}" -> {
                var brace = around.pop();
                was = brace.was();
                is = brace.is();
                parentheses = brace.parentheses();
            }
            case "(" -> parentheses++;
            case ")" -> parentheses--;
            default -> { }
        }
    }

    /// Which token closes a brace.
    private int end(int i) {
        int open = 0;
        for (; i < ours.size(); i++) {
            if (ours.get(i).is("{")) open++;
            if (ours.get(i).is("}") && --open == 0) return i;
        }
        throw new IllegalStateException("a brace that is not closed");
    }
}
