package memorytax.claim;

/// What the workbook knows of the method that an exercise checks, beside what was measured of it.
///
/// @param asItCame whether the reader has not edited it yet
/// @param title    of our solution
/// @param why      our solution works, what it costs, and where it is met: Markdown
/// @param code     our solution
/// @param file     where it stands: `solutions/chapter1_light.java`
/// @param level    of the exercise: `harder`; empty where its heading does not tell it
public record Attempt(boolean asItCame, String title, String why, String code, String file, String level) {
    /// Why it works, without what it costs and where it is met: what stands before the first heading.
    public String reason() {
        return why.split("(?m)^### ", 2)[0].strip();
    }
}
