package memorytax.claim;

/// What is to be said of a reader's own claims. They are no claims of the workbook, and do not count among those.
public record UserVerdicts(Verdicts verdicts) {
    /// A line per claim; where there are none, how to bring some.
    @Override
    public String toString() {
        return verdicts.all().isEmpty() ? "You have given no claims of your own: `--claims FILE` names a file of them."
            : verdicts.toString();
    }
}
