package memorytax.view;

import java.util.regex.Pattern;

/// The first sentence of a text in Markdown: what a slide shows of it.
public final class FirstSentence {
    /// Up to a full stop that a blank follows; not that of an abbreviation.
    private static final Pattern SENTENCE =
        Pattern.compile("(?s)^.+?(?<!\\b(?:e\\.g|i\\.e|vs|cf))[.!?][\"')*_]*(?=\\s|$)");
    private static final Pattern ITEM = Pattern.compile("^(?:[-*]|\\d+\\.)\\s+");

    private FirstSentence() {
    }

    /// Of its first paragraph, or of the first item of a list that it begins with. A sentence that leads over to a list
    /// ends with a full stop. Empty where it begins with no words.
    public static String of(String markdown) {
        var first = markdown.strip().split("\n\\s*\n")[0];
        if (first.startsWith("```") || first.startsWith("#") || first.startsWith("|")) return "";
        var item = ITEM.matcher(first);
        var text = (item.find() ? first.substring(item.end()).split("\n(?=[-*] |\\d+\\. )")[0] : first)
            .replaceAll("\\s+", " ").strip();
        var sentence = SENTENCE.matcher(text);
        return (sentence.find() ? sentence.group() : text).replaceFirst(":$", ".");
    }
}
