package memorytax.plot;

/// A chart that has nothing to show says so.
final class Empty {
    private Empty() {
    }

    static Sheet say(Sheet sheet, String why) {
        sheet.xRange(0, 1, false);
        sheet.yRange(0, 1, false);
        return sheet.over(g -> Anchor.MIDDLE.write(g, "Nothing to draw: " + why + ".", sheet.getWidth() / 2.0, sheet.getHeight() / 2.0, Look.PLAIN, Tone.SOFT.light()));
    }
}
