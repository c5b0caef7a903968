package memorytax.service;

import memorytax.claim.Measured;
import memorytax.measure.process.Guest;
import memorytax.measure.process.Guests;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Weighings;
import memorytax.record.Results;
import memorytax.service.Costs.Architecture;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What chapter 11 has found of tasks in other languages: the empty process and one more task in its cell `field`, and
/// in its cell `deeper` what a task costs more that waits deeper down.
///
/// @param results the reader's, or ours
record FieldCosts(Results results) {
    /// Those of which that chapter knows enough.
    List<Architecture> of(Guests guests) {
        return guests.all().stream().flatMap(guest -> of(guest).stream()).toList();
    }

    /// Only of a JVM it is said how small its heap may be, so what is live counts there and nowhere else.
    private Optional<Architecture> of(Guest guest) {
        var field = results.of(Guest.CHAPTER, Guest.FIELD, guest.contender());
        var quantity = paid(field, guest);
        var slope = field.slope(guest.contender(), quantity);
        var empty = Measured.empty(field, guest.contender());
        if (slope.isEmpty() || empty.isEmpty()) return Optional.empty();
        var known = field.contenders().getFirst();
        var deeper = results.of(Guest.CHAPTER, Guest.DEEPER, guest.deep());
        var live = field.slope(guest.contender(), Quantity.LIVE).filter(_ -> guest == Guest.KOTLIN);
        return Optional.of(new Architecture(new Contender(guest.load(), known.runtime(), known.version()), empty.get(),
            Costs.start(List.of(slope.get())), curve(Measured.of(slope.get()), deeper, guest, quantity),
            live.map(s -> curve(Measured.of(s), deeper, guest, Quantity.LIVE)), field.sizes().getLast(), true));
    }

    /// As of platform threads: the kernel holds pages for the stacks of fibers, which a container's limit counts, too.
    private static Quantity paid(Weighings field, Guest guest) {
        boolean known = field.slope(guest.contender(), Quantity.CHARGED).isPresent();
        return guest == Guest.RUBY && known ? Quantity.CHARGED : Quantity.RESIDENT;
    }

    /// The tasks of the two cells are started in different ways, so only what the depth adds is taken from the second.
    private static Curve curve(Measured top, Weighings deeper, Guest guest, Quantity quantity) {
        var slopes = Costs.byDepth(deeper, guest.deep(), quantity);
        if (!slopes.containsKey(0)) return Curve.of(new TreeMap<>(Map.of(0, top)), false);
        var points = new TreeMap<Integer, Measured>();
        slopes.forEach((depth, slope) -> points.put(depth, Measured.of(slope)));
        return new Curve(points, false).from(top);
    }
}
