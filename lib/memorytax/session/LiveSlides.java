package memorytax.session;

import memorytax.notebook.Reader;
import memorytax.notebook.StepOutcome;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import memorytax.page.PageText;
import memorytax.view.FirstSentence;
import memorytax.view.SlideContent;

import java.util.LinkedHashMap;
import java.util.Map;

/// Tells the pages of a live chapter what of each cell is on its slide, as the terminal's slides cut it.
final class LiveSlides implements Reader {
    private final LiveEvents events;

    LiveSlides(LiveEvents events) {
        this.events = events;
    }

    @Override
    public void opening(Chapter chapter) {
        changed(chapter);
    }

    @Override
    public void changed(Chapter chapter) {
        var cells = new LinkedHashMap<String, Object>();
        for (var cell : chapter.documented())
            cells.put(cell.name(), slide(SlideContent.words(cell), SlideContent.showsCode(cell)));
        events.happened("slides", "slides",
            Map.of("opening", PageText.markdown(FirstSentence.of(chapter.opening())), "cells", cells));
    }

    private static Map<String, Object> slide(String words, boolean code) {
        return Map.of("words", PageText.markdown(words), "code", code);
    }

    @Override
    public void happened(Cell.Step step, StepOutcome happening) {
        // a result is on the slide anyway
    }

    @Override
    public void closing() {
        // what has changed has been told
    }
}
