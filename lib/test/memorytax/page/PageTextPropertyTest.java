package memorytax.page;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;

import java.util.Map;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Whatever a chapter says, its page has no element and no attribute that Markdown does not have.
class PageTextPropertyTest {
    private static final Set<String> ELEMENTS = Set.of("html", "head", "body", "p", "br", "em", "strong", "code", "pre",
        "a", "ul", "ol", "li", "blockquote", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr",
        "th", "td");
    private static final Map<String, String> ATTRIBUTES = Map.of("href", "(?is)(?!\\s*(javascript|data|vbscript):).*",
        "title", "(?s).*", "rel", "nofollow", "class", "language-.*", "align", "left|right|center", "start", "\\d+");

    @Property
    void anyTextIsHarmless(@ForAll String text) {
        isHarmless(text);
    }

    @Property(tries = 3_000)
    void anyMarkdownIsHarmless(@ForAll("nearlyMarkdown") String text) {
        isHarmless(text);
    }

    private static void isHarmless(String text) {
        for (var element : Jsoup.parse(PageText.markdown(text)).getAllElements()) {
            if (element.tagName().equals("#root")) continue;
            assertTrue(ELEMENTS.contains(element.tagName()), element.outerHtml());
            for (var attribute : element.attributes()) assertTrue(attribute.getValue().matches(
                ATTRIBUTES.getOrDefault(attribute.getKey(), "")) && ATTRIBUTES.containsKey(attribute.getKey()),
                element.outerHtml());
        }
    }

    /// What is escaped is the same text to a browser, between tags and in an attribute.
    @Property
    void whatIsEscapedIsTheSameText(@ForAll String any) {
        var text = any.replaceAll("[\\x00\\r\\p{Cs}]", "");
        var page = Jsoup.parse("<i title=\"" + PageText.escape(text) + "\">" + PageText.escape(text) + "</i>");
        assertEquals(text, page.selectFirst("i").attr("title"));
        assertEquals(text, page.selectFirst("i").wholeText());
        assertEquals(1, page.body().childrenSize());
    }

    @Provide
    Arbitrary<String> nearlyMarkdown() {
        return Arbitraries.of("<script>", "</p>", "<img src=x onerror=alert(1)>", "[", "](", ")", "javascript:alert(1)",
            "JaVaScRiPt:", "data:text/html,", "![", "http://a", "\"", "'", "`", "```", "\n", "\n\n", "    ", "* ", "# ",
            "1. ", "> ", "|", "|-|-|", "&lt;", "&#60;", "\\", "<!--", "-->", "<a href=", "onclick=x", "word", " ", "_")
            .list().ofMaxSize(24).map(words -> String.join("", words));
    }
}
