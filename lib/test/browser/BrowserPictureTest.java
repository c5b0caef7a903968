package browser;

import com.microsoft.playwright.assertions.LocatorAssertions;
import memorytax.House;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import javax.imageio.ImageIO;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What the live notebook looks like, for README. `./jbang test --approve BrowserPicture` makes it anew, which takes
/// two minutes, because chapter 1 measures.
@Timeout(300)
class BrowserPictureTest {
    private static final Path PICTURE = House.root().resolve("data/live.png");
    private static final int KB = 1024;

    @Test
    void thePictureIsThereAndSmall() throws Exception {
        if (Boolean.getBoolean("memorytax.approve")) Files.write(PICTURE, FewColours.of(taken()));
        var bytes = Files.readAllBytes(PICTURE);
        var picture = ImageIO.read(new ByteArrayInputStream(bytes));
        assertEquals(List.of(1200, 800), List.of(picture.getWidth(), picture.getHeight()));
        assertTrue(bytes.length < 120 * KB, bytes.length + " bytes");
    }

    /// Chapter 1 in the middle: code, its bar, and a chart.
    private static byte[] taken() throws Exception {
        try (var chapter = LiveChapter.of(House.root().resolve("chapters/chapter1.java"), "--quick", "--no-ahead");
             var visit = Visit.to(chapter)) {
            visit.answer("perTask", "20 KB");
            visit.choose("dearest", "goroutines");
            visit.button("weighed", "Run").click();
            assertThat(visit.cell("growth")).hasAttribute("data-state", "fresh",
                new LocatorAssertions.HasAttributeOptions().setTimeout(200_000));
            visit.page.evaluate("document.getElementById('growth').scrollIntoView()");
            return visit.page.screenshot();
        }
    }
}
