package memorytax.live;

import com.google.gson.JsonParseException;
import com.sun.net.httpserver.HttpExchange;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/// Serves one chapter to the browser of whoever started it.
public final class LiveServer extends LocalServer<Route> {
    private final LiveNotebook notebook;

    private LiveServer(LiveNotebook notebook, String scripts) throws IOException {
        super(Route::of, scripts);
        this.notebook = notebook;
    }

    /// Begins to serve.
    ///
    /// @param scripts what else than scripts of ours may run in the page, as a policy writes it: `'sha256-…'`
    public static LiveServer start(LiveNotebook notebook, String scripts) {
        try {
            var server = new LiveServer(notebook, scripts);
            server.begin();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected Runnable follow(Listener listener) {
        return notebook.follow(listener);
    }

    @Override
    protected void answer(HttpExchange exchange, Route route, String name) throws IOException, InterruptedException {
        try {
            switch (route) {
                case SHELL -> send(exchange, 200, "text/html; charset=utf-8", resource("live/shell.html"));
                case SCRIPT -> send(exchange, 200, "text/javascript; charset=utf-8", resource("live/" + name));
                case EDITOR -> send(exchange, 200, "text/javascript; charset=utf-8", resource("live/editor.js"));
                case STYLE -> send(exchange, 200, "text/css; charset=utf-8", resource("live/live.css"));
                case PAGE -> send(exchange, 200, "text/html; charset=utf-8",
                    notebook.page().getBytes(StandardCharsets.UTF_8));
                case EVENTS -> stream(exchange);
                case FILE -> file(exchange, name);
                case RUN -> notebook.run(word(body(exchange), "cell"));
                case READ -> notebook.read(word(body(exchange), "cell"));
                case STOP -> notebook.stop();
                case AHEAD -> notebook.ahead(word(body(exchange), "ahead").equals("on"));
                case ANSWER -> {
                    var body = body(exchange);
                    notebook.answer(word(body, "cell"), word(body, "answer"));
                }
                case HINT -> notebook.hint(word(body(exchange), "cell"));
                case SOLUTION -> notebook.solution(word(body(exchange), "cell"));
                case EVAL -> {
                    var body = body(exchange);
                    notebook.eval(word(body, "cell"), word(body, "code"));
                }
                case COMPLETE -> {
                    var body = body(exchange);
                    json(exchange, 200, notebook.complete(word(body, "cell"), word(body, "code"),
                        number(body, "cursor")));
                    return;
                }
                case CELL -> {
                    var body = body(exchange);
                    notebook.edit(name, language(body), word(body, "code"), word(body, "base"));
                }
            }
            if (route.writes()) send(exchange, 204, "", new byte[0]);
        } catch (IllegalArgumentException | JsonParseException e) {
            says(exchange, 422, String.valueOf(e.getMessage()));
        } catch (LiveNotebook.Conflict e) {
            json(exchange, 409, Map.of("says", e.getMessage(), "theirs", e.theirs));
        } catch (IllegalStateException e) {
            says(exchange, 409, String.valueOf(e.getMessage()));
        } catch (FileNotFoundException e) {
            says(exchange, 404, "there is no such page");
        }
    }

    private void file(HttpExchange exchange, String name) throws IOException {
        var file = notebook.file(name);
        if (file.isEmpty()) says(exchange, 404, "there is no such file");
        else send(exchange, 200, "application/octet-stream", Files.readAllBytes(file.get()));
    }

    private static String language(Map<?, ?> body) {
        var language = body.containsKey("language") ? word(body, "language") : "java";
        var known = List.of("java", "go", "python", "node", "rust");
        if (known.contains(language)) return language;
        throw new IllegalArgumentException("\"%s\" is no language here; allowed: %s".formatted(language,
            String.join(", ", known)));
    }
}
