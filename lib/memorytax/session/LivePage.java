package memorytax.session;

import memorytax.notebook.Reader;
import memorytax.notebook.StepOutcome;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import memorytax.page.PagePolicy;
import memorytax.page.PageReader;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;

/// The page of a live chapter as it stands now: each section that changes is told to whoever shows it. The last of the
/// readers, for by then the page knows what has happened.
final class LivePage implements Reader {
    private static final Pattern SECTION = Pattern.compile("(?s)<section class=\"cell\" id=\"([^\"]+)\">.*?</section>");
    private final PageReader page;
    private final LiveEvents events;
    private final Map<String, String> sections = new HashMap<>();
    private final CountDownLatch laidOut = new CountDownLatch(1);
    private volatile String html = "";

    LivePage(PageReader page, LiveEvents events) {
        this.page = page;
        this.events = events;
    }

    String html() {
        return html;
    }

    /// What of the page may run as a script, as a policy writes it. Waits until the page is there.
    String scripts() throws InterruptedException {
        laidOut.await();
        return PagePolicy.scripts(html);
    }

    @Override
    public void opening(Chapter chapter) {
        show();
    }

    @Override
    public void changed(Chapter chapter) {
        show();
    }

    @Override
    public void happened(Cell.Step step, StepOutcome happening) {
        show();
    }

    @Override
    public void closing() {
        show();
    }

    private void show() {
        html = page.htmlWithEarlier(); // the states say what of it is stale
        laidOut.countDown();
        SECTION.matcher(html).results().forEach(section -> {
            if (section.group().equals(sections.put(section.group(1), section.group()))) return;
            events.happened("section " + section.group(1), "section",
                Map.of("cell", section.group(1), "html", section.group()));
        });
    }
}
