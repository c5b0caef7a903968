package memorytax.measure.plan;

import memorytax.measure.result.Backpacks;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Counted;
import memorytax.measure.result.Reports;
import memorytax.measure.result.Watched;
import memorytax.measure.result.Weighing;
import memorytax.measure.result.Weighings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// A series that stands ready: its contenders, and all that decides which points it has.
///
/// @param sizes    numbers of tasks, ascending, for those that have none of their own
/// @param variants what the loads are told beside `tasks`, one after the other
/// @param prove    their tasks are ended as well, and have to end well
/// @param limit    in bytes, at which a process that is watched is ended
record RunPlan(Scale scale, List<Participant> participants, List<Integer> sizes, List<Map<String, String>> variants,
               int forks, boolean prove, long limit) {
    Weighings weigh() {
        var large = large();
        var all = new ArrayList<>(new WeighRunner(fitting(large), need(), scale.progress()).run());
        for (var one : absent()) all.addAll(standIn().weighings(first(one)));
        for (var one : participants) {
            if (!standIn().here(one.peer())) continue;
            if (one.sizes(sizes).isEmpty()) all.add(first(one).skipped("it is weighed with at most "
                + Counted.of(one.options().most(), "task")));
            else if (large.containsKey(one)) all.add(largest(one).skipped(large.get(one)));
        }
        all.sort(inTurn(Weighing::contender));
        return new Weighings(scale.step(), List.copyOf(all));
    }

    /// Those that a record stands in for. One that is listed twice, with different sizes, has one record.
    private List<Participant> absent() {
        var names = new HashSet<String>();
        return participants.stream().filter(r -> !standIn().here(r.peer()))
            .filter(r -> names.add(r.peer().contender().name())).toList();
    }

    /// Those that are expected to take more than can be had here, and why.
    private Map<Participant, String> large() {
        var large = new LinkedHashMap<Participant, String>();
        for (var one : participants) MemoryNeed.memory(one.options().takes()).ifPresent(why -> large.put(one, why));
        return large;
    }

    private List<Point> fitting(Map<Participant, String> large) {
        return points().stream().filter(p -> large.keySet().stream().noneMatch(r -> r.peer() == p.peer())).toList();
    }

    Reports reports() {
        return reports(new WatchRunner(points(), need(), scale.progress()).run().reports());
    }

    private Reports reports(List<Reports.Report> heard) {
        var all = new ArrayList<>(heard);
        for (var one : absent()) all.addAll(standIn().reports(one.peer()));
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
        large.forEach((one, why) -> {
            if (standIn().here(one.peer())) words.add(Reports.Report.none(one.peer().contender(), why));
        });
        for (var one : absent()) {
            traces.addAll(standIn().traces(one.peer()));
            words.addAll(standIn().reports(one.peer()));
        }
        words.sort(inTurn(Reports.Report::contender));
        return new Watched(scale.step(), List.copyOf(traces), new Reports(scale.step(), List.copyOf(words)));
    }

    /// As the series lists them, whoever came first with fewer tasks.
    private <T> Comparator<T> inTurn(Function<T, Contender> whose) {
        var order = participants.stream().map(r -> r.peer().contender().name()).toList();
        return Comparator.comparingInt(each -> order.indexOf(whose.apply(each).name()));
    }

    Backpacks parts() {
        return new PartsRunner(scale).of(participants, this::largest, standIn()::here, standIn()::why);
    }

    /// Fork by fork, within a fork size by size, within a size contender by contender.
    private List<Point> points() {
        var points = new ArrayList<Point>();
        for (int fork = 1; fork <= forks; fork++)
            for (int size : participants.stream().flatMap(r -> r.sizes(sizes).stream()).sorted().distinct().toList())
                for (var with : variants)
                    for (var one : participants)
                        if (one.sizes(sizes).contains(size) && one.options().take(with)
                            && standIn().here(one.peer()))
                            points.add(point(one, size, with, fork));
        return points;
    }

    private Point largest(Participant one) {
        var its = one.sizes(sizes);
        return point(one, its.isEmpty() ? one.options().most() : its.getLast(), variants.getLast(), 1);
    }

    private Point first(Participant one) {
        return point(one, sizes.getFirst(), variants.getFirst(), 1);
    }

    private Point point(Participant one, int tasks, Map<String, String> with, int fork) {
        return new Point(one.peer(), tasks, Map.copyOf(with), fork, prove,
            new WatchOptions(limit, one.options().probe()), Point.patience(tasks));
    }

    private MemoryNeed need() {
        return new MemoryNeed(scale.archive(), scale.step());
    }

    private RecordedFallback standIn() {
        return new RecordedFallback(scale);
    }
}
