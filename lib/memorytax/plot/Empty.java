package memorytax.plot;

/// A chart that has nothing to show says so.
final class Empty {
    private Empty() {
    }

    static Sheet say(Sheet sheet, String why) {
        sheet.xRange(0, 1, false);
        sheet.yRange(0, 1, false);
        String text = "Nothing to draw: " + why + ".";
        return sheet.over(g -> {
            double x = sheet.getWidth() / 2.0, y = sheet.getHeight() / 2.0;
            Anchor.MIDDLE.write(g, text, x, y, Look.PLAIN, Tone.SOFT.light());
        });
    }
}
