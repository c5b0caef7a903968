package memorytax.session;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Some methods of exercises run in the workbook's own process: those that choose flags, or an architecture. One that
/// ends it leaves nobody to say so but this.
final class UnexpectedExit {
    private static final String EXIT = "java.lang.Runtime.exit";
    private static final Set<String> CHAPTERS = ConcurrentHashMap.newKeySet();

    private UnexpectedExit() {
    }

    /// From now on, an exit that a method of this chapter asks for is told as the last thing.
    static synchronized void tell(String chapter) {
        if (CHAPTERS.isEmpty()) Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(
            () -> said(Thread.getAllStackTraces().values()).ifPresent(System.err::println)));
        CHAPTERS.add(chapter);
    }

    private static Optional<String> said(Collection<StackTraceElement[]> stacks) {
        return stacks.stream().map(UnexpectedExit::whoExits).filter(CHAPTERS::contains).findFirst()
            .map(chapter -> chapter + ": That is a trick: your method ended the workbook (System.exit). It passes no "
                + "check.");
    }

    /// The class whose code has asked for the exit; empty where this thread has not.
    private static String whoExits(StackTraceElement[] frames) {
        return Arrays.stream(frames).dropWhile(f -> !(f.getClassName() + "." + f.getMethodName()).equals(EXIT)).skip(1)
            .map(StackTraceElement::getClassName).filter(type -> !type.equals(System.class.getName())).findFirst()
            .map(type -> type.replaceAll("[$/].*", "")).orElse("");
    }
}
