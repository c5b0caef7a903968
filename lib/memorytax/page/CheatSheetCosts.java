package memorytax.page;

import memorytax.claim.Measured;
import memorytax.measure.result.Bytes;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Weighings;
import memorytax.record.Earlier;
import memorytax.record.Machine;
import memorytax.record.Recorded;
import memorytax.record.Results;
import memorytax.service.Costs;
import memorytax.service.Curve;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What one more task costs by the depth at which it waits, as chapter 2 has weighed it: on this machine, where the
/// reader has done so, else in our recorded run.
final class CheatSheetCosts {
    /// Where they were weighed.
    static final String CHAPTER = "chapter2", STEP = "weighed";
    private static final List<Integer> DEPTHS = List.of(0, 10, 30, 100);
    private static final Map<String, String> NAMES = names();

    /// One contender's row.
    private record Row(String name, Weighings weighed) {
        boolean here() {
            return weighed.here(name);
        }

        Optional<Curve> curve(Quantity quantity) {
            var points = new TreeMap<Integer, Measured>();
            weighed.slopesBy("depth", quantity).forEach((depth, slopes) ->
                slopes.forEach(slope -> points.put(depth, Measured.of(slope))));
            return points.isEmpty() ? Optional.empty() : Optional.of(new Curve(points, name.equals(Costs.GO)));
        }

        /// `1.1 KB`; `≈ 1.4 KB` between two depths that were weighed; a dash beyond them.
        String at(int depth, Quantity quantity) {
            return curve(quantity).filter(curve -> curve.reaches(depth)).map(curve ->
                (curve.points().containsKey(depth) ? "" : "≈ ") + Bytes.of(curve.at(depth).value())).orElse("–");
        }
    }

    private CheatSheetCosts() {
    }

    private static Map<String, String> names() {
        var names = new LinkedHashMap<String, String>();
        names.put(Costs.VIRTUAL, "virtual thread");
        names.put(Costs.PLATFORM, "platform thread");
        names.put(Costs.GO, "goroutine");
        names.put(Costs.PYTHON, "asyncio task");
        return names;
    }

    /// @param out  where the reader's results are
    /// @param link HTML that leads to the cell that weighs them
    static String html(Path out, String link) {
        var machine = new Machine(new Earlier(out.resolve(CHAPTER)).machine());
        var results = new Results(out, machine, false);
        var rows = NAMES.keySet().stream().map(name -> new Row(name, results.of(2, STEP, name))).toList();
        return """
            <section id="costs"><h2>One more task that waits</h2>
            <table><thead><tr><td></td><th scope="col" class="n">at the top</th>%s</tr></thead>
            <tbody>
            %s
            </tbody></table>
            <p class="cap">Resident memory, and below it what is live after a full collection. %s%s %s</p></section>
            """.formatted(DEPTHS.stream().skip(1).map("<th scope=\"col\" class=\"n\">%d frames</th>"::formatted)
                .collect(Collectors.joining()), rows.stream().map(CheatSheetCosts::row)
                .collect(Collectors.joining("\n")), kernel(rows), from(rows, machine), link);
    }

    private static String row(Row row) {
        return "<tr><th scope=\"row\" class=\"%s\">%s%s</th>%s</tr>".formatted(PageHue.ofName(row.name()),
            NAMES.get(row.name()), row.here() ? "" : "<br><span class=\"tag\">recorded</span>",
            DEPTHS.stream().map(depth -> "<td class=\"n\">%s<br><small>%s</small></td>".formatted(
                PageText.bound(row.at(depth, Quantity.RESIDENT)), PageText.bound(row.at(depth, Quantity.LIVE))))
                .collect(Collectors.joining()));
    }

    /// What a container's limit counts besides, where it was counted.
    private static String kernel(List<Row> rows) {
        var charged = rows.get(1).curve(Quantity.CHARGED);
        var resident = rows.get(1).curve(Quantity.RESIDENT);
        if (charged.isEmpty() || resident.isEmpty() || !charged.get().reaches(0)) return "";
        return "A container also counts the stack of a platform thread in the kernel, %s. ".formatted(
            PageText.bound(Bytes.of(charged.get().at(0).value() - resident.get().at(0).value())));
    }

    private static String from(List<Row> rows, Machine machine) {
        var here = rows.stream().filter(Row::here).count();
        var words = here == 0 ? "" : "Measured on " + machine.hardware() + " · " + machine.software() + ". ";
        if (here == rows.size()) return PageText.escape(words);
        var recorded = new Machine(new Recorded(CHAPTER, true).machine());
        return PageText.escape(words + "Recorded on " + recorded.hardware() + " · " + recorded.software() + ". ");
    }
}
