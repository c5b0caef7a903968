package memorytax.chart.svg;

import java.util.Arrays;
import java.util.function.Supplier;

/// Java draws no letter without fonts of the system. A bare server or container has none, and says so in many ways.
final class SvgFonts {
    private SvgFonts() {
    }

    /// What `drawing` returns; one clear sentence in place of whatever the JDK throws when it finds no font.
    static <T> T needed(Supplier<T> drawing) {
        System.setProperty("java.awt.headless", System.getProperty("java.awt.headless", "true"));
        try {
            return drawing.get();
        } catch (RuntimeException | LinkageError | InternalError e) {
            if (aboutFonts(e)) throw new IllegalStateException("charts need fonts: install fontconfig and a font", e);
            throw e;
        }
    }

    private static boolean aboutFonts(Throwable e) {
        for (var cause = e; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).matches("(?is).*(font|freetype).*")) return true;
            var top = Arrays.stream(cause.getStackTrace()).limit(8);
            if (top.anyMatch(f -> f.getClassName().matches("sun\\.(font|awt\\.Font).*"))) return true;
        }
        return false;
    }
}
