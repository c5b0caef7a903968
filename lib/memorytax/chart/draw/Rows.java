package memorytax.chart.draw;

/// A sheet that can also say in rows what it shows.
public final class Rows extends LayeredChart implements Drawn {
    private final Drawing rows;

    /// @param height of the picture, in pixels
    /// @param rows   what is drawn in it
    public Rows(String caption, int height, Drawing rows) {
        super(caption, height);
        this.rows = rows;
    }

    @Override
    public Drawing drawing() {
        return rows;
    }
}
