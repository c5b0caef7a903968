package memorytax.page;

import com.google.gson.Gson;
import memorytax.catalog.ChapterList;
import memorytax.record.Earlier;
import memorytax.record.SlopesCsv;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// Where a reader lays the results of another machine beside those of the page. A script reads them; the page has its
/// own slopes in it for that.
final class OtherMachine {
    private OtherMachine() {
    }

    /// @param site    whether all of it is recorded; otherwise what is recorded was not measured on this machine
    /// @param machine of the page's results
    static String html(ChapterList shelf, Path out, boolean site, Map<String, String> machine) {
        var slopes = shelf.books().stream().flatMap(book ->
            SlopesCsv.resident(new Earlier(out.resolve(book.name())), site).stream()).toList();
        return slopes.isEmpty() ? "" : """
            <section class="cell" id="two"><h2><a href="#two">Two machines side by side</a></h2>
            <div class="prose"><p>Each run writes its slopes and its machine into the folder <code>out</code>. Give \
            this page such a folder of another machine, and it shows what one more task costs on both. The files are \
            read in your browser; nothing is sent anywhere.</p></div>
            <div class="drop" hidden><p>Drop the folder here, or</p>
            <label>choose a folder <input type="file" webkitdirectory></label>
            <label>choose files <input type="file" multiple accept=".csv"></label></div>
            <div class="result" aria-live="polite"></div>
            <script type="application/json" id="here">%s</script></section>
            """.formatted(new Gson().toJson(new TreeMap<>(Map.of("slopes", slopes, "machine",
                new TreeMap<>(machine)))));
    }
}
