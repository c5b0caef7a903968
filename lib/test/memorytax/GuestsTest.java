package memorytax;

import memorytax.measure.plan.Archive;
import memorytax.measure.plan.Effort;
import memorytax.measure.plan.Progress;
import memorytax.measure.plan.Scale;
import memorytax.measure.process.Guest;
import memorytax.measure.process.Guests;
import memorytax.measure.process.Peers;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Parts;
import memorytax.measure.result.Weighing;
import memorytax.measure.result.Weighings;
import memorytax.record.Earlier;
import memorytax.record.GuestArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Tasks of chapter 11 in chapter 1, where the reader has asked for them. Nothing is started: no language is here, and
/// all is to come from records.
class GuestsTest {
    private static final Peers NOWHERE = new Peers() {
        @Override
        public List<Peer> program(String runtime, String name, String file) {
            return List.of(new Peer(new Contender(name, runtime, ""), Optional.empty(), "no " + runtime + " here"));
        }

        @Override
        public Optional<String> version(String runtime) {
            return Optional.empty();
        }
    };
    /// A chapter that has no record.
    private static final Archive ONLY = new Archive() {
        @Override
        public List<Weighing> weighings(String step, String contender) {
            return List.of();
        }

        @Override
        public Optional<Parts> parts(String step, String contender) {
            return Optional.empty();
        }

        @Override
        public boolean only() {
            return true;
        }
    };
    private static final List<String> OWN = List.of("virtual threads", "virtual threads (warmed)", "platform threads",
        "scheduled callbacks", "goroutines", "asyncio tasks");
    private static Steps chapter;
    @TempDir
    private static Path out;

    @BeforeAll
    static void build() throws Exception {
        chapter = Steps.of(1);
        new FieldRun().field("tokio tasks", "rust", 600).field("kotlin coroutines (warmed)", "kotlin", 400).write(out);
    }

    private static Weighings weighed(Guests guests) throws ReflectiveOperationException {
        var archive = new GuestArchive(ONLY, new Earlier(out.resolve("chapter11")));
        var scale = new Scale(Effort.DEFAULT.with(guests), NOWHERE, Progress.SILENT, archive, "weighed");
        var method = chapter.chapter().getDeclaredMethod("weighed", Scale.class);
        method.setAccessible(true);
        return (Weighings) method.invoke(chapter.instance(), scale);
    }

    private static List<String> names(Weighings weighed) {
        return weighed.contenders().stream().map(Contender::name).toList();
    }

    @Test
    void chapterOneHasThemOnlyWhenTheyAreAskedFor() throws Exception {
        assertEquals(OWN, names(weighed(Guests.NONE)));
        assertEquals(Stream.concat(OWN.stream(), Stream.of("node promises", "tokio tasks")).toList(),
            names(weighed(Guests.of("node,tokio"))));
    }

    @Test
    void whatIsNotHereComesFromTheRecordOfChapterElevenOrALineSaysWhy() throws Exception {
        var weighed = weighed(Guests.of("tokio,kotlin,ruby"));
        assertEquals(600, weighed.slope("tokio tasks").orElseThrow().value(), 1e-6);
        assertEquals(400, weighed.slope("kotlin coroutines (warmed)").orElseThrow().value(), 1e-6);
        var ruby = weighed.all().getLast();
        assertEquals("ruby fibers", ruby.contender().name());
        assertTrue(ruby.outcome() instanceof Outcome.Skipped, ruby.toString());
        assertTrue(ruby.outcome().toString().contains("no ruby here"), ruby.outcome().toString());
    }

    /// No chapter's own contender is taken from there.
    @Test
    void theRecordOfChapterElevenStandsInForGuestsAlone() {
        var archive = new GuestArchive(Archive.NONE, new Earlier(out.resolve("chapter11")));
        assertTrue(archive.weighings("weighed", "goroutines").isEmpty());
        assertEquals(4, archive.weighings("weighed", "tokio tasks").size());
    }

    @Test
    void namesAreReadWithCommasBetweenThem() {
        assertEquals(List.of(Guest.TOKIO, Guest.NODE), Guests.of("tokio, NODE,tokio").all());
        for (var typed : List.of("perl", "", "node,", "node tokio"))
            assertTrue(assertThrows(IllegalArgumentException.class, () -> Guests.of(typed)).getMessage()
                .endsWith("is not allowed; allowed: node, tokio, kotlin, erlang, elixir, ruby"), typed);
    }

    /// With the chapter's own class, wherever that is run.
    @Test
    void theirProgramsTravelWithWhateverMayStartThem() throws IOException, ClassNotFoundException {
        var weigh = Built.of(House.root().resolve("chapters/weigh.java")).load();
        for (var type : List.of(chapter.chapter(), weigh))
            for (var guest : Guest.values())
                assertNotNull(type.getResource("/" + guest.file()), guest.file() + " with " + type.getName());
    }

    /// What chapter 1 calls them is what chapter 11 calls them: its record is looked up by that.
    @Test
    void theyAreTheContendersOfChapterEleven() {
        var source = House.read("chapters/chapter11.java");
        for (var guest : Guest.values())
            assertTrue(source.contains(".%s(\"%s\", \"%s\")%s".formatted(guest.runtime(), guest.load(), guest.file(),
                guest.warmed() ? ".warmed()" : "")), guest.load());
    }
}
