package memorytax.room;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RoomCodeTest {
    /// Of 40 bits, 200 are all different, and each of 32 signs is among them.
    @Test
    void itIsRandomAndCanBeReadAloud() {
        var codes = new HashSet<String>();
        for (int i = 0; i < 200; i++) codes.add(RoomCode.random().text());
        assertEquals(200, codes.size());
        var signs = String.join("", codes).chars().distinct().count();
        assertEquals(33, signs, "with the dash");
        assertTrue(codes.stream().allMatch(code -> code.matches("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}")),
            codes.toString());
    }

    @Test
    void signsThatLookTheSameAreTheSame() {
        var code = RoomCode.read("7K30-91XT").orElseThrow();
        for (var typed : new String[]{"7k30-91xt", "7K3091XT", "7k3o-9lxt", "7K3O-9IXT"}) assertTrue(code.is(typed));
        for (var typed : new String[]{"", "7K30-91X", "7K30-91XTT", "7K30-91XU", "7K30-91X\u0130", "8K30-91XT"})
            assertFalse(code.is(typed), typed);
        assertEquals(Optional.empty(), RoomCode.read("7K30-91X\u00df"));
    }
}
