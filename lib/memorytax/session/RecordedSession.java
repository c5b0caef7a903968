package memorytax.session;

import memorytax.catalog.Listings;
import memorytax.chart.draw.Hue;
import memorytax.chart.svg.Preview;
import memorytax.claim.Headline;
import memorytax.measure.plan.Progress;
import memorytax.measure.plan.Scale;
import memorytax.notebook.Edition;
import memorytax.notebook.Notes;
import memorytax.notebook.Prediction;
import memorytax.notebook.Reader;
import memorytax.notebook.Run;
import memorytax.notebook.Selection;
import memorytax.notebook.StepOutcome;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import memorytax.options.Options;
import memorytax.page.Neighbours;
import memorytax.page.PageInfo;
import memorytax.page.PageReader;
import memorytax.peers.Toolchains;
import memorytax.record.Machine;
import memorytax.record.Recorded;
import memorytax.view.Part;
import org.knowm.xchart.internal.chartpart.Chart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The recorded run of a chapter, written as a page of a site: nobody sits in front of it, nothing is measured or
/// noted, and nothing of it depends on the clock.
///
/// @param options of the chapter, with `recorded`
/// @param out     the folder of the site
/// @param around  what the site is going to hold
public record RecordedSession(Edition edition, Options options, Path out, Neighbours around) {

    /// Nobody: whoever is not there passes each question, and has the usual wishes.
    private static final class Nobody implements Reader {
        private final Map<String, Chart<?, ?>> charts = new LinkedHashMap<>();
        private String picture = "";

        /// That of the chapter's number; else the first that shows something.
        Optional<Chart<?, ?>> chart() {
            return charts.containsKey(picture) ? Optional.of(charts.get(picture))
                : charts.values().stream().findFirst();
        }

        @Override
        public void opening(Chapter chapter) {
        }

        @Override
        public Prediction asked(Cell.Step step, Prediction question) {
            return question.isWish() ? question.pass() : question;
        }

        @Override
        public void happened(Cell.Step step, StepOutcome happening) {
            if (!(happening instanceof StepOutcome.Result(Object value, var _)) || value == null) return;
            if (value instanceof Headline headline) picture = headline.picture();
            Part.of(value).stream().filter(Part.Picture.class::isInstance).map(Part.Picture.class::cast)
                .<Chart<?, ?>>map(Part.Picture::chart).filter(Preview::shows).findFirst()
                .ifPresent(chart -> charts.put(step.name(), chart));
        }

        @Override
        public void closing() {
        }
    }

    /// Whether there is one.
    public static boolean isThere(String chapter) {
        return !new Recorded(chapter, true).machine().isEmpty();
    }

    /// Writes the page, and the files that it leads to.
    ///
    /// @param notes   of nobody: an empty folder's
    /// @param preview the picture that stands for the page
    /// @return what went wrong, a line each; none when all is well
    public List<String> write(Notes notes, Path preview) throws IOException {
        return Hue.apart(() -> written(notes, preview));
    }

    private List<String> written(Notes notes, Path preview) throws IOException {
        var chapter = edition.chapter();
        var type = edition.lookup().lookupClass();
        var diary = new ProgressNotes(notes, chapter, options);
        var peers = Toolchains.beside(type, _ -> { }, ComparedVersions.plan(false));
        var archive = new Recorded(chapter.name(), true);
        var machine = new Machine(archive.machine());
        var run = new Run(edition, new Givens(options, out, machine, diary, step ->
            new Scale(options.effort(), peers, Progress.SILENT, archive, step.name())).all());
        var output = new OutputFiles(Files.createDirectories(out.resolve(chapter.name())), machine, false);
        var page = new PageReader(out.resolve(chapter.name() + ".html"), imprint(machine),
            cell -> Listings.of(chapter, cell, type), output::of, around);
        var nobody = new Nobody();
        var all = new CompositeReader(List.of(output, page, nobody), new Tutor(diary, run::edition, run.values()::get),
            (_, _) -> { });
        run.run(Selection.all(), all);
        if (nobody.chart().isPresent()) preview().write(nobody.chart().get(), preview);
        return all.troubles();
    }

    private PageInfo imprint(Machine machine) {
        var day = LocalDate.ofInstant(Instant.parse(machine.get("started")), ZoneOffset.UTC);
        return new PageInfo(machine, false, true, day, Listings.CHAPTERS, Listings.next(edition.chapter()));
    }

    /// `Chapter 1: idle tasks. What does waiting cost?` is the subject, and the question.
    private Preview preview() {
        var said = Listings.description(edition.chapter()).split("(?<=[.]) ", 2);
        return new Preview("Memory Tax Workbook · " + said[0].replaceFirst("\\.$", ""), said[said.length - 1],
            "Recorded on " + new Machine(new Recorded(edition.chapter().name(), true).machine()).hardware());
    }
}
