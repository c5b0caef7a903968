package memorytax.page;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Predicate;

/// What lies around a page: it leads to nothing else.
///
/// @param there whether a file is there, relative to the page: `chapter2.html`
/// @param site  whether the pages stand on a site, all of recorded runs, and not on the reader's machine
/// @param base  the address of the site with a slash at its end; empty where that is not known
public record Neighbours(Predicate<String> there, boolean site, String base) {
    /// Of a page on the reader's machine: what the folder holds when the page is written.
    public static Neighbours in(Path folder) {
        return new Neighbours(name -> Files.isRegularFile(folder.resolve(name)), false, "");
    }

    /// Of a page on the reader's machine that is going to be in this file.
    static Neighbours of(Path file) {
        var others = in(file.toAbsolutePath().getParent());
        return new Neighbours(name -> name.equals(file.getFileName().toString()) || others.there.test(name), false, "");
    }

    /// Of a page of a site that is going to have these files.
    public static Neighbours ofSite(Set<String> files, String base) {
        return new Neighbours(files::contains, true, base);
    }

    /// A link, where its file is there; else its words alone.
    ///
    /// @param address `chapter2.html#weighed`
    /// @param html    the words
    String link(String address, String html) {
        return there.test(address.replaceFirst("#.*", ""))
            ? "<a href=\"" + PageText.escape(address) + "\">" + html + "</a>" : html;
    }
}
