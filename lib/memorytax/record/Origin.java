package memorytax.record;

import memorytax.file.CsvRow;

import java.util.Locale;

/// Where the figures of a row come from, as the column `origin` says it.
enum Origin {
    /// Measured on this machine.
    HERE,
    /// Read from data/recorded.
    RECORDED;

    /// The column's name.
    static final String COLUMN = "origin";

    static Origin of(boolean here) {
        return here ? HERE : RECORDED;
    }

    boolean isOf(CsvRow row) {
        return row.text(COLUMN).equals(toString());
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
