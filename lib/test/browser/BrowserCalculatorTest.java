package browser;

import memorytax.claim.Measured;
import memorytax.record.Machine;
import memorytax.record.Results;
import memorytax.service.Calculator;
import memorytax.service.Costs;
import memorytax.service.Estimate;
import memorytax.service.Estimates;
import memorytax.service.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The page of chapter 8, which calculates: what it says of a service is what the program says.
@Timeout(300)
class BrowserCalculatorTest {
    private static final double NEARLY = 1e-9;

    private static Calculator recorded() {
        var results = new Results(Path.of("nowhere"), new Machine(Map.of()), true);
        var service = new Service(100_000, 30, 4 << 10, 100 << 20, 2L << 30);
        return new Calculator(service, Costs.of(results, service), results.all(8, "held"));
    }

    /// Depths beside those that were weighed, bytes with which an array gets whole regions of the heap, and limits from
    /// far too little to plenty.
    @Test
    void overAGridOfServicesThePageSaysWhatTheProgramSays() throws Exception {
        var calculator = recorded();
        try (var context = Chromium.browser().newContext(); var page = context.newPage()) {
            page.navigate(BuiltSite.open(BuiltSite.folder().resolve("chapter8.html")));
            var reasons = new TreeSet<String>();
            int compared = 0;
            for (int tasks : List.of(1, 700, 20_000, 1_000_000, 10_000_000))
                for (int depth : List.of(0, 7, 10, 29, 100, 250, 1_000))
                    for (int holding : List.of(0, 100, 4 << 10, 1 << 20))
                        for (int power : List.of(24, 27, 31, 36, 44)) {
                            double limit = Math.pow(2, power);
                            var ours = calculator.of(tasks, depth, holding, limit);
                            var where = tasks + " tasks, " + depth + " deep, " + holding + " B, 2^" + power;
                            equal(ours, page.evaluate("""
                                service => calculated(JSON.parse(document.querySelector('.calculator script')
                                  .textContent), service)""", Map.of("tasks", tasks, "depth", depth, "holding",
                                holding, "limit", limit)), where);
                            reasons.add(ours.reason().replaceAll("\\d[\\d,.]*", "#"));
                            compared++;
                        }
            assertEquals(700, compared);
            assertTrue(reasons.size() > 30, "ties, flags, nothing that fits: " + reasons);
        }
    }

    @SuppressWarnings("unchecked")
    private static void equal(Estimates ours, Object told, String where) {
        var page = (Map<String, Object>) told;
        assertEquals(ours.reason(), page.get("reason"), where);
        assertEquals(ours.choice().map(Estimate::name).orElse(""), page.get("choice"), where);
        var all = (List<Map<String, Object>>) page.get("all");
        assertEquals(ours.all().stream().map(Estimate::name).toList(), all.stream().map(e -> e.get("name")).toList());
        for (int i = 0; i < all.size(); i++) {
            var e = ours.all().get(i);
            var theirs = all.get(i);
            var who = where + ", " + e.name();
            near(e.all(), theirs.get("all"), who);
            near(e.paid(), theirs.get("paid"), who);
            assertEquals(e.fit().name(), theirs.get("fit"), who);
            assertEquals(e.waits(), theirs.get("waits"), who);
            assertEquals(e.most(), ((Number) theirs.get("most")).intValue(), 1, who);
            assertEquals(e.flag().map(f -> f.words()).orElse(""), theirs.get("flag") instanceof Map<?, ?> flag
                ? flag.get("words") : "", who);
        }
    }

    private static void near(Measured ours, Object theirs, String who) {
        var figures = new ArrayList<Double>();
        for (var each : (List<?>) theirs) figures.add(((Number) each).doubleValue());
        assertEquals(ours.value(), figures.get(0), Math.abs(NEARLY * ours.value()), who);
        assertEquals(ours.low(), figures.get(1), Math.abs(NEARLY * ours.value()), who);
        assertEquals(ours.high(), figures.get(2), Math.abs(NEARLY * ours.value()), who);
    }

    /// A slider is moved by keys, and the choice follows.
    @Test
    void theChoiceFollowsTheSliders() throws Exception {
        var calculator = recorded();
        try (var context = Chromium.browser().newContext(); var page = context.newPage()) {
            page.navigate(BuiltSite.open(BuiltSite.folder().resolve("chapter8.html")));
            var box = page.locator(".calculator");
            var said = box.locator(".choice");
            assertThat(said).hasText(calculator.of(100_000, 30, 4 << 10, 2L << 30).reason().replace("**", ""));
            box.locator("input[name=limit]").focus();
            page.keyboard().press("ArrowLeft");
            page.keyboard().press("ArrowLeft");
            assertThat(said).hasText(calculator.of(100_000, 30, 4 << 10, 512 << 20).reason().replace("**", ""));
            assertThat(box.locator("input[name=limit]")).hasAttribute("aria-valuetext", "512 MB memory limit");
            box.locator("input[name=tasks]").focus();
            page.keyboard().press("Home");
            assertThat(said).hasText(calculator.of(1, 30, 4 << 10, 512 << 20).reason().replace("**", ""));
            assertEquals(5, box.locator("tbody tr").count());
        }
    }
}
