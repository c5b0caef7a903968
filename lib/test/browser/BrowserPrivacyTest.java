package browser;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

/// The page is for one reader, and asks nobody but its own server.
@Timeout(120)
class BrowserPrivacyTest {
    private static LiveChapter chapter;

    @BeforeAll
    static void begin() throws Exception {
        chapter = LiveChapter.small();
    }

    @AfterAll
    static void end() throws Exception {
        if (chapter != null) chapter.close();
    }

    @Test
    void theTokenIsTakenOutOfTheAddressBar() {
        try (var visit = Visit.to(chapter)) {
            assertEquals(chapter.host() + "/", visit.page.url());
            visit.page.reload();
            visit.awaitState("perTask", "asks"); // and it is still known
            assertEquals(chapter.host() + "/", visit.page.url());
            visit.page.goBack();
            assertEquals("about:blank", visit.page.url());
        }
    }

    @Test
    void whoHasNoTokenSeesNothing() {
        try (var context = Chromium.browser().newContext(); var page = context.newPage()) {
            page.navigate(chapter.host());
            assertThat(page.locator("body")).hasText("open the address that the terminal shows.");
        }
    }

    /// Something that got into the page could not tell anybody, nor run.
    @Test
    void nothingThatIsPutIntoThePageAsksAnotherHost() throws Exception {
        var heard = new CopyOnWriteArrayList<String>();
        var other = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        other.createContext("/", exchange -> {
            heard.add(exchange.getRequestURI().getPath());
            exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        other.start();
        try (var context = Chromium.browser().newContext(); var page = context.newPage()) {
            page.navigate(chapter.address());
            assertThat(page.locator(".live-foot")).isVisible();
            var blocked = page.evaluate(INJECTED, "http://127.0.0.1:" + other.getAddress().getPort());
            assertEquals(Map.of("fetch", "connect-src", "picture", "img-src", "script", "script-src-elem", "inline",
                "script-src-elem", "handler", "script-src-attr", "frame", "frame-src", "ran", List.of()), blocked);
            assertEquals(List.of(), heard);
        } finally {
            other.stop(0);
        }
    }

    /// Each kind of thing, and which rule of the policy it runs into.
    private static final String INJECTED = """
        async other => {
          const blocked = {};
          const by = async (name, put) => {
            const said = new Promise(rule => {
              document.addEventListener('securitypolicyviolation', event => rule(event.effectiveDirective),
                { once: true });
              setTimeout(rule, 3000, 'nothing'); // so that a test without a policy ends
            });
            put();
            blocked[name] = await said;
          };
          const add = (name, properties) =>
            document.body.append(Object.assign(document.createElement(name), properties));
          window.ran = [];
          await by('fetch', () => fetch(other + '/fetch').catch(() => {}));
          await by('picture', () => add('img', { src: other + '/picture' }));
          await by('script', () => add('script', { src: other + '/script' }));
          await by('inline', () => add('script', { textContent: 'ran.push("inline")' }));
          await by('handler', () => {
            add('p', { id: 'p' });
            p.setAttribute('onclick', 'ran.push("handler")');
            p.click();
          });
          await by('frame', () => add('iframe', { src: other + '/frame' }));
          return { ...blocked, ran };
        }""";
}
