package memorytax.page;

import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

import java.util.stream.IntStream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PageTableTest {
    @Test
    void figuresStandToTheRightAndContendersWearTheirColour() {
        var table = Table.create("Costs", StringColumn.create("contender", "goroutines (MemStats)", "somebody"),
            IntColumn.create("bytes", 1234567, 5), DoubleColumn.create("ratio", new Double[]{0.5199, null}),
            StringColumn.create("held", "537 B ± 3", ""), StringColumn.create("version", "25.0.3", "1.26.8"));
        assertEquals("""
            <table><caption><span>Costs</span></caption>
            <thead><tr><th scope="col">contender</th><th scope="col" class="n">bytes</th>\
            <th scope="col" class="n">ratio</th>\
            <th scope="col" class="n">held</th><th scope="col">version</th></tr></thead>
            <tbody>
            <tr><th scope="row" class="go">goroutines (MemStats)</th><td class="n">1,234,567</td>\
            <td class="n">0.520</td>\
            <td class="n">537 B ± 3</td><td>25.0.3</td></tr>
            <tr><th scope="row">somebody</th><td class="n">5</td><td class="n">–</td><td class="n">–</td>\
            <td>1.26.8</td></tr>
            </tbody></table>
            """, PageTable.html(table, new PageTerms()));
    }

    @Test
    void aLongTableSaysHowMuchOfItIsLeftOut() {
        var table = Table.create("n", IntColumn.create("i", IntStream.range(0, 1100).toArray()));
        var html = PageTable.html(table, new PageTerms());
        assertEquals(60, html.split("<tr>").length - 2);
        assertTrue(html.contains("and 1,040 more rows"), html);
    }
}
