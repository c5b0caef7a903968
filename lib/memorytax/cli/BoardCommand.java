package memorytax.cli;

import memorytax.board.Board;
import memorytax.board.Packs;
import memorytax.file.OutputFolder;
import memorytax.measure.result.Counted;
import memorytax.page.BoardPage;
import memorytax.room.QrSquare;
import memorytax.session.ExitCode;
import memorytax.terminal.PassingLine;
import memorytax.terminal.TerminalScreen;
import memorytax.terminal.text.TerminalLines;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/// `./jbang board FOLDER|ZIP…`: the packs of many machines on one page. With `--serve` they are sent to it.
public final class BoardCommand {
    private BoardCommand() {
    }

    @Command(name = "board", customSynopsis = {"./jbang board [OPTION…] FOLDER|ZIP|https://…|s3://…",
        "       ./jbang board --serve [OPTION…]"}, sortOptions = false, usageHelpAutoWidth = true,
        optionListHeading = "%nOptions:%n", parameterListHeading = "%nWhat to show:%n",
        description = "Puts the packs of many machines on one page: out/board.html. ./jbang workbook --pack makes one.")
    private static final class Wanted {
        @Parameters(paramLabel = "FOLDER|ZIP|ADDRESS",
            description = "Packs, folders with packs, folders of results (out), rooms that a board has written "
                + "(out/board/room), folders of such rooms, and the addresses of packs and rooms.")
        List<String> places = List.of();
        @Mixin
        RoomOptions room = new RoomOptions();
        @Option(names = "--out", paramLabel = "DIR",
            description = "The folder for the page. Default: out, in the folder of the workbook.")
        Path out;
        @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help, and exit.")
        boolean help;
    }

    /// Does what `args` ask.
    ///
    /// @param qr what makes a QR code of a text
    /// @return 0 when all went well, 1 when a pack was refused, 2 when the words were wrong
    public static int run(Function<String, QrSquare> qr, String... args) {
        return Commands.guarded("board", () -> {
            var wanted = new Wanted();
            var command = new CommandLine(wanted);
            command.parseArgs(args);
            if (wanted.help) {
                command.usage(System.out);
                return ExitCode.GOOD;
            }
            if (wanted.room.serve) return serve(wanted, qr);
            if (!wanted.room.needsServe().isEmpty())
                throw new IllegalArgumentException(wanted.room.needsServe() + ": goes with --serve only");
            if (wanted.places.isEmpty()) throw new IllegalArgumentException(
                "name the packs, or a folder that has them: ./jbang board FOLDER");
            return run(wanted);
        });
    }

    private static int serve(Wanted wanted, Function<String, QrSquare> qr) {
        if (!wanted.places.isEmpty()) throw new IllegalArgumentException("--serve: it does not go with "
            + wanted.places.getFirst() + "; packs are sent to it, or lie in room, in the folder of --out");
        try (var screen = TerminalScreen.open()) {
            return new RoomCommand(wanted.room, OutputFolder.ready(OutputFolder.of(wanted.out), "--out"), qr, screen)
                .run();
        }
    }

    private static int run(Wanted wanted) {
        var out = OutputFolder.ready(OutputFolder.of(wanted.out), "--out");
        Board.load();
        Packs packs;
        try (var _ = PassingLine.say("reading the packs")) {
            packs = Packs.unpack(wanted.places, out.resolve("board"));
        }
        try (var screen = TerminalScreen.open()) {
            packs.refused().forEach(why -> screen.print(TerminalLines.plain(" ✗ " + why)));
            if (packs.isEmpty()) throw new IllegalArgumentException("there is no pack and no room in "
                + String.join(", ", wanted.places));
            Board board;
            try (var _ = PassingLine.say("asking what " + (packs.rooms().isEmpty() ? Counted.of(packs.seats(),
                "pack") : Counted.of(packs.rooms().size(), "room")) + " can tell")) {
                board = Board.of(packs, out.resolve("board"));
            }
            var page = new BoardPage(board, out).write();
            screen.print(TerminalLines.plain(" %s on one page. Written: %s, %s/ (%d CSV and Parquet files)".formatted(
                Counted.of(board.machines(), "machine"), OutputFolder.shown(page), OutputFolder.shown(out.resolve(
                "board")), 2 * Board.QUERIES.size())));
            return packs.refused().isEmpty() ? ExitCode.GOOD : ExitCode.FAILED;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
