package memorytax.board;

import memorytax.claim.NotedGuesses;
import memorytax.file.Csv;
import memorytax.notebook.Notes;
import memorytax.record.Earlier;
import memorytax.record.GivenRun;
import memorytax.record.Machine;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Makes a pack of the reader's results.
public final class Packing {
    private Packing() {
    }

    /// All that was measured here in these chapters; empty where nothing was. Where it would become too large, the
    /// processes of the largest chapters stay out: what one more task costs is in `slopes.csv`, too.
    ///
    /// @param out     the folder of results
    /// @param guesses whether the reader's own are to be in it
    public static Optional<Pack> of(Path out, List<String> chapters, boolean guesses) {
        var files = new TreeMap<String, String>();
        for (var chapter : chapters) {
            var said = NotedGuesses.in(List.of(Notes.in(out).of(chapter))).all().stream()
                .filter(guess -> guesses && !guess.said().isEmpty()).toList();
            GivenRun.of(new Earlier(out.resolve(chapter)), said)
                .forEach((name, text) -> files.put(chapter + "/" + name + ".csv", text));
        }
        if (files.isEmpty()) return Optional.empty();
        files.put(Pack.HEAD, Csv.text(List.of("key", "value"), List.of(List.of("format", "" + Pack.FORMAT),
            List.of("workbook", Machine.WORKBOOK), List.of("guesses", guesses ? "yes" : "no"))));
        while (new Pack(files).zip().length > Pack.LARGEST) {
            var largest = files.keySet().stream().filter(name -> name.endsWith("/weighings.csv"))
                .max(Comparator.comparingInt(name -> files.get(name).length()));
            if (largest.isEmpty()) break;
            files.remove(largest.get());
        }
        return Optional.of(new Pack(files));
    }
}
