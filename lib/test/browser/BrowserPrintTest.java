package browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What comes out of a printer, on the paper of either half of the world.
@Timeout(300)
class BrowserPrintTest {
    private static PDDocument printed(Page page, String paper) throws Exception {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        return Loader.loadPDF(page.pdf(new Page.PdfOptions().setFormat(paper)));
    }

    private static List<String> sheets(PDDocument pdf) throws Exception {
        var sheets = new ArrayList<String>();
        var text = new PDFTextStripper();
        text.setSortByPosition(true);
        for (int sheet = 1; sheet <= pdf.getNumberOfPages(); sheet++) {
            text.setStartPage(sheet);
            text.setEndPage(sheet);
            sheets.add(text.getText(pdf));
        }
        return sheets;
    }

    @ParameterizedTest
    @ValueSource(strings = {"A4", "Letter"})
    void theCheatSheetIsOnePage(String paper) throws Exception {
        try (var context = Chromium.browser().newContext(); var page = context.newPage()) {
            page.navigate(BuiltSite.open(BuiltSite.folder().resolve("cheatsheet.html")));
            try (var pdf = printed(page, paper)) {
                assertEquals(1, pdf.getNumberOfPages());
                var text = sheets(pdf).getFirst();
                for (var said : List.of("11 · The wider field", "jcmd PID", "smaps_rollup"))
                    assertTrue(text.contains(said), text);
            }
        }
    }

    /// Each sheet says of what it is and where it belongs, and none ends with a heading.
    @ParameterizedTest
    @CsvSource({"chapter1, A4", "chapter1, Letter", "chapter5, A4", "chapter8, Letter"})
    void aChapterIsAHandout(String name, String paper) throws Exception {
        try (var context = Chromium.browser().newContext(); var page = context.newPage()) {
            page.navigate(BuiltSite.open(BuiltSite.folder().resolve(name + ".html")));
            var headings = page.locator("h2, h3").allTextContents().stream().map(String::strip)
                .collect(Collectors.toSet());
            try (var pdf = printed(page, paper)) {
                var sheets = sheets(pdf);
                for (int sheet = 0; sheet < sheets.size(); sheet++) {
                    var lines = sheets.get(sheet).strip().lines().map(String::strip).toList();
                    assertTrue(lines.getFirst().contains("The Memory Tax Workbook"), lines.getFirst());
                    assertEquals(sheet + 1 + " / " + sheets.size(), lines.getLast());
                    if (lines.size() > 2) assertFalse(headings.contains(lines.get(lines.size() - 2)),
                        "sheet " + (sheet + 1) + " ends with a heading: " + lines.get(lines.size() - 2));
                }
            }
        }
    }

    /// A reader of Go prints Go.
    @ParameterizedTest
    @CsvSource({"Java, this task runs, go func", "Go, go func, this task runs"})
    void theChosenLanguageIsPrintedAndNoOther(String language, String there, String notThere) throws Exception {
        try (var context = Chromium.browser().newContext(); var page = context.newPage()) {
            page.navigate(BuiltSite.open(BuiltSite.folder().resolve("chapter1.html")));
            page.locator("#virtualThreads .tabs label", new Page.LocatorOptions().setHasText(language)).first().click();
            try (var pdf = printed(page, "A4")) {
                var text = String.join("\n", sheets(pdf));
                assertTrue(text.contains(there), language);
                assertFalse(text.contains(notThere), notThere);
            }
        }
    }
}
