package browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import memorytax.export.InstalledBrowser;

import java.util.List;
import java.util.Map;

/// The one browser of all tests. It finds no host but this machine.
public final class Chromium implements AutoCloseable {
    /// How long anything may take that a page waits for, in milliseconds.
    static final double PATIENCE = 90_000;
    private static final List<String> QUIETLY = List.of("--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1");
    private static Chromium started;
    private final Playwright playwright;
    final Browser browser;

    private Chromium(Playwright playwright) {
        this.playwright = playwright;
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setArgs(QUIETLY)
            .setExecutablePath(InstalledBrowser.find(System.getenv()).orElseThrow()));
    }

    /// Starts it for all tests that follow.
    public static Chromium start() {
        started = new Chromium(Playwright.create(new Playwright.CreateOptions()
            .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))));
        return started;
    }

    static Browser browser() {
        return started.browser;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
