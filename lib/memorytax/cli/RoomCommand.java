package memorytax.cli;

import memorytax.board.Board;
import memorytax.board.Packs;
import memorytax.file.OutputFolder;
import memorytax.measure.result.Counted;
import memorytax.page.BoardPage;
import memorytax.page.RoomPage;
import memorytax.room.OwnAddresses;
import memorytax.room.QrSquare;
import memorytax.room.Room;
import memorytax.room.RoomServer;
import memorytax.session.ExitCode;
import memorytax.terminal.PassingLine;
import memorytax.terminal.TerminalScreen;
import memorytax.terminal.text.TerminalLines;
import org.jline.utils.AttributedStyle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/// `./jbang board --serve`: collects the packs of a room until Ctrl-C.
///
/// @param out for the page and the tables; `room` in it has what was received
/// @param qr  what makes a QR code of a text
record RoomCommand(RoomOptions wanted, Path out, Function<String, QrSquare> qr, TerminalScreen screen) {
    /// The folder with what was received, and the port where there was none before.
    private static final String FOLDER = "room";
    private static final int PORT = 8080;
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final AttributedStyle INK = AttributedStyle.DEFAULT.foreground(AttributedStyle.BLACK)
        .background(AttributedStyle.BRIGHT | AttributedStyle.WHITE);
    /// Lines that are shown below the QR code.
    private static final int LINES = 7;

    int run() {
        var room = Room.in(OutputFolder.ready(out.resolve(FOLDER), "--out"));
        try (var server = served(room)) {
            room.isServedAt(server.port());
            var addresses = wanted.room ? OwnAddresses.all() : List.<InetAddress>of();
            var address = address(room, addresses.isEmpty() ? LOOPBACK : addresses.getFirst(), server.port());
            var send = "./jbang workbook --send " + address;
            try (var _ = PassingLine.say(room.seats() == 0 ? "" : "asking " + Counted.of(room.seats(), "pack"))) {
                var square = qr.apply(address + "/").svg("QR code of this page");
                server.begin(seats -> new RoomPage(room.code().text(), send, square, wanted.room, seats,
                    board(room)).html());
            }
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(room, server)));
            opening(room, address, send, server.port(), addresses);
            new CountDownLatch(1).await();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            // it is over
        }
        return ExitCode.GOOD;
    }

    /// As it is asked for, as it was before, or as there is one.
    private RoomServer served(Room room) throws IOException {
        try {
            return at(Optional.ofNullable(wanted.port).orElse(room.port().orElse(PORT)), room);
        } catch (IOException e) {
            if (wanted.port != null)
                throw new IllegalArgumentException("--port: %d cannot be used here (%s); name another one".formatted(
                    wanted.port, e.getMessage()));
            if (room.port().isPresent())
                throw new IllegalStateException(("port %d, where this room was before, cannot be used (%s). Is it "
                    + "served already? --port N takes another one").formatted(room.port().getAsInt(), e.getMessage()));
            return at(0, room);
        }
    }

    private RoomServer at(int port, Room room) throws IOException {
        var place = wanted.room ? new InetSocketAddress(port) : new InetSocketAddress(LOOPBACK, port);
        return RoomServer.at(place, room, this::say);
    }

    private static String address(Room room, InetAddress host, int port) {
        return "http://" + OwnAddresses.host(host, port) + "/" + room.code().text();
    }

    /// As `./jbang board` makes it of the same folder, also as a file; empty where there is no pack.
    private Optional<BoardPage> board(Room room) {
        var packs = Packs.unpack(List.of(room.folder().toString()), out.resolve("board"));
        if (packs.isEmpty()) return Optional.empty();
        try {
            var page = new BoardPage(Board.of(packs, out.resolve("board")), out);
            page.write();
            return Optional.of(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void opening(Room room, String address, String send, int port, List<InetAddress> addresses) {
        room.troubles().forEach(why -> say("✗ " + why));
        if (wanted.room) square(address);
        say("The room is at " + address + "/  (Ctrl-C ends it)");
        addresses.stream().skip(1).limit(2).forEach(other -> say("    also at " + address(room, other, port) + "/"));
        if (!wanted.room) say("Only this machine can reach it. --room lets the others of the network in.");
        else if (addresses.isEmpty()) say("✗ This machine has no network, so no other can reach it.");
        say("A seat types:  " + send);
        if (room.seats() > 0) say(Counted.of(room.seats(), "seat") + " so far");
    }

    /// On a terminal that is large enough, and has the signs and the colours, as large as it has to be.
    private void square(String address) {
        var drawn = screen.written(TerminalLines.of("▀█▄", INK));
        if (!screen.redraws() || !drawn.contains("▀█▄") || drawn.equals("▀█▄")) return; // without colours, who knows
        var lines = qr.apply(address + "/").blocks();
        if (lines.getFirst().length() >= screen.width() || lines.size() + LINES > screen.height()) return;
        screen.print(lines.stream().map(line -> TerminalLines.join(" ", TerminalLines.of(line, INK))).toList());
    }

    private synchronized void say(String line) {
        screen.print(TerminalLines.plain(" " + line));
    }

    /// Past the screen, which shows nothing any more after Ctrl-C.
    private void end(Room room, RoomServer server) {
        server.close();
        var page = room.seats() == 0 ? "" : ", the page is " + OutputFolder.shown(out.resolve(BoardPage.FILE));
        System.out.println(" To go on with this room: ./jbang board --serve" + (wanted.room ? " --room" : ""));
        System.out.println(" The packs of %s are in %s%s.".formatted(Counted.of(room.seats(), "seat"),
            OutputFolder.shown(room.folder()), page));
        System.out.flush();
    }
}
