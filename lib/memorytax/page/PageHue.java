package memorytax.page;

import java.util.Locale;
import java.util.Map;

/// The colour that a contender wears on a page, as a class of page.css. Empty: the colour of the text.
final class PageHue {
    private static final Map<String, String> NAMES = Map.of("virtual threads", "virtual",
        "platform threads", "platform", "scheduled callbacks", "callbacks", "callbacks", "callbacks",
        "goroutines", "go", "asyncio tasks", "py",
        "java (", "virtual", "go (", "go", "python (", "py");

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
            case "callbacks" -> "callbacks";
            default -> "";
        };
    }
}
