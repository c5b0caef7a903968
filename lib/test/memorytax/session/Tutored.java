package memorytax.session;

import memorytax.Built;
import memorytax.House;
import memorytax.claim.Check;
import memorytax.claim.Measured;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Weighing;
import memorytax.measure.result.Weighings;
import memorytax.notebook.Edition;
import memorytax.notebook.Notes;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.ChapterSource;
import memorytax.options.Options;

import java.lang.invoke.MethodHandles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// A fixture whose last cell is an exercise with three hints, and checks of it that nobody had to weigh.
record Tutored(Edition edition, ProgressNotes diary) {
    /// @param folder of the notes
    static Tutored in(Path folder, String... words) throws Exception {
        var type = Built.of(House.root().resolve("lib/test/fixtures/stepping.java")).load();
        var edition = Edition.built(MethodHandles.privateLookupIn(type, MethodHandles.lookup()), ChapterSource::read);
        var options = new Options();
        Options.command("stepping", "", options).parseArgs(words);
        return new Tutored(edition, new ProgressNotes(Notes.in(folder), edition.chapter(), options));
    }

    Cell.Step step() {
        return edition.chapter().steps().getLast();
    }

    /// Twenty are allowed.
    static Check threads(int more) {
        var weighed = new Weighings("areFew", List.of(new Weighing(new Contender("your tasks", "java", "25"), 100,
            Map.of(), 1, Optional.empty(), Optional.empty(), OptionalLong.empty(), OptionalLong.empty(),
            new Outcome.Weighed())));
        return Check.of(weighed).below("more threads", "", 20, Optional.of(new Measured(more, more, more, true)));
    }
}
