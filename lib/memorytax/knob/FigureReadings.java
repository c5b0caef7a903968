package memorytax.knob;

import memorytax.measure.result.Contender;
import memorytax.measure.result.PerTask;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Weighing;
import memorytax.measure.result.Weighings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Every way to read what was weighed of one kind of task. Each series stands for itself: two settings that were not
/// weighed together say nothing of what both of them would do.
final class FigureReadings {
    private final Figure figure;
    private final List<FigureReading> all = new ArrayList<>();
    private final List<Setting> settings = new ArrayList<>();

    /// @param read of the processes, by how
    private record Setting(FigureReading read, Contender contender, String flags) {
    }

    FigureReadings(Figure figure, List<Weighings> measured) {
        this.figure = figure;
        for (var series : measured) series.variants().values().forEach(this::add);
    }

    private void add(Weighings variant) {
        for (var contender : variant.contenders())
            if (Contender.kind(contender.name()).equals(figure.kind().contender()))
                ways(variant, contender).forEach(how -> add(variant, contender, how));
    }

    private void add(Weighings variant, Contender contender, PerTask how) {
        var measured = how.of(variant, contender);
        var points = variant.all().stream().filter(w -> w.contender().name().equals(contender.name())).toList();
        var params = points.stream().findFirst().map(Weighing::params).orElse(Map.of());
        var flags = points.stream().map(Weighing::flags).distinct().collect(Collectors.joining(" "));
        measured.or(() -> how.calculated(variant, contender)).ifPresent(bytes -> {
            var reading = new FigureReading(changed(contender, params), how, bytes, variant.here(contender),
                measured.isEmpty(), figure.perTask());
            all.add(reading);
            settings.add(new Setting(reading, contender, flags));
        });
    }

    /// What tells it from a task as it comes. A parameter that is zero changes nothing.
    private static String changed(Contender contender, Map<String, String> params) {
        var trait = Contender.isVariant(contender.name())
            ? Stream.of(Contender.trait(contender.name()).replace(") (", "; ")) : Stream.<String>empty();
        return Stream.concat(trait, params.entrySet().stream().filter(e -> !e.getValue().equals("0"))
            .sorted(Map.Entry.comparingByKey()).map(e -> e.getKey() + " " + e.getValue()))
            .collect(Collectors.joining("; "));
    }

    private List<PerTask> ways(Weighings variant, Contender contender) {
        var quantities = Arrays.stream(Quantity.values()).filter(this::counts).toList();
        var ways = new ArrayList<PerTask>();
        if (!figure.together()) quantities.stream().filter(q -> q != Quantity.TOTAL).map(PerTask::slope)
            .forEach(ways::add);
        var sizes = figure.tasks().isPresent() ? IntStream.of(figure.tasks().getAsInt())
            : variant.of(contender, Quantity.TOTAL).stream().mapToInt(Weighing::tasks).distinct().sorted();
        sizes.forEach(n -> quantities.stream().filter(this::divides).map(q -> PerTask.divided(q, n))
            .forEach(ways::add));
        return ways;
    }

    /// Whether the text leaves it open. Who says RSS may mean that of the whole process.
    private boolean counts(Quantity quantity) {
        if (figure.quantity().isEmpty())
            return quantity != Quantity.RESERVED || figure.kind() == TaskKind.PLATFORM_THREAD;
        var named = figure.quantity().get();
        return quantity == named || named == Quantity.RESIDENT && quantity == Quantity.TOTAL;
    }

    /// Whether people divide it by their tasks: the whole process and what it has grown by, and what else they name.
    private boolean divides(Quantity quantity) {
        return figure.together() || quantity == Quantity.TOTAL || quantity == Quantity.RESIDENT
            || figure.quantity().isPresent();
    }

    /// All of them.
    List<FigureReading> all() {
        return List.copyOf(all);
    }

    /// The task as it comes, and what one more of it occupies.
    Optional<FigureReading> plain(List<Weighings> measured) {
        return measured.stream().flatMap(series -> new FigureReadings(bare(), List.of(series)).all.stream())
            .filter(FigureReading::plain).findFirst();
    }

    private Figure bare() {
        return new Figure(figure.text(), figure.perTask(), false, figure.kind(), figure.tasks(), Optional.empty(),
            List.of(), List.of());
    }

    /// Those with a setting that the text names.
    List<FigureReading> with(String named) {
        var words = new NamedSetting(named);
        return settings.stream().filter(s -> words.fits(s.contender, s.read.changed(), s.flags)).map(Setting::read)
            .toList();
    }
}
