package memorytax.knob;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A kind of task that a figure can be about, and the words that people have for it.
public enum TaskKind {
    /// Scheduled by the JVM.
    VIRTUAL_THREAD("virtual thread", "(?:java |jvm )?virtual[- ]?threads?|v-?threads?|loom(?: threads?)?"),
    /// Written by Go as one word.
    GOROUTINE("goroutine", "go-?routines?|go routines?"),
    /// Of Python's event loop.
    ASYNCIO_TASK("asyncio task", "(?:python |async )?(?:asyncio[- ])?(?:coroutines?|coros?)"
        + "|(?:python )?asyncio(?:[- ]?tasks?)?|python (?:async )?tasks?|async tasks?"),
    /// A thread of the operating system: what is left when a thread is not a virtual one.
    PLATFORM_THREAD("platform thread", "(?:java |jvm )?(?:platform|os|kernel|native|system)[- ]?threads?"
        + "|(?:java |jvm )?threads?");

    private final String one;
    private final Pattern words;

    TaskKind(String one, String words) {
        this.one = one;
        this.words = FigureWords.any(words);
    }

    /// `virtual thread`
    public String one() {
        return one;
    }

    /// As contenders are called that are of this kind and have nothing changed: `virtual threads`.
    public String contender() {
        return one + "s";
    }

    /// `a virtual thread`, `an asyncio task`
    public String article() {
        return ("aeiou".indexOf(one.charAt(0)) < 0 ? "a " : "an ") + one;
    }

    Pattern words() {
        return words;
    }

    /// The kind of contenders with that name, without what is changed about them.
    static Optional<TaskKind> of(String contender) {
        return Arrays.stream(values()).filter(kind -> kind.contender().equals(contender)).findFirst();
    }

    /// `virtual thread, goroutine, asyncio task, platform thread`
    static String all() {
        return Arrays.stream(values()).map(TaskKind::one).collect(Collectors.joining(", "));
    }
}
