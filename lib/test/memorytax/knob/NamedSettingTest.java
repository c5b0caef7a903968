package memorytax.knob;

import memorytax.measure.result.Contender;
import memorytax.measure.result.Weighings;
import memorytax.record.Recorded;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Every setting of chapter 10 is found by the name that its own tables give it.
class NamedSettingTest {
    @Test
    void eachSettingOfTheRecordIsUnderstoodByItsName() {
        var unknown = new ArrayList<String>();
        int settings = 0;
        for (var series : new Recorded("chapter10", true).series())
            for (var contender : series.contenders()) {
                if (!Contender.isVariant(contender.name()) || series.slope(contender.name()).isEmpty()) continue;
                settings++;
                var trait = Contender.trait(contender.name());
                var task = Contender.kind(contender.name()).replaceFirst("s$", "");
                if (!alone(series, trait, "1 KB per " + task + ", " + said(trait))) unknown.add(contender.name());
            }
        assertTrue(settings > 40, settings + " settings");
        assertEquals(List.of(), unknown);
    }

    /// A version is named with its language.
    private static String said(String trait) {
        return trait.matches("3\\.\\d+") ? "Python " + trait : trait.matches("1\\.\\d+") ? "Go " + trait
            : trait.matches("\\d+") ? "JDK " + trait : trait.equals("young of 8 MB") ? "-Xmn8m" : trait;
    }

    /// Whether only readings with this setting are left, and all words are used.
    private static boolean alone(Weighings series, String trait, String text) {
        var figure = Figure.of(text);
        var explained = Explanation.of(figure, List.of(series));
        return figure.unused().isEmpty() && explained.notes().stream().noneMatch(n -> n.contains("was not measured"))
            && explained.nearest().stream().allMatch(r -> r.changed().contains(trait))
            && explained.fitting().stream().allMatch(r -> r.changed().contains(trait));
    }
}
