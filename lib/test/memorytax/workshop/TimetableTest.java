package memorytax.workshop;

import memorytax.House;
import memorytax.notebook.Exercise;
import memorytax.notebook.source.ChapterSource;
import memorytax.workshop.Activity.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TimetableTest {
    private static final List<ChapterWork> CHAPTERS = House.chapters().stream().map(file -> ChapterWork.of(
        ChapterSource.read(file.getFileName().toString().replace(".java", ""), House.read("chapters/"
            + file.getFileName())), file.getParent())).toList();

    private static Timetable plan(int minutes) {
        return Timetable.of(minutes, CHAPTERS, false, _ -> 5);
    }

    private static Timetable named(int minutes, int... chapters) {
        return Timetable.of(minutes, IntStream.of(chapters).mapToObj(n -> CHAPTERS.get(n - 1)).toList(), true, _ -> 5);
    }

    private static int sum(Timetable plan) {
        return plan.activities().stream().mapToInt(Activity::minutes).sum();
    }

    private static long count(Timetable plan, Kind kind) {
        return plan.activities().stream().filter(row -> row.kind() == kind).count();
    }

    /// One chapter that is as long as it says.
    private static ChapterWork work(int number, int words, List<LeveledExercise> exercises) {
        return new ChapterWork("chapter" + number, words, words / 5, 10, List.of(), 8, Duration.ofSeconds(100),
            exercises);
    }

    /// Exercises with these headings.
    private static List<LeveledExercise> exercises(String... headings) {
        var source = new StringBuilder("/// # T\nvoid main() { }\n");
        for (int i = 0; i < headings.length; i++) source.append("""
            /// ## %1$s
            static int yours%2$d() { return 1; }
            /// ## Check %2$d
            Check check%2$d() { return Check.of(yours%2$d()); }
            """.formatted(headings[i], i));
        return LeveledExercise.of(ChapterSource.read("chapter1", source.toString()), House.root());
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 45, 60, 90, 120, 180, 240, 360, 480, 1440})
    void theRowsTakeExactlyTheMinutes(int minutes) {
        var plan = plan(minutes);
        assertEquals(minutes, sum(plan), plan.toString());
        assertTrue(plan.activities().stream().allMatch(row -> row.minutes() > 0), plan.toString());
        assertEquals(Kind.RESERVE, plan.activities().getLast().kind());
        assertTrue(20 * plan.activities().getLast().minutes() >= minutes, "a part of twenty is kept: " + plan);
        assertEquals(minutes, plan.start(plan.activities().size()));
    }

    /// Every chapter that is in it is read, guessed, measured and discussed, in this order.
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"30|1", "60|1 3", "90|1 3 6", "180|1 2 3 6", "360|1 2 3 4 5 6 7 8"})
    void theChaptersAreThoseThatFit(int minutes, String chapters) {
        var plan = plan(minutes);
        var numbers = List.of(chapters.split(" ")).stream().map(Integer::valueOf).toList();
        assertEquals(numbers, plan.chapters());
        for (int chapter : numbers) assertEquals(List.of(Kind.READING, Kind.PREDICTING, Kind.MEASURING,
            Kind.DISCUSSING), plan.activities().stream().filter(row -> row.chapter() == chapter).map(Activity::kind)
            .limit(4).toList(), "chapter " + chapter);
    }

    @Test
    void moreTimeIsForMoreOfAChapterAndNotForMoreReserve() {
        Kind[] order = {Kind.READING, Kind.MEASURING, Kind.DISCUSSING};
        for (var kind : order) assertTrue(minutes(named(60, 1), kind) < minutes(named(180, 1), kind), kind.toString());
        assertTrue(named(60, 1).activities().getFirst().kind() == Kind.START);
        assertTrue(named(60, 1).activities().get(1).what().contains("--quick --slides"), "on slides");
        assertTrue(named(180, 1).activities().get(1).what().contains(" words in "), "read");
    }

    private static int minutes(Timetable plan, Kind kind) {
        return plan.activities().stream().filter(row -> row.kind() == kind).mapToInt(Activity::minutes).sum();
    }

    @Test
    void theExerciseIsEasierWhereTimeIsShortAndHarderWhereThereIsMuch() {
        var work = List.of(work(1, 3_000, exercises("Harder: h", "Easier: e", "Exercise: x")));
        assertEquals(List.of(), levels(Timetable.of(14, work, true, _ -> 5)));
        assertEquals(List.of("easier: "), levels(Timetable.of(25, work, true, _ -> 5)));
        assertEquals(List.of(""), levels(Timetable.of(30, work, true, _ -> 5)));
        assertEquals(List.of(""), levels(Timetable.of(65, work, true, _ -> 5)));
        assertEquals(List.of("", "harder: "), levels(Timetable.of(120, work, true, _ -> 5)));
        var only = List.of(work(1, 3_000, exercises("Yours: x")));
        assertEquals(List.of(), levels(Timetable.of(25, only, true, _ -> 5)));
        assertEquals(List.of(""), levels(Timetable.of(120, only, true, _ -> 5)));
    }

    private static List<String> levels(Timetable plan) {
        return plan.activities().stream().filter(row -> row.kind() == Kind.EXERCISE)
            .map(row -> row.what().replaceFirst("`.*", "")).toList();
    }

    @Test
    void chapterOneComesFirstEvenIfOnlyATasteOfItFits() {
        var long1 = work(1, 6_000, exercises("Easier: e"));
        var short3 = work(3, 500, exercises("Easier: e"));
        assertEquals(List.of(1), Timetable.of(22, List.of(long1, short3), false, _ -> 5).chapters());
        assertEquals(List.of(3), Timetable.of(16, List.of(long1, short3), false, _ -> 5).chapters());
    }

    @Test
    void thereIsABreakAfterAtMostAnHourAndAHalf() {
        assertEquals(0, count(plan(90), Kind.BREAK));
        var day = plan(360);
        int since = 0;
        for (var row : day.activities()) {
            if (row.kind() == Kind.RESERVE) break;
            since = row.kind() == Kind.BREAK ? 0 : since + row.minutes();
            if (row.kind() == Kind.BREAK) assertEquals(10, row.minutes());
            else assertTrue(since <= 130, "no break before " + row);
        }
        assertTrue(count(day, Kind.BREAK) >= 3, day.toString());
    }

    @Test
    void whatDoesNotFitIsSaidWithTheLeastThatDoes() {
        int least = least(assertThrows(IllegalArgumentException.class, () -> plan(5)),
            "5 minutes are too few for one chapter");
        assertEquals(1, plan(least).chapters().size());
        assertThrows(IllegalArgumentException.class, () -> plan(least - 1));
        int three = least(assertThrows(IllegalArgumentException.class, () -> named(20, 1, 3, 6)),
            "20 minutes are too few for these 3 chapters");
        assertEquals(List.of(1, 3, 6), named(three, 1, 3, 6).chapters());
        assertThrows(IllegalArgumentException.class, () -> named(three - 1, 1, 3, 6));
        least(assertThrows(IllegalArgumentException.class, () -> named(1, 4)), "1 minute is too few for chapter 4");
    }

    private static int least(IllegalArgumentException wrong, String begins) {
        assertTrue(wrong.getMessage().startsWith(begins + ": the least is "), wrong.getMessage());
        return Integer.parseInt(wrong.getMessage().replaceFirst(".* ", ""));
    }

    @Test
    void aHeadingNamesTheChapters() {
        assertEquals("90 minutes: chapters 1, 3 and 6", named(90, 6, 1, 3).heading());
        assertEquals("40 minutes: chapter 3", named(40, 3).heading());
        assertEquals("1:05", Timetable.clock(65));
    }

    /// As README counts them; the exercises are not among the words to read.
    @Test
    void wordsAreCountedAsTheReaderReadsThem() {
        var source = """
            //DESCRIPTION Chapter 1: it. And why?
            /// # One two
            ///
            /// Three four. Five six.
            void main() { }
            /// ## A first cell
            ///
            /// One sentence. Another sentence.
            String first() { return ""; }
            /// ## How many?
            ///
            /// Guess.
            Prediction many() { return Prediction.bytes(); }
            /// ## Easier: edit it
            ///
            /// Many more words that nobody reads before.
            static int yours() { return 1; }
            /// ## Check it
            Check check() { return Check.of(yours()); }
            """;
        var work = ChapterWork.of(ChapterSource.read("chapter1", source), House.root());
        assertEquals(6 + 3 + 4 + 2 + 1, work.words());
        assertEquals(6 + 3 + 2 + 2 + 1, work.first());
        assertEquals(List.of(2, 1, 1, 1), List.of(work.cells(), work.questions().size(), work.results(),
            work.exercises().size()));
        assertEquals(Exercise.Level.EASIER, work.exercises().getFirst().level());
        assertEquals("./jbang chapter1 --exercise yours", work.exercises().getFirst().command());
    }
}
