package memorytax.measure.result;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What one task of each contender carries.
///
/// @param step     the cell that took them apart
/// @param recorded names of those that were not measured here
/// @param remarks  who could not be taken apart, and why, a sentence each
public record Backpacks(String step, List<Parts> all, Set<String> recorded, List<String> remarks)
    implements Findings {
    @Override
    public List<Contender> contenders() {
        return all.stream().map(Parts::contender).toList();
    }

    @Override
    public int forks(Contender contender) {
        return 0;
    }

    /// Whether this one was taken apart on this machine.
    @Override
    public boolean here(String contender) {
        return !recorded.contains(contender);
    }

    /// One part of one contender's task, in bytes: `part("goroutines", "stack")`; empty when it is not there.
    public Optional<Double> part(String contender, String name) {
        return of(contender).map(p -> p.bytes().get(name));
    }

    /// A contender's task.
    public Optional<Parts> of(String contender) {
        return all.stream().filter(p -> p.contender().name().equals(contender)).findFirst();
    }

    /// Each task with its parts, then the remarks.
    @Override
    public String toString() {
        return Stream.concat(all.stream().map(Parts::toString), remarks.stream()).collect(Collectors.joining("\n"));
    }
}
