package memorytax.measure.plan;

import memorytax.measure.process.Launch;
import memorytax.measure.process.Peers;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Parts;
import memorytax.measure.result.Weighing;
import memorytax.table.Tables;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// Of versions that are not here the record is shown; of those that nobody has, one quiet line.
class VersionSeriesTest {
    private static final Contender RECORDED = new Contender("goroutines (1.18)", "go", "1.18.10");

    private static Peers.Peer missing(String name, String why) {
        return new Peers.Peer(new Contender(name, "go", ""), Optional.<Launch>empty(), why);
    }

    @Test
    void theRecordStandsInForTheVersionsThatItHas() {
        var peers = new Nobody() {
            @Override
            public ByVersion versions() {
                return new ByVersion() {
                    @Override
                    public List<Peer> gos(String load, String file) {
                        return List.of(missing(load + " (1.18)", "Go 1.18 is not on this machine"),
                            missing(load + " (1.19)", "Go 1.19 is not on this machine"));
                    }
                };
            }
        };
        var archive = new Archive() {
            @Override
            public List<Weighing> weighings(String step, String contender) {
                return !contender.equals(RECORDED.name()) ? List.of() : List.of(new Weighing(RECORDED, 1_000, Map.of(),
                    1, Optional.empty(), Optional.empty(), OptionalLong.empty(), OptionalLong.empty(),
                    new Outcome.Recorded()));
            }

            @Override
            public Optional<Parts> parts(String step, String contender) {
                return Optional.empty();
            }
        };
        var weighed = new Scale(Effort.quick(1), peers, Progress.SILENT, archive, "versions").sizes(1_000, 2_000)
            .gos("goroutines", "chapter10.go").weigh();
        assertEquals(List.of(RECORDED, new Contender("goroutines (1.19)", "go", "")), weighed.contenders());
        assertEquals(List.of("goroutines (1.18): recorded, not measured here.",
            "goroutines (1.19) × 1,000: skipped: Go 1.19 is not on this machine."), Tables.remarks(weighed));
    }
}
