package memorytax.measure.result;

import java.util.List;

/// What processes have reported of their own work. What the reports are about, a type of its own says, and so how they
/// are shown; [Reports] themselves are about anything.
public interface Reported extends Findings {
    /// All of them, whatever they are about.
    Reports reports();

    /// What was reported by processes with so many tasks.
    default Reports with(int tasks) {
        return reports().with(tasks);
    }

    /// What went wrong, and what is recorded beside others that are not, a sentence for each contender.
    default List<String> remarks() {
        return reports().remarks();
    }

    @Override
    default List<Contender> contenders() {
        return reports().contenders();
    }

    @Override
    default boolean here(String contender) {
        return reports().here(contender);
    }

    @Override
    default int forks(Contender contender) {
        return reports().forks(contender);
    }
}
