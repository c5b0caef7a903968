package memorytax.room;

import memorytax.House;
import memorytax.board.Pack;
import memorytax.board.Packs;
import memorytax.board.SimulatedPacks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import static memorytax.room.ServedRoom.key;
import static memorytax.room.ServedRoom.pack;
import static memorytax.room.ServedRoom.says;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A folder is all that a room remembers.
class RoomTest {
    @TempDir
    private Path folder;

    @Test
    void aRoomThatIsOpenedAgainIsTheSame() throws IOException {
        String path;
        int port;
        try (var room = new ServedRoom(folder)) {
            path = room.path("");
            port = room.server.port();
            for (int i = 1; i <= 3; i++) room.put(key(i), pack(i));
        }
        try (var room = new ServedRoom(folder)) {
            assertEquals(List.of(), room.room.troubles());
            assertEquals(path, room.path(""));
            assertTrue(Files.readString(folder.resolve("room.csv")).matches("key,value\ncode,.{9}\nport,\\d+\n"));
            assertTrue(port > 0 && room.get(path).contains("3 seats"));
            says(200, "It replaces what seat 2 sent before.", room.put(key(2), pack(8)));
            says(200, "It is seat 4 of 4.", room.put(key(4), pack(4)));
        }
        assertEquals(4, Packs.unpack(List.of(folder.toString()), folder.resolve("board")).seats(), "a board reads the "
            + "same");
    }

    @Test
    void aDamagedFileIsNamedAndLeftOutUntilItsSeatSendsAgain() throws IOException {
        try (var room = new ServedRoom(folder)) {
            for (int i = 1; i <= 3; i++) room.put(key(i), pack(i));
        }
        var damaged = folder.resolve("0002-" + SeatKey.hash(key(2)) + ".zip");
        Files.write(damaged, Arrays.copyOf(pack(2), 900));
        Files.writeString(folder.resolve("of-a-stick.zip"), "no zip");
        try (var room = new ServedRoom(folder)) {
            var troubles = room.room.troubles();
            assertEquals(2, troubles.size(), troubles.toString());
            assertTrue(troubles.getFirst().contains(damaged.getFileName() + ": it is damaged")
                && troubles.getFirst().endsWith(". It is left out"), troubles.toString());
            says(200, "It replaces what seat 2 sent before.", room.put(key(3), pack(7)));
            says(200, "It is seat 2 of 3.", room.put(key(2), pack(2)));
            assertArrayEquals(pack(2), Files.readAllBytes(damaged));
        }
    }

    @Test
    void aDamagedCodeIsSaidAndAnotherOneIsMade() throws IOException {
        for (var text : List.of("", "key,value\ncode,ABC\n", "key,value\nport,80\n", "\u0000\u0001", "code")) {
            Files.writeString(folder.resolve("room.csv"), text);
            var room = Room.in(folder);
            assertTrue(room.troubles().toString().contains("room.csv is damaged"), text + room.troubles());
            assertEquals(9, room.code().text().length());
        }
        Files.write(folder.resolve("room.csv"), new byte[]{(byte) 0xff, (byte) 0xfe});
        assertEquals(1, Room.in(folder).troubles().size());
    }

    /// The processes of chapter 1 beside the same slopes make it no other machine: a board asks for none of them.
    @Test
    void whatABoardDoesNotAskForMakesNoOtherPack() throws Exception {
        try (var room = new ServedRoom(folder)) {
            var files = SimulatedPacks.of(1).files();
            files.put("chapter1/weighings.csv", House.read("data/recorded/chapter1/weighings.csv"));
            says(200, "It is seat 1 of 1.", room.put(key(1), pack(1)));
            says(200, "It is there already: seat 1 has sent the same pack.", room.put(key(2), new Pack(files).zip()));
        }
    }
}
