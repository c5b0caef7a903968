package memorytax.live;

import java.util.Optional;
import java.util.regex.Pattern;

/// What can be asked of the server. There are no other ways in, and all of them lead through [Guard].
enum Route implements LocalWay {
    /// A page with nothing in it but the script that fetches the real one: the browser asks for it before the script
    /// can say the token.
    SHELL("GET", "/"),
    /// That script, in parts, its style, and the editor that it opens: part of the workbook, the same for everybody.
    SCRIPT("GET", "/(?<name>live(?:-[a-z]+)?\\.js)"), STYLE("GET", "/live.css"), EDITOR("GET", "/editor.js"),
    /// The page of the chapter as it stands now.
    PAGE("GET", "/page"),
    /// What happens from now on, as server-sent events.
    EVENTS("GET", "/events"),
    /// A table or a chart that the page links to.
    FILE("GET", "/file/(?<name>[A-Za-z0-9-]+/[A-Za-z0-9-]+\\.(?:csv|svg|png))"),
    /// Runs a cell, and those that it needs.
    RUN("POST", "/run"),
    /// The reader has come to a cell.
    READ("POST", "/read"),
    /// Stops what runs.
    STOP("POST", "/stop"),
    /// Says whether to measure what nobody has asked for yet.
    AHEAD("POST", "/ahead"),
    /// Answers a question.
    ANSWER("POST", "/answer"),
    /// Gives the next hint of an exercise, and our solution.
    HINT("POST", "/hint"), SOLUTION("POST", "/solution"),
    /// Evaluates code beside a cell.
    EVAL("POST", "/eval"),
    /// Says how the code in front of a cursor may go on.
    COMPLETE("POST", "/complete"),
    /// Gives a cell other code.
    CELL("PUT", "/cell/(?<name>[A-Za-z_][A-Za-z0-9_]*)");

    private final String method;
    private final Pattern path;

    Route(String method, String path) {
        this.method = method;
        this.path = Pattern.compile(path);
    }

    static Optional<Route> of(String rawPath) {
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
        return this == SHELL || this == SCRIPT || this == STYLE || this == EDITOR;
    }

    @Override
    public boolean isShell() {
        return this == SHELL;
    }
}
