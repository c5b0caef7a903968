package memorytax.live;

import com.sun.net.httpserver.Headers;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/// Who may ask. The server runs any Java that it is sent, so a page of another site, another user of this machine and a
/// name that was made to point here must not get in: each request names this very host, is sent by this very page, and
/// but for the empty shell carries a token that only the address on the terminal has.
///
/// @param host  as a browser names it: `127.0.0.1:40123`
/// @param token 128 random bits
record Guard(String host, String token) {
    /// The largest body that is read, in bytes: no chapter's file is as large.
    static final int LARGEST = 256 * 1024;
    static final String TOKEN = "X-Workbook-Token";
    private static final Set<String> OWN = Set.of("same-origin", "none");

    static Guard of(String host) {
        var bits = new byte[16];
        new SecureRandom().nextBytes(bits);
        return new Guard(host, HexFormat.of().formatHex(bits));
    }

    /// Why a request is refused; empty when it may go on.
    Optional<Refusal> refuses(LocalWay route, String method, Headers headers) {
        if (!host.equals(headers.getFirst("Host"))) return Refusal.of(421, "this server is " + host);
        if (!method.equals(route.method())) return Refusal.of(405, "allowed is " + route.method());
        var site = headers.getFirst("Sec-Fetch-Site");
        boolean own = site == null || OWN.contains(site) || route.isShell() && comesFromThisMachine(site, headers);
        if (!own) return Refusal.of(403, "another site may not ask");
        var origin = headers.getFirst("Origin");
        if (origin == null ? route.writes() : !origin.equals("http://" + host))
            return Refusal.of(403, "only the workbook's own page may ask");
        if (!route.isPublic() && !isToken(headers.getFirst(TOKEN)))
            return Refusal.of(401, "open the address that the terminal shows");
        return route.writes() ? refusesBody(headers) : Optional.empty();
    }

    /// Whether a page of another port of this machine leads a whole window here, as the list of chapters does. There is
    /// nothing in the shell, and no other page gets to see it.
    private static boolean comesFromThisMachine(String site, Headers headers) {
        return site.equals("same-site") && "navigate".equals(headers.getFirst("Sec-Fetch-Mode"))
            && "document".equals(headers.getFirst("Sec-Fetch-Dest"));
    }

    private static Optional<Refusal> refusesBody(Headers headers) {
        if (!"application/json".equals(headers.getFirst("Content-Type")))
            return Refusal.of(415, "send application/json");
        var length = headers.getFirst("Content-Length");
        if (length == null || !length.matches("\\d{1,9}")) return Refusal.of(411, "say how long the body is");
        return Integer.parseInt(length) > LARGEST ? Refusal.of(413, "at most " + LARGEST + " bytes") : Optional.empty();
    }

    /// Takes as long for a wrong token as for a right one.
    private boolean isToken(String said) {
        return said != null && MessageDigest.isEqual(said.getBytes(StandardCharsets.UTF_8),
            token.getBytes(StandardCharsets.UTF_8));
    }
}
