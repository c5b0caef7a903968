package memorytax.page;

import memorytax.workshop.Activity;
import memorytax.workshop.Timetable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// The timetable of a workshop on a page: a row for each activity, below the chapter that it belongs to.
final class PlanTable {
    private PlanTable() {
    }

    /// @param titles of the chapters, by their numbers
    static String html(Timetable plan, IntFunction<String> titles) {
        var rows = new ArrayList<String>();
        int chapter = 0;
        for (int i = 0; i < plan.activities().size(); i++) {
            var row = plan.activities().get(i);
            if (row.chapter() > 0 && row.chapter() != chapter) rows.add("""
                <tr class="chapter"><th scope="rowgroup" colspan="4"><a href="#chapter%d">%s</a></th></tr>"""
                .formatted(row.chapter(), PageText.escape(titles.apply(row.chapter()))));
            chapter = row.chapter();
            rows.add(row(plan.start(i), row));
        }
        return """
            <table class="timetable"><thead><tr><th scope="col" class="n">start</th>\
            <th scope="col" class="n">minutes</th><th scope="col">what</th><td></td></tr></thead>
            <tbody>
            %s
            <tr><td class="n">%s</td><td></td><th scope="row">end</th><td></td></tr>
            </tbody></table>
            """.formatted(String.join("\n", rows), Timetable.clock(plan.minutes()));
    }

    private static String row(int start, Activity row) {
        return """
            <tr><td class="n">%s</td><td class="n">%d</td><th scope="row">%s</th><td>%s</td></tr>""".formatted(
            Timetable.clock(start), row.minutes(), row.kind(), PageText.inline(row.what()));
    }
}
