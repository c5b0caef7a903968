package memorytax.measure.result;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ContenderTest {
    @Test
    void aVariantIsNamedBehindItsKind() {
        var name = Contender.variant("goroutines", "GOGC=50");
        assertEquals("goroutines (GOGC=50)", name);
        assertTrue(Contender.isVariant(name));
        assertEquals("goroutines", Contender.kind(name));
        assertEquals("GOGC=50", Contender.trait(name));
        assertEquals("goroutines", Contender.trait("goroutines"));
        assertFalse(Contender.isVariant("goroutines"));
        assertEquals("goroutines", Contender.kind("goroutines"));
    }

    /// Claims of readers may have been written when names had a comma.
    @Test
    void anOlderNameIsUnderstood() {
        assertEquals("virtual threads (warmed)", Contender.written("virtual threads, warmed"));
        assertEquals("virtual threads (warmed)", Contender.written(" virtual threads (warmed) "));
        assertEquals("goroutines", Contender.written("goroutines"));
    }
}
