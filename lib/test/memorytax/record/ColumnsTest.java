package memorytax.record;

import memorytax.Abroad;
import memorytax.claim.Claim;
import memorytax.claim.Extent;
import memorytax.claim.Guess;
import memorytax.claim.Headline;
import memorytax.claim.Verdict;
import memorytax.claim.Verdicts;
import memorytax.measure.result.Backpacks;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Reading;
import memorytax.measure.result.Reports;
import memorytax.measure.result.Watched;
import memorytax.measure.result.Weighing;
import memorytax.measure.result.Weighings;
import memorytax.notebook.Prediction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// Other people's tools find a column by its name, or by its place.
@Abroad
class ColumnsTest {
    private static final Reports NOTHING = new Reports("s", List.of());

    private static Stream<Arguments> files() {
        return Stream.of(
            Arguments.of(WeighingsCsv.FILE, new Weighings("s", List.of()), "chapter,step,contender,runtime,version,"
                + "params,tasks,fork,baseline_bytes,resident_bytes,peak_bytes,live_bytes,threads,spawn_ms,outcome,"
                + "charged_bytes,swap_bytes,huge_bytes,flags,baseline_charged_bytes,charged_by,"
                + "baseline_reserved_bytes,reserved_bytes,baseline_pss_bytes,pss_bytes"),
            Arguments.of(SlopesCsv.FILE, new Weighings("s", List.of()), "chapter,step,contender,params,quantity,unit,"
                + "value,low,high,forks,origin,sizes_low,sizes_high"),
            Arguments.of(PartsCsv.FILE, new Backpacks("s", List.of(), Set.of(), List.of()),
                "chapter,step,contender,runtime,version,part,bytes,origin"),
            Arguments.of(ReportsCsv.FILE, NOTHING,
                "chapter,step,contender,runtime,version,params,fork,name,figure,value,origin"),
            Arguments.of(TracesCsv.FILE, new Watched("s", List.of(), NOTHING), "chapter,step,contender,runtime,"
                + "version,params,millis,resident_bytes,threads,held_bytes,mark,origin"),
            Arguments.of(AnswersCsv.FILE, Guess.of("l", Prediction.bytes().named("s"), Optional.empty()),
                "chapter,step,label,measured,origin"),
            Arguments.of(HeadlineCsv.FILE, new Headline("", "–", "", true), "contender,figure,lines,origin"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void keepTheirNamesAndPlaces(ChapterFile file, Object value, String columns) {
        assertEquals(columns, Written.text(file, value).lines().findFirst().orElseThrow());
    }

    @Test
    void andSoDoThoseOfTheOthers() {
        var verdicts = "claim,statement,source,claimed_low,claimed_high,unit,measured,low,high,verdict,condition,cell,"
            + "origin,ends,forks,sentence\n";
        assertEquals(verdicts, VerdictsCsv.text(List.of()));
        assertEquals("chapter," + verdicts, LedgerCsv.text(new Ledger(List.of(), Ledger.Basis.OWN)));
        assertEquals("key,value\n", MachineCsv.text(new Machine(Map.of())));
    }

    @Test
    void aVerdictHasWholeBytesARatioItsPointAndTheUnknownNothing() {
        var bytes = new Claim("py-task", 1, "5", "An idle task, \"they say\"", "~20 KB", 16_384, 2e12, "B", "post");
        var ratio = new Claim("ratio-10k", 1, "5", "8 to 10 times", "8x-10x", 8, 10, "x", "post");
        assertEquals("""
            py-task,"An idle task, ""they say""\",post,16384,2000000000000,B,1153,1152,1155,refuted,\
            "once, or twice",weighed,here,95 % interval,5,"The post says in section 5 that an idle task, ""they say"". \
            On this machine the measured value is 1,153 B (95 % interval 1,152–1,155): the claim is refuted."
            ratio-10k,8 to 10 times,post,8.000,10.000,x,1.250,1.200,1.300,holds-if,if warmed,weighed,here,\
            95 % interval,,The post says in section 5 that 8 to 10 times. On this machine the measured value is 1.25 \
            times (95 % interval 1.20–1.30). The claim holds only if if warmed.
            py-task,"An idle task, ""they say""\",post,16384,2000000000000,B,,,,not-measured,,,,,,\
            "The post says in section 5 that an idle task, ""they say"". It was not measured here."
            """, rows(Written.text(VerdictsCsv.FILE, new Verdicts(List.of(
            new Verdict(bytes, Verdict.Ruling.REFUTED, 1153.4, 1152, 1154.5, "once, or twice", "weighed", true, "",
                Extent.INTERVAL, 5),
            new Verdict(ratio, Verdict.Ruling.HOLDS_IF, 1.25, 1.2, 1.3, "if warmed", "weighed", true, ""),
            Verdict.without(bytes, Verdict.Ruling.NOT_MEASURED, "", ""))))));
    }

    /// 64 B and 4,096 B on 1 MB, in two forks of three sizes.
    @Test
    void aSlopeHasOneDecimalForEachOfItsParameters() {
        var all = IntStream.of(1, 2).boxed().flatMap(fork -> Stream.of(64, 4_096).flatMap(each -> Stream.of(10, 20, 30)
            .map(tasks -> weighing(each, tasks, fork)))).toList();
        assertEquals("""
            chapter0,s,"a, b",size=64,resident,B/task,64.0,64.0,64.0,2,here,64.0,64.0
            chapter0,s,"a, b",size=4096,resident,B/task,4096.0,4096.0,4096.0,2,here,4096.0,4096.0
            """, rows(Written.text(SlopesCsv.FILE, new Weighings("s", all))));
    }

    private static Weighing weighing(int each, int tasks, int fork) {
        return new Weighing(new Contender("a, b", "go", "1"), tasks, Map.of("size", "" + each), fork,
            Optional.of(new Reading(1 << 20, OptionalLong.empty(), 1)),
            Optional.of(new Reading((1 << 20) + each * tasks, OptionalLong.empty(), 1)), OptionalLong.empty(),
            OptionalLong.empty(), new Outcome.Weighed());
    }

    /// All lines but the first.
    private static String rows(String text) {
        return text.substring(text.indexOf('\n') + 1);
    }
}
