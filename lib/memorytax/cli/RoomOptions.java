package memorytax.cli;

import picocli.CommandLine.Option;

/// The options for who collects the packs of a room.
final class RoomOptions {
    @Option(names = "--serve", description = "Collect packs: ./jbang workbook --send sends them to the address that is "
        + "shown, and the page there fills in as they arrive. They are kept in out/room.")
    boolean serve;
    @Option(names = "--room", description = "With --serve: for all machines of the network. Without it, no other "
        + "machine can reach the address.")
    boolean room;
    @Option(names = "--port", paramLabel = "N", converter = WorkshopOptions.Port.class,
        description = "With --serve: the port. Default: the one of the last time, else 8080.")
    Integer port;

    /// The one that is given and needs --serve; empty where none is.
    String needsServe() {
        return room ? "--room" : port != null ? "--port" : "";
    }
}
