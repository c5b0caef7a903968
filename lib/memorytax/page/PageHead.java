package memorytax.page;

import memorytax.notebook.source.Chapter;
import memorytax.view.Wording;

import java.util.Locale;
import java.util.regex.Pattern;

/// How a chapter introduces itself: its number, its subject and the question that it asks.
///
/// @param number  `1`; empty for a file that is not one of the numbered chapters
/// @param kicker  `1 · Idle tasks`; the workbook's name where there is no number
/// @param heading `What does waiting cost?`
record PageHead(String number, String kicker, String heading) {
    private static final Pattern NUMBER = Pattern.compile("(\\d+)$");
    private static final Pattern DESCRIPTION =
        Pattern.compile("^//DESCRIPTION +Chapter \\d+: *([^.?!]+)[.?!] *(.*)$", Pattern.MULTILINE);

    /// The subject stands in the `//DESCRIPTION` line. Where the title is no more than that subject, the question that
    /// follows it there is the heading.
    static PageHead of(Chapter chapter) {
        var number = NUMBER.matcher(chapter.name());
        String n = number.find() ? number.group(1) : "";
        var description = DESCRIPTION.matcher(chapter.source());
        String subject = description.find() ? capital(description.group(1).strip()) : chapter.title();
        boolean same = subject.equalsIgnoreCase(chapter.title());
        String question = same && description.reset().find() ? description.group(2).strip() : "";
        String kicker = n.isEmpty() ? Wording.WORKBOOK : n + " · " + subject;
        return new PageHead(n, kicker, question.isEmpty() ? chapter.title() : question);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
