package memorytax.knob;

import memorytax.measure.result.Contender;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Reading;
import memorytax.measure.result.Weighing;
import memorytax.measure.result.Weighings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Made-up weighings of 1,000 and 2,000 tasks, whose forks differ by a few bytes for each task.
public final class Weighed {
    /// What a fork's task costs more or less than that of the others.
    private static final int[] OFF = {-2, 0, 2, -1, 1};
    public static final String BASE = "virtual threads";

    private final List<Weighing> all = new ArrayList<>();
    private final int forks;
    private Outcome outcome = new Outcome.Weighed();
    private String version = "25";
    private boolean live = true;

    public Weighed(int forks) {
        this.forks = forks;
    }

    /// What follows was recorded.
    public Weighed recorded() {
        outcome = new Outcome.Recorded();
        return this;
    }

    /// What follows has that version of Java.
    public Weighed version(String version) {
        this.version = version;
        return this;
    }

    /// What follows does not tell what is live.
    public Weighed mute() {
        live = false;
        return this;
    }

    /// A contender whose task costs so many bytes, three quarters of them live, in a process of 40 MB.
    public Weighed with(String contender, int each) {
        return with(contender, each, 40_000_000);
    }

    /// The same in a process of another size.
    public Weighed with(String contender, int each, int empty) {
        for (int fork = 1; fork <= forks; fork++)
            for (int tasks : new int[]{1_000, 2_000}) point(contender, tasks, fork, each + OFF[fork - 1], empty);
        return this;
    }

    private void point(String contender, int tasks, int fork, int each, int empty) {
        long more = 300_000 + (long) each * tasks;
        all.add(new Weighing(new Contender(contender, "java", version), tasks, Map.of(), fork, reading(empty, 0),
            reading(empty + more, 500_000), live ? OptionalLong.of(2_000_000 + more * 3 / 4) : OptionalLong.empty(),
            OptionalLong.of(1), outcome));
    }

    private static Optional<Reading> reading(long resident, long above) {
        return Optional.of(new Reading(resident, OptionalLong.of(resident + above), 20, new Reading.Kernel(
            OptionalLong.of(resident / 100), true), 0, 0, OptionalLong.empty(), OptionalLong.of(resident - 9_000_000)));
    }

    public Weighings weighings() {
        return new Weighings("knobs", List.copyOf(all));
    }
}
