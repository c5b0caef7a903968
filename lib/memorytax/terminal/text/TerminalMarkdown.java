package memorytax.terminal.text;

import memorytax.view.Highlight;

import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import static memorytax.terminal.text.TerminalLines.BOLD;
import static memorytax.terminal.text.TerminalLines.DIM;
import static memorytax.terminal.text.TerminalLines.PLAIN;

/// From the tree of a Markdown text to lines.
final class TerminalMarkdown {
    private TerminalMarkdown() {
    }

    /// The blocks inside `parent`, a blank line between them.
    static List<AttributedString> lines(Node parent, int width) {
        var out = new ArrayList<AttributedString>();
        children(parent).forEach(child -> {
            if (!out.isEmpty() && !(child.getParent().getParent() instanceof ListBlock list
                && list.isTight())) out.add(AttributedString.EMPTY);
            out.addAll(block(child, width));
        });
        return out;
    }

    private static List<AttributedString> block(Node node, int width) {
        return switch (node) {
            case Heading heading -> TerminalLines.wrap(inline(heading, BOLD), width);
            case BlockQuote quote -> lines(quote, width - 2).stream()
                .map(l -> TerminalLines.join(TerminalLines.dim("│ "), l)).toList();
            case ListBlock list -> list(list, width);
            case FencedCodeBlock code -> code(code.getLiteral(), code.getInfo(), width);
            case IndentedCodeBlock code -> code(code.getLiteral(), "", width);
            case ThematicBreak _ -> List.of(TerminalLines.dim("─".repeat(width)));
            case TableBlock table -> table(table, width);
            case HtmlBlock _ -> List.of();
            default -> TerminalLines.wrap(inline(node, PLAIN), width);
        };
    }

    private static List<AttributedString> list(ListBlock list, int width) {
        var out = new ArrayList<AttributedString>();
        int number = list instanceof OrderedList ordered
            && ordered.getMarkerStartNumber() != null ? ordered.getMarkerStartNumber() : 1;
        for (var item : children(list).filter(ListItem.class::isInstance).toList()) {
            String mark = list instanceof BulletList ? "• " : number++ + ". ";
            if (!out.isEmpty() && !list.isTight()) out.add(AttributedString.EMPTY);
            boolean first = true;
            for (var line : lines(item, width - mark.length())) {
                out.add(TerminalLines.join(first ? TerminalLines.dim(mark) : " ".repeat(mark.length()), line));
                first = false;
            }
        }
        return out;
    }

    private static List<AttributedString> code(String code, String language, int width) {
        String name = language == null ? "" : language.strip();
        return Highlight.lines(code.stripTrailing(), name).stream()
            .map(l -> TerminalLines.join("  ", TerminalLines.cut(l, width - 2))).toList();
    }

    private static List<AttributedString> table(TableBlock table, int width) {
        var rows = children(table).flatMap(TerminalMarkdown::children).filter(TableRow.class::isInstance).toList();
        var cells = new ArrayList<List<AttributedString>>();
        for (var row : rows) {
            var style = row.getParent() instanceof TableHead ? DIM : PLAIN;
            cells.add(children(row).map(cell -> inline(cell, style)).toList());
        }
        var right = children(rows.getFirst()).map(c -> ((TableCell) c).getAlignment() == TableCell.Alignment.RIGHT)
            .toList();
        return TerminalGrid.draw(cells, right, width);
    }

    private static AttributedString inline(Node parent, AttributedStyle style) {
        var out = new AttributedStringBuilder();
        children(parent).forEach(node -> append(out, node, style));
        return out.toAttributedString();
    }

    private static void append(AttributedStringBuilder out, Node node, AttributedStyle style) {
        switch (node) {
            case Text text -> out.append(text.getLiteral(), style);
            case Code code -> out.append(code.getLiteral(), style.bold());
            case Emphasis emphasis -> out.append(inline(emphasis, style.italic()));
            case StrongEmphasis strong -> out.append(inline(strong, style.bold()));
            case SoftLineBreak _ -> out.append(" ", style);
            case HardLineBreak _ -> out.append("\n");
            case Link link -> {
                var text = inline(link, style.underline());
                out.append(text);
                String url = link.getDestination();
                if (url.contains(":") && !url.equals(text.toString())) out.append(" "
                    + url.replaceFirst("^(https?://|mailto:)", ""), DIM);
            }
            case Image image -> out.append(inline(image, style.italic()));
            case HtmlInline _ -> {
            }
            default -> out.append(inline(node, style));
        }
    }

    private static Stream<Node> children(Node parent) {
        return Stream.iterate(parent.getFirstChild(), n -> n != null, Node::getNext);
    }
}
