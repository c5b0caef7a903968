package memorytax.session;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Some methods of exercises run in the workbook's own process: those that choose flags, or an architecture. One that
/// ends it leaves nobody to say so but this.
final class UnexpectedExit {
    private static final Set<String> CHAPTERS = ConcurrentHashMap.newKeySet();

    private UnexpectedExit() {
    }

    /// From now on, an exit that a method of this chapter asks for is told as the last thing.
    static synchronized void tell(String chapter) {
        if (CHAPTERS.isEmpty()) Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(
            () -> said(Thread.getAllStackTraces().values()).ifPresent(System.err::println)));
        CHAPTERS.add(chapter);
    }

    /// The one that asks for the end is the first behind those of the JDK: further behind stands every chapter, because
    /// its `main` has called us.
    private static Optional<String> said(Collection<StackTraceElement[]> stacks) {
        return stacks.stream().map(Arrays::asList).filter(frames -> frames.stream().anyMatch(f ->
                f.getClassName().equals(Runtime.class.getName()) && f.getMethodName().equals("exit")))
            .flatMap(frames -> frames.stream().map(StackTraceElement::getClassName)
                .filter(name -> !name.startsWith("java.")).findFirst().stream())
            .map(name -> name.replaceAll("[$/].*", "")).filter(CHAPTERS::contains).findFirst()
            .map(chapter -> chapter + ": That is a trick: your method ended the workbook (System.exit). It passes no "
                + "check.");
    }
}
