package memorytax.view;

import memorytax.notebook.Exercise;
import memorytax.notebook.source.Chapter;

import java.util.List;

/// Words that stand on a terminal and on a page alike.
public final class Wording {
    /// The name of it all.
    public static final String WORKBOOK = "The Memory Tax Workbook";
    /// Before our solution, for who has solved an exercise.
    public static final String EXPLAINED = "Your method passes. This is why our solution works.";
    /// Behind it, where there is no room for more.
    public static final String MORE =
        "What it costs, where you meet it, and our code: the key `s`, or the option `--solution`.";

    private Wording() {
    }

    /// What the columns of a part of the ledger are; a last one says where it was measured.
    public static List<String> ledger(boolean ofVendors) {
        return List.of("verdict", ofVendors ? "what the vendor says" : "what the post says", "claimed", "measured");
    }

    /// `Chapter 3 of 8`
    public static String place(String number, int chapters) {
        return "Chapter %s of %d".formatted(number, chapters);
    }

    /// How the exercise is tried that a step checks: `./jbang chapter1 --exercise harder`, or with the step's name.
    public static String exercise(Chapter chapter, String step) {
        var pick = Exercise.of(chapter).stream().filter(e -> e.step().equals(step)).findFirst()
            .map(e -> e.pick(chapter)).orElse(step);
        return "./jbang %s --exercise %s".formatted(chapter.name(), pick);
    }

    /// What went wrong, as its message; its name, where it has none.
    public static String of(Throwable cause) {
        var message = cause.getMessage();
        return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
    }
}
