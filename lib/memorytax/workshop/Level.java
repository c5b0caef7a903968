package memorytax.workshop;

import java.util.Locale;

/// How hard an exercise is, as its heading says: `Easier: …`, `Harder: …`; every other one is in between.
public enum Level {
    EASIER(6), EXERCISE(12), HARDER(18);

    private final int minutes;

    Level(int minutes) {
        this.minutes = minutes;
    }

    static Level of(String heading) {
        return heading.startsWith("Easier:") ? EASIER : heading.startsWith("Harder:") ? HARDER : EXERCISE;
    }

    /// How long a room needs for it, with a first look at the solution. A choice of ours: half as long for an easier
    /// one, and half as long again for a harder one.
    public int minutes() {
        return minutes;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
