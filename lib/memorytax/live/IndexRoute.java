package memorytax.live;

import java.util.Optional;
import java.util.regex.Pattern;

/// What can be asked of the server of the list of chapters; all of it leads through [Guard].
enum IndexRoute implements LocalWay {
    /// A page with nothing in it but the script that fetches the real one.
    SHELL("GET", "/"),
    /// That script, what it shares with the live chapter, and the style.
    SCRIPT("GET", "/(?<name>live-(?:index|link|wire)\\.js)"), STYLE("GET", "/live-index.css"),
    /// The list as it stands now.
    PAGE("GET", "/page"),
    /// What becomes of the chapters, as server-sent events.
    EVENTS("GET", "/events"),
    /// Starts a chapter, or says again where it is.
    OPEN("POST", "/open");

    private final String method;
    private final Pattern path;

    IndexRoute(String method, String path) {
        this.method = method;
        this.path = Pattern.compile(path);
    }

    static Optional<IndexRoute> of(String rawPath) {
        return Way.of(values(), rawPath);
    }

    @Override
    public Pattern path() {
        return path;
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public boolean isPublic() {
        return this == SHELL || this == SCRIPT || this == STYLE;
    }

    @Override
    public boolean isShell() {
        return this == SHELL;
    }
}
