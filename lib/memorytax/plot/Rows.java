package memorytax.plot;

/// A sheet that can also say in rows what it shows.
final class Rows extends Sheet implements Drawn {
    private final Drawing rows;

    Rows(String caption, int height, Drawing rows) {
        super(caption, height);
        this.rows = rows;
    }

    @Override
    public Drawing drawing() {
        return rows;
    }
}
