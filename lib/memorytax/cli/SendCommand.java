package memorytax.cli;

import memorytax.board.Pack;
import memorytax.file.OutputFolder;
import memorytax.room.RoomAddress;
import memorytax.room.SeatKey;
import memorytax.room.Sending;
import memorytax.session.ExitCode;
import memorytax.terminal.PassingLine;
import memorytax.terminal.TerminalScreen;
import memorytax.terminal.text.TerminalLines;

import java.nio.file.Path;

/// `./jbang workbook --send ADDRESS`: what this machine has measured, to the room of a workshop.
///
/// @param out has the key of this seat
record SendCommand(Path out, TerminalScreen screen) {
    int run(RoomAddress room, Pack pack) {
        var key = SeatKey.in(OutputFolder.ready(out, "--out"));
        String said;
        try (var _ = PassingLine.say("sending it to " + room.host())) {
            said = Sending.send(room, key, pack.zip());
        } catch (InterruptedException e) {
            return ExitCode.FAILED;
        }
        screen.print(TerminalLines.plain(" Sent to " + room + ": " + said));
        return ExitCode.GOOD;
    }
}
