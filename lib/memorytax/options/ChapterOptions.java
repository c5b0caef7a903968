package memorytax.options;

/// Which options a chapter has: its `main` says so.
public final class ChapterOptions {
    private ChapterOptions() {
    }

    /// Fresh ones, for a chapter of this text: `Notebook.of(…).choose(args)` has those of chapter 8.
    public static Options of(String source) {
        return source.contains(".choose(args)") ? new ChooseOptions()
            : source.contains(".explain(args)") ? new KnobOptions()
            : source.contains(".weigh(args)") ? new WeighOptions() : new Options();
    }
}
