package memorytax.service;

import memorytax.claim.Measured;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Weighings;

import java.util.List;
import java.util.Optional;

/// Other services than the reader's, by what was found for that one: what each architecture takes for any number of
/// tasks, depth and bytes held. Of garbage it knows nothing, because that is measured for one service alone. A page
/// does the same while its reader moves a slider, and `calculate.js` has the rule once more: a test holds the two
/// equal.
public record Calculator(Service service, Costs costs, Weighings held) {
    /// What a page lets its reader choose, and its limits.
    public static final List<Integer> TASKS = List.of(1, 10, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000,
        100_000, 200_000, 500_000, 1_000_000, 2_000_000, 5_000_000, 10_000_000);
    /// Frames on the stack of each task.
    public static final List<Integer> DEPTHS = List.of(0, 3, 10, 20, 30, 50, 70, 100, 150, 200, 300, 500, 700, 1_000);
    /// Bytes that each task holds.
    public static final List<Integer> HELD = List.of(0, 64, 256, 1 << 10, 2 << 10, 4 << 10, 8 << 10, 16 << 10, 32 << 10,
        64 << 10, 128 << 10, 256 << 10, 512 << 10, 1 << 20);
    /// Bytes that the service may take: from 16 MB to 16 TB, each twice the one before.
    public static final int LEAST_LIMIT = 24, MOST_LIMIT = 44;

    /// Tasks of other chapters, which a reader has asked for, are left out: nobody has weighed what they hold.
    public Calculator {
        costs = new Costs(costs.all().stream().filter(a -> !a.guest()).toList(), costs.waitsFor());
    }

    /// What a service takes that makes no garbage.
    public Estimates of(int tasks, int depth, int holding, double limit) {
        return Estimates.of(new Service(tasks, depth, holding, 0, limit, service.waitsFor()), costs, held);
    }

    /// The same service with another number of tasks, whatever it may take.
    public Estimates of(int tasks) {
        return of(tasks, service.depth(), service.holding(), Math.pow(2, MOST_LIMIT));
    }

    /// What one byte costs that a task holds; empty where nobody has weighed that.
    public Optional<Measured> heldByte(String runtime, Quantity quantity) {
        int most = held.by("holding").keySet().stream().mapToInt(bytes -> bytes).max().orElse(0);
        return most == 0 ? Optional.empty()
            : Estimates.held(held, runtime, quantity, most).map(bytes -> bytes.times(1.0 / most));
    }

    /// How many times as much as is live a heap takes at the most that holds such tasks.
    public double room(Costs.Architecture a, boolean holding) {
        return Math.max(a.room(), Estimates.room(held, a.contender().runtime(), holding ? 1 : 0));
    }
}
