package memorytax.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A page's Content-Security-Policy: its own style and script, known by their hashes, and nothing else. So a browser
/// vouches that a page which was sent to somebody asks nothing of any network.
public final class PagePolicy {
    private static final Pattern SCRIPT = Pattern.compile("(?s)<script>(.*?)</script>"),
        STYLE = Pattern.compile("(?s)<style>(.*?)</style>"), ATTRIBUTE = Pattern.compile("<[^>]* style=\"([^\"]*)\"");
    private static final String CHARSET = "<meta charset=\"utf-8\">\n";

    private PagePolicy() {
    }

    /// The page with its policy, as its first word after the character set.
    ///
    /// @param html whose style and script stand inside it, and are not changed any more
    static String sealed(String html) {
        var attributes = hashes(ATTRIBUTE, html);
        var policy = "default-src 'none'; img-src data:; style-src " + hashes(STYLE, html)
            + (attributes.isEmpty() ? "" : " 'unsafe-hashes' " + attributes) + "; script-src " + scripts(html)
            + "; base-uri 'none'; form-action 'none'";
        return html.replace(CHARSET, CHARSET
            + "<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy + "\">\n");
    }

    /// What of the page may run as a script, as a policy writes it: `'none'`, or a hash for each.
    public static String scripts(String html) {
        var hashes = hashes(SCRIPT, html);
        return hashes.isEmpty() ? "'none'" : hashes;
    }

    private static String hashes(Pattern part, String html) {
        return part.matcher(html).results().map(found -> found.group(1)).distinct()
            .map(text -> "'sha256-" + sha256(text) + "'").collect(Collectors.joining(" "));
    }

    private static String sha256(String text) {
        try {
            return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256")
                .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
