package memorytax.page;

import java.util.Locale;
import java.util.Map;

/// The colour that a contender wears on a page, as a class of page.css. Empty: the colour of the text.
final class PageHue {
    private static final Map<String, String> NAMES = Map.ofEntries(
        Map.entry("virtual threads", "virtual"), Map.entry("java (", "virtual"),
        Map.entry("platform threads", "platform"),
        Map.entry("scheduled callbacks", "callbacks"), Map.entry("callbacks", "callbacks"),
        Map.entry("goroutines", "go"), Map.entry("go (", "go"),
        Map.entry("asyncio tasks", "py"), Map.entry("python (", "py"),
        Map.entry("promises", "node"), Map.entry("node promises", "node"), Map.entry("node (", "node"),
        Map.entry("tokio", "rust"), Map.entry("rust (", "rust"),
        Map.entry("kotlin", "kotlin"),
        Map.entry("erlang", "erlang"), Map.entry("elixir", "erlang"),
        Map.entry("fiber", "ruby"), Map.entry("ruby", "ruby"));

    private PageHue() {
    }

    /// `asyncio tasks (3.13t)` -> `py`: the beginning of the name decides.
    static String ofName(String contender) {
        String name = contender.strip().toLowerCase(Locale.ROOT);
        return NAMES.keySet().stream().filter(name::startsWith).findFirst().map(NAMES::get).orElse("");
    }

    /// `py-task` -> `py`: a claim about one contender begins with its name.
    static String ofClaim(String id) {
        return switch (id.split("-")[0]) {
            case "go" -> "go";
            case "py" -> "py";
            case "virtual", "vt" -> "virtual";
            case "platform", "pt" -> "platform";
            case "tokio" -> "rust";
            case "beam" -> "erlang";
            case "callbacks", "node", "rust", "kotlin", "erlang", "ruby" -> id.split("-")[0];
            default -> "";
        };
    }
}
