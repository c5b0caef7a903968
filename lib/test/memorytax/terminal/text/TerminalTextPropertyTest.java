package memorytax.terminal.text;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import static org.junit.jupiter.api.Assertions.assertTrue;

/// Whatever a chapter or an error says, no line is wider than the screen, and nothing moves the cursor.
class TerminalTextPropertyTest {
    @Property
    void anyTextFits(@ForAll String text, @ForAll @IntRange(min = 20, max = 300) int width) {
        for (var line : TerminalText.plain(text, width)) {
            assertTrue(line.columnLength() <= width, line + " on " + width);
            assertTrue(line.chars().noneMatch(Character::isISOControl), line.toString());
        }
    }

    @Property
    void anyMarkdownFits(@ForAll("nearlyMarkdown") String text, @ForAll @IntRange(min = 40, max = 300) int width) {
        for (var line : TerminalText.markdown(text, width)) {
            assertTrue(line.columnLength() <= width, line + " on " + width);
            assertTrue(line.chars().noneMatch(Character::isISOControl), line.toString());
        }
    }

    @Property
    void anyCodeFits(@ForAll String text, @ForAll @IntRange(min = 40, max = 300) int width,
                     @ForAll("languages") String language) {
        for (var line : TerminalText.code(text, language, 1, width)) {
            assertTrue(line.columnLength() <= width, line + " on " + width);
            assertTrue(line.chars().noneMatch(Character::isISOControl), line.toString());
        }
    }

    @Provide
    Arbitrary<String> languages() {
        return Arbitraries.of("java", "go", "python", "node", "rust", "kotlin", "erlang", "elixir", "ruby", "nothing");
    }

    @Provide
    Arbitrary<String> nearlyMarkdown() {
        return Arbitraries.of("*", "**", "`", "```", "\n", "\n\n", "    ", "* ", "1. ", "# ", "> ", "|", "|-|-|", "\t",
            "\033[2J", "\007", "a-long-word-without-any-place-to-break-it-so-that-it-is-wider-than-a-phone", " ",
            "word", "漢字", "é", "\u200d", "\ud83d\ude00", "[", "](x)", "<b>", "---", "\r", "\u009b")
            .list().ofMaxSize(40).map(words -> String.join("", words));
    }
}
