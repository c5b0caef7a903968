///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION How fast a browser shows the pages of the recorded site, as ratios within one run
//JAVA 25+
//DEPS ../../Lib.java
//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//DEPS com.microsoft.playwright:playwright:1.58.0
//SOURCES ../memorytax/House.java
//SOURCES ../browser/Chromium.java
//SOURCES ../browser/BuiltSite.java
//RUNTIME_OPTIONS --enable-native-access=ALL-UNNAMED
//RUNTIME_OPTIONS --sun-misc-unsafe-memory-access=allow
//RUNTIME_OPTIONS -XX:TieredStopAtLevel=1 -XX:+UseSerialGC
package browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.WaitUntilState;
import memorytax.file.AtomicFile;
import memorytax.file.Csv;
import memorytax.file.OutputFolder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What a page costs its reader: when something of it is seen, and when it is there with all that its script does, on a
/// phone and on a desk; beside a page that has a sentence in it. Medians of several loads, each in a fresh window.
public final class Pages {
    private static final int LOADS = 7;
    private static final int[] WIDTHS = {360, 1280};
    /// Milliseconds until the first contents are painted, and until the script has run; and how much was asked for.
    private static final String TIMES = """
        () => new Promise(done => new PerformanceObserver(list => {
          const [page] = performance.getEntriesByType('navigation');
          done([list.getEntriesByName('first-contentful-paint')[0].startTime, page.loadEventStart,
            1 + performance.getEntriesByType('resource').filter(each => !each.name.startsWith('data:')).length]);
        }).observe({ type: 'paint', buffered: true }))""";

    private Pages() {
    }

    public static void main(String[] args) throws Exception {
        try (var _ = Chromium.start()) {
            var site = BuiltSite.pages();
            var little = Files.writeString(Files.createTempFile("little", ".html"),
                "<!doctype html><title>-</title><p>One sentence.");
            System.out.printf("%-18s %5s %8s  %s%n", "page", "KB", "requests",
                "painted and ready, in ms, on 360 px and on 1280 px; times as long as a page of one sentence");
            var rows = new ArrayList<List<String>>();
            double[][] least = {times(little, WIDTHS[0]), times(little, WIDTHS[1])};
            for (var page : site) {
                var line = new StringBuilder();
                double requests = 0;
                for (int i = 0; i < WIDTHS.length; i++) {
                    var times = times(page, WIDTHS[i]);
                    requests = Math.max(requests, times[2]);
                    rows.add(List.of(page.getFileName().toString(), "" + WIDTHS[i], "" + Math.round(times[0]),
                        "" + Math.round(times[1])));
                    line.append(String.format(Locale.ROOT, "%7.0f %5.0f (%.1f×)", times[0], times[1],
                        times[1] / least[i][1]));
                }
                System.out.printf(Locale.ROOT, "%-18s %5d %8.0f %s%n", page.getFileName(), Files.size(page) >> 10,
                    requests, line);
            }
            Files.delete(little);
            var file = OutputFolder.of(null).resolve("bench-pages.csv");
            Files.createDirectories(file.getParent());
            AtomicFile.write(file, Csv.text(List.of("page", "width", "painted_ms", "ready_ms"), rows));
        }
        System.exit(0);
    }

    /// Of each of these the median.
    private static double[] times(Path page, int width) {
        var all = new double[3][LOADS];
        for (int i = 0; i < LOADS; i++) {
            try (var context = Chromium.browser().newContext(new Browser.NewContextOptions()
                .setViewportSize(width, 900)); var window = context.newPage()) {
                window.navigate(page.toUri().toString(), new com.microsoft.playwright.Page.NavigateOptions()
                    .setWaitUntil(WaitUntilState.LOAD));
                var told = (List<?>) window.evaluate(TIMES);
                for (int of = 0; of < 3; of++) all[of][i] = ((Number) told.get(of)).doubleValue();
            }
        }
        for (var each : all) Arrays.sort(each);
        return new double[]{all[0][LOADS / 2], all[1][LOADS / 2], all[2][LOADS - 1]};
    }
}
