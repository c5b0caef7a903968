package memorytax.claim;

import memorytax.measure.result.Chance;

/// What the lower and the upper end of a figure are. Three things that look alike and say very different things.
public enum Extent {
    /// Of an estimate: what as many other forks would say, 95 times in 100.
    INTERVAL("95 % interval"),
    /// The smallest and the largest of the forks.
    RANGE("range of the forks"),
    /// Between which a calculation says that it must lie.
    BOUNDS("bounds");

    private final String words;

    Extent(String words) {
        this.words = words;
    }

    /// Of what is made of both of them: the one that says less.
    Extent and(Extent other) {
        return compareTo(other) > 0 ? this : other;
    }

    /// How often chance alone would put so many forks wholly on the one side of a given figure, where the truth is that
    /// figure; 1 where one process stands alone.
    double luck(int forks) {
        return forks == 1 ? 1 : this == RANGE ? Chance.oneSide(Math.min(forks, 100)) : Chance.INTERVAL;
    }

    /// In a word that leaves room for figures: `95 %`, `range`, `bounds`.
    public String brief() {
        return this == INTERVAL ? "95 %" : words.replaceFirst(" .*", "");
    }

    @Override
    public String toString() {
        return words;
    }
}
