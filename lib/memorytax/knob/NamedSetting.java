package memorytax.knob;

import memorytax.measure.result.Contender;

import java.util.Locale;
import java.util.regex.Pattern;

/// A setting as a person names it, held against what was changed about a contender.
///
/// @param said `Serial GC`, `Python 3.12`, `GOGC=25`, `cold`
record NamedSetting(String said) {
    private static final Pattern VERSION =
        Pattern.compile("(?:openjdk|jdk|java|golang|go|cpython|python|py) ?(\\d+(?:\\.\\d+)*)t?");
    /// What the JVM of a load is told that was warmed.
    private static final String WARMED = "-xbatch";

    /// @param changed about the contender
    /// @param flags   that its runtime was told
    boolean fits(Contender contender, String changed, String flags) {
        var word = said.toLowerCase(Locale.ROOT);
        var told = (changed + " " + flags).toLowerCase(Locale.ROOT);
        var version = VERSION.matcher(word);
        if (version.matches())
            return begins(changed, version.group(1)) || begins(contender.version(), version.group(1));
        if (word.startsWith("warm")) return told.contains(WARMED);
        if (word.equals("cold")) return told.contains("cold")
            || contender.runtime().equals("java") && !told.contains(WARMED);
        if (word.matches("depth \\d+|\\d+ deep"))
            return (changed + ";").contains("depth " + word.replaceAll("\\D", "") + ";");
        // a Serial collector is in -XX:+UseSerialGC, too; but GOGC=25 is not in GOGC=250
        return Pattern.compile(Pattern.quote(core(word)) + "(?!\\d)").matcher(told).find();
    }

    private static boolean begins(String version, String with) {
        return version.matches(Pattern.quote(with) + "(?:[^\\d].*)?");
    }

    private static String core(String word) {
        return word.startsWith("sleep") || word.startsWith("timer") ? "timer"
            : word.endsWith("queue") || word.endsWith("queues") ? "queue"
            : word.startsWith("dev") ? "dev mode"
            : word.matches("free[- ]threaded|no[- ]?gil") ? "free-threaded"
            : word.replaceAll("^the |(?:[- ]?gc| collector| mode)$", "");
    }
}
