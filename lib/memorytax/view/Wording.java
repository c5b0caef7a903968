package memorytax.view;

import java.util.List;

/// Words that stand on a terminal and on a page alike.
public final class Wording {
    /// The name of it all.
    public static final String WORKBOOK = "The Memory Tax Workbook";
    /// What the columns of the ledger are; a last one says where it was measured.
    public static final List<String> LEDGER = List.of("verdict", "what the post says", "claimed", "measured");

    /// Before our solution, for who has solved an exercise.
    public static final String EXPLAINED = "Your method passes. This is why our solution works.";
    /// Behind it, where there is no room for more.
    public static final String MORE =
        "What it costs, where you meet it, and our code: the key `s`, or the option `--solution`.";

    private Wording() {
    }

    /// `Chapter 3 of 8`
    public static String place(String number, int chapters) {
        return "Chapter %s of %d".formatted(number, chapters);
    }

    /// How an exercise is tried: `./jbang chapter1 --exercise light`
    public static String exercise(String chapter, String step) {
        return "./jbang %s --exercise %s".formatted(chapter, step);
    }

    /// What went wrong, as its message; its name, where it has none.
    public static String of(Throwable cause) {
        var message = cause.getMessage();
        return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
    }
}
