package memorytax.session;

import memorytax.knob.Releases;
import memorytax.notebook.source.Chapter;
import memorytax.options.Options;
import memorytax.peers.Toolchains;
import memorytax.peers.VersionPlan;

import java.util.Optional;

/// Which versions of languages a chapter has that compares them, and how they, and Kotlin, come here if they are to be
/// fetched.
public final class ComparedVersions {
    private ComparedVersions() {
    }

    /// Those of data/releases.csv, and others that are found.
    ///
    /// @param search whether they are looked for: not where all comes from a record
    public static VersionPlan plan(boolean search) {
        return new VersionPlan(Releases::patches, search);
    }

    /// Refuses to fetch what the chapter has no use for.
    ///
    /// @throws IllegalArgumentException with one line
    static void check(Options options, Chapter chapter) {
        if (!options.fetch) return;
        if (!versions(chapter) && !kotlin(chapter)) throw new IllegalArgumentException("--fetch: it goes with "
            + "chapter10 only, which compares versions of Go, and with chapter11, which has tasks in Kotlin");
        if (options.recorded) throw new IllegalArgumentException("--fetch: it does not go with --recorded");
    }

    private static boolean versions(Chapter chapter) {
        return chapter.source().contains(".gos(");
    }

    private static boolean kotlin(Chapter chapter) {
        return chapter.source().contains(".kotlin(");
    }

    /// Fetches what the chapter has a use for if the reader wants that, before anything is measured; a sentence says
    /// what came of it.
    static Optional<String> fetched(Options options, Chapter chapter, Toolchains toolchains) {
        if (!options.fetch) return Optional.empty();
        try {
            return Optional.of(versions(chapter) ? toolchains.versions().fetchGo() : toolchains.fetchKotlin());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
