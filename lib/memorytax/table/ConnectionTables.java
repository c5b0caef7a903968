package memorytax.table;

import memorytax.claim.Measured;
import memorytax.claim.Published;
import memorytax.measure.result.Bytes;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Reported;
import memorytax.measure.result.Reports;
import memorytax.measure.result.Weighings;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

import java.util.List;
import java.util.Optional;

/// Tables of what a connection costs.
public final class ConnectionTables {
    private ConnectionTables() {
    }

    /// What the kernel charges to a server for one more client, beside the records of a socket that were counted.
    ///
    /// @param server  among the contenders of `weighed`
    /// @param sockets of which `kernel` has told the records, `together`
    public static Table kernel(Weighings weighed, String server, Reports kernel, String sockets) {
        var table = Table.create("What the kernel keeps for one quiet client", StringColumn.create("counted by"),
            StringColumn.create("bytes"));
        row(table, "charged to the process of " + server, Measured.extra(
            Measured.task(weighed, server, Quantity.CHARGED), Measured.task(weighed, server)));
        row(table, "records in slabs, for one socket", Measured.median(kernel, sockets, "together", "bytes"));
        return table;
    }

    /// How large each server was at some moments, by the median of its forks.
    ///
    /// @param moments names of marks at which a process was weighed
    public static Table moments(Reported told, List<String> moments) {
        var table = Table.create("Resident memory of the server's process at each moment.",
            StringColumn.create("contender"));
        for (var moment : moments) table.addColumns(StringColumn.create(moment));
        for (var contender : told.reports().contenders()) {
            table.stringColumn(0).append(contender.name());
            for (var moment : moments) table.stringColumn(moment).append(Measured.median(told, contender.name(), moment,
                "taken_bytes").map(m -> Bytes.of(m.value())).orElse("–"));
        }
        return table;
    }

    /// What public experiments found for one connection, above what was weighed here.
    public static Table published(Weighings weighed, String... servers) {
        var table = Table.create("One quiet client: published, and weighed. Published: the memory that was counted, "
            + "divided by the clients.", StringColumn.create("server"), StringColumn.create("clients"),
            StringColumn.create("by"), StringColumn.create("bytes for one"));
        for (var share : Published.shares("connections"))
            append(table, share.kind().replaceAll(".*\\(|\\)", ""), Tables.number(share.together()), share.by(),
                Bytes.exact(share.bytes()));
        for (var server : servers) Measured.task(weighed, server).ifPresent(m -> append(table, server, "the slope",
            m.here() ? "this machine" : "our recorded run", Bytes.exact(m.value())));
        return table;
    }

    private static void append(Table table, String... cells) {
        for (int i = 0; i < cells.length; i++) table.stringColumn(i).append(cells[i]);
    }

    private static void row(Table table, String by, Optional<Measured> bytes) {
        table.stringColumn(0).append(by);
        table.stringColumn(1).append(bytes.map(m -> Bytes.exact(m.value()) + (m.here() ? "" : ", recorded"))
            .orElse("–"));
    }
}
