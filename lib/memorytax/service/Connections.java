package memorytax.service;

import memorytax.claim.Measured;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Weighing;
import memorytax.measure.result.Weighings;
import memorytax.record.Results;
import memorytax.service.Costs.Architecture;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What chapter 9 has found of quiet clients, and what follows for tasks that are connections: one costs as much as a
/// quiet client whose thread waits in `read`, and deeper down as much more as chapter 2 has found for a task.
///
/// @param quiet  the servers that were weighed
/// @param socket bytes that the kernel charges for a socket, beside the process; 0 where nobody knows it
record Connections(Weighings quiet, Measured socket) {
    /// Architecture -> the server of chapter 9 that has as little as that for a client.
    private static final Map<String, String> SERVERS = Map.of(Costs.VIRTUAL, "virtual threads (warmed)", Costs.PLATFORM,
        "platform threads (plain read)", Costs.CALLBACKS, Costs.SELECTOR, Costs.GO, "goroutines (plain read)",
        Costs.PYTHON, "asyncio streams");

    /// By the reader's chapter, or ours.
    static Connections of(Results results) {
        var quiet = results.of(9, "quiet", SERVERS.values().stream().sorted().toArray(String[]::new));
        return new Connections(quiet, Measured.extra(Measured.task(quiet, Costs.SELECTOR, Quantity.CHARGED),
            Measured.task(quiet, Costs.SELECTOR)).map(m -> m.atLeast(0)).orElse(new Measured(0, 0, 0, true)));
    }

    /// The same architectures with a client for each task; those of which no server was weighed are left out.
    List<Architecture> each(List<Architecture> tasks) {
        return tasks.stream().flatMap(a -> of(a).stream()).toList();
    }

    private Optional<Architecture> of(Architecture task) {
        var server = SERVERS.get(task.name());
        var slope = quiet.slope(server);
        var charged = quiet.slope(server, Quantity.CHARGED).filter(_ -> task.name().equals(Costs.PLATFORM));
        var empty = Measured.empty(quiet, server);
        if (slope.isEmpty() || empty.isEmpty()) return Optional.empty();
        // a thread's stack in the kernel is the task's; its socket is counted for itself
        var client = charged.map(c -> Measured.of(c).less(socket.value())).orElse(Measured.of(slope.get()));
        var name = task.name().equals(Costs.CALLBACKS) ? Costs.SELECTOR : task.name();
        return Optional.of(new Architecture(new Contender(name, task.contender().runtime(),
            task.contender().version()), empty.get(), Costs.start(List.of(slope.get())), task.task().from(client),
            task.live().flatMap(l -> Measured.task(quiet, server, Quantity.LIVE).map(m -> l.from(m))),
            most(server), task.stacked(), socket));
    }

    private int most(String server) {
        return quiet.all().stream().filter(w -> w.contender().name().equals(server)).mapToInt(Weighing::tasks).max()
            .orElse(0);
    }
}
