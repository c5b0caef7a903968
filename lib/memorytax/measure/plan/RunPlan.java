package memorytax.measure.plan;

import memorytax.measure.result.Backpacks;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Reports;
import memorytax.measure.result.Watched;
import memorytax.measure.result.Weighing;
import memorytax.measure.result.Weighings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// A series that stands ready: its contenders, and all that decides which points it has.
///
/// @param sizes    numbers of tasks, ascending, for those that have none of their own
/// @param variants what the loads are told beside `tasks`, one after the other
/// @param unload   their tasks are ended as well
/// @param prove    the same, and have to end well
/// @param limit    in bytes, at which a process that is watched is ended
record RunPlan(Scale scale, List<Rival> rivals, List<Integer> sizes, List<Map<String, String>> variants, int forks,
              boolean unload, boolean prove, long limit) {
    Weighings weigh() {
        var large = large();
        var all = new ArrayList<>(new WeighRunner(fitting(large), need(), scale.progress()).run());
        for (var rival : absent()) all.addAll(standIn().weighings(first(rival)));
        for (var rival : rivals) {
            if (!standIn().here(rival.peer())) continue;
            if (rival.sizes(sizes).isEmpty()) all.add(first(rival).skipped(String.format(Locale.ROOT,
                "it is weighed with no more than %,d tasks", rival.terms().most())));
            else if (large.containsKey(rival)) all.add(largest(rival).skipped(large.get(rival)));
        }
        all.sort(inTurn(Weighing::contender));
        return new Weighings(scale.step(), List.copyOf(all));
    }

    /// Those that a record stands in for. One that is listed twice, with different sizes, has one record.
    private List<Rival> absent() {
        var names = new HashSet<String>();
        return rivals.stream().filter(r -> !standIn().here(r.peer()))
            .filter(r -> names.add(r.peer().contender().name())).toList();
    }

    /// Those that are expected to take more than can be had here, and why.
    private Map<Rival, String> large() {
        var large = new LinkedHashMap<Rival, String>();
        for (var rival : rivals) MemoryNeed.memory(rival.terms().takes()).ifPresent(why -> large.put(rival, why));
        return large;
    }

    private List<Point> fitting(Map<Rival, String> large) {
        return points().stream().filter(p -> large.keySet().stream().noneMatch(r -> r.peer() == p.peer())).toList();
    }

    Reports reports() {
        return reports(new WatchRunner(points(), need(), scale.progress()).run().reports());
    }

    private Reports reports(List<Reports.Report> heard) {
        var all = new ArrayList<>(heard);
        for (var rival : absent()) all.addAll(standIn().reports(rival.peer()));
        all.sort(inTurn(Reports.Report::contender));
        return new Reports(scale.step(), List.copyOf(all));
    }

    Reports idle(int seconds) {
        return reports(new IdleRunner(points(), need(), scale.progress(), seconds).run());
    }

    Watched watch() {
        var large = large();
        var hearing = new WatchRunner(fitting(large), need(), scale.progress()).run();
        var traces = new ArrayList<>(hearing.traces());
        var words = new ArrayList<>(hearing.heard());
        large.forEach((rival, why) -> {
            if (standIn().here(rival.peer())) words.add(Reports.Report.none(rival.peer().contender(), why));
        });
        for (var rival : absent()) {
            traces.addAll(standIn().traces(rival.peer()));
            words.addAll(standIn().reports(rival.peer()));
        }
        words.sort(inTurn(Reports.Report::contender));
        return new Watched(scale.step(), List.copyOf(traces), new Reports(scale.step(), List.copyOf(words)));
    }

    /// As the series lists them, whoever came first with fewer tasks.
    private <T> Comparator<T> inTurn(Function<T, Contender> whose) {
        var order = rivals.stream().map(r -> r.peer().contender().name()).toList();
        return Comparator.comparingInt(each -> order.indexOf(whose.apply(each).name()));
    }

    Backpacks parts() {
        return new Dissection(scale).of(rivals, this::largest, standIn()::here, standIn()::why);
    }

    /// Fork by fork, within a fork size by size, within a size contender by contender.
    private List<Point> points() {
        var points = new ArrayList<Point>();
        for (int fork = 1; fork <= forks; fork++)
            for (int size : rivals.stream().flatMap(r -> r.sizes(sizes).stream()).sorted().distinct().toList())
                for (var with : variants)
                    for (var rival : rivals)
                        if (rival.sizes(sizes).contains(size) && rival.terms().take(with)
                            && standIn().here(rival.peer()))
                            points.add(point(rival, size, with, fork));
        return points;
    }

    private Point largest(Rival rival) {
        var its = rival.sizes(sizes);
        return point(rival, its.isEmpty() ? rival.terms().most() : its.getLast(), variants.getLast(), 1);
    }

    private Point first(Rival rival) {
        return point(rival, sizes.getFirst(), variants.getFirst(), 1);
    }

    private Point point(Rival rival, int tasks, Map<String, String> with, int fork) {
        return new Point(rival.peer(), tasks, Map.copyOf(with), fork, unload, prove,
            new WatchOptions(limit, rival.terms().look()), Point.patience(tasks));
    }

    private MemoryNeed need() {
        return new MemoryNeed(scale.archive(), scale.step());
    }

    private RecordedFallback standIn() {
        return new RecordedFallback(scale);
    }
}
