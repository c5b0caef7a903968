package memorytax.chart.draw;

/// A chart that has nothing to show says so.
public final class Empty {
    private Empty() {
    }

    /// The chart without anything in it but one sentence.
    public static LayeredChart say(LayeredChart sheet, String why) {
        sheet.xRange(0, 1, false);
        sheet.yRange(0, 1, false);
        String text = "Nothing to draw: " + why + ".";
        return sheet.over(g -> {
            double x = sheet.getWidth() / 2.0, y = sheet.getHeight() / 2.0;
            Anchor.MIDDLE.write(g, text, x, y, Theme.PLAIN, Tone.SOFT.light());
        });
    }
}
