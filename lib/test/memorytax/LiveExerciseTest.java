package memorytax;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A reader with a browser answers questions of each kind, and solves an exercise. One conversation.
@Weighs
@Timeout(240)
@ExtendWith(BrokenOff.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LiveExerciseTest {
    private static final String CASES = """

        /// ## Which of them wait?
        ///
        /// Say it of each.
        Prediction waits() {
            return Prediction.yesOrNo("a thread", "a record", "a timer");
        }
        """;
    @TempDir
    private static Path folder;
    private static LiveReader seat;

    @BeforeAll
    static void begin() throws Exception {
        var chapter = TerminalSession.fixture();
        var text = Files.readString(chapter);
        var after = text.indexOf("/// ## Weigh them");
        seat = new LiveReader(folder, chapter, text.substring(0, after) + CASES.stripLeading() + "\n"
            + text.substring(after), "--forks", "1");
    }

    @AfterAll
    static void end() {
        if (seat != null) seat.close();
    }

    private static JsonObject asked(String cell) {
        var stands = seat.stands(cell);
        return stands.has("ask") ? stands.getAsJsonObject("ask") : new JsonObject();
    }

    private static String answer(String cell, String typed) throws Exception {
        return seat.send("POST", "/answer", Map.of("cell", cell, "answer", typed));
    }

    private static JsonObject tutor() {
        return seat.heard("tutor", "areFew");
    }

    private static void check(String word) throws Exception {
        assertEquals("204", seat.send("POST", "/run", Map.of("cell", "areFew")));
        seat.await("the check says " + word, () -> LiveReader.text(tutor(), "word").equals(word));
    }

    private static void edit(String from, String to) throws Exception {
        var code = seat.code("few");
        assertEquals("204", seat.send("PUT", "/cell/few", Map.of("code", code.replace(from, to), "base", code)));
        seat.await("the check is of another method", () -> LiveReader.text(tutor(), "word").isEmpty());
    }

    @Test
    @Order(1)
    void eachQuestionSaysOfWhichKindItIs() throws Exception {
        seat.await("how things stand", () -> seat.stands("perTask").has("ask"));
        assertEquals("number", asked("perTask").get("kind").getAsString());
        assertEquals("choice", asked("dearer").get("kind").getAsString());
        assertEquals("[\"virtual threads\",\"goroutines\"]", asked("dearer").get("choices").toString());
        assertEquals("cases", asked("waits").get("kind").getAsString());
        assertEquals("[\"a thread\",\"a record\",\"a timer\"]", asked("waits").get("choices").toString());
    }

    @Test
    @Order(2)
    void whatIsBelowAGuessIsVeiledUntilAllAreMadeOrPassed() throws Exception {
        assertEquals("perTask", LiveReader.text(seat.stands("weighed"), "veil"));
        assertFalse(seat.stands("waiting").has("veil") || seat.stands("dearer").has("veil")
            || seat.stands("areFew").has("veil"));
        assertEquals("204", answer("perTask", "1 KB"));
        seat.await("the next question", () -> LiveReader.text(seat.stands("weighed"), "veil").equals("dearer"));
    }

    @Test
    @Order(3)
    void aBadAnswerOfAnyKindIsOneLine() throws Exception {
        assertEquals("422 \"3\" is not an answer here; allowed: 1 virtual threads, 2 goroutines",
            answer("dearer", "3"));
        assertEquals("422 \"yn\" is not an answer here; allowed: 3 letters, y or n for each case in order, - for a "
            + "case that you pass (that is 2)", answer("waits", "yn"));
        assertEquals("422 there is no step “nowhere”", answer("nowhere", "1"));
        assertEquals("422 “Weigh them” asks nothing", answer("weighed", "1"));
        assertEquals("asks", LiveReader.text(seat.stands("dearer"), "state"));
    }

    @Test
    @Order(4)
    void eachKindOfAnswerIsTakenAndMayBeGivenAgain() throws Exception {
        assertEquals("204", answer("dearer", "2"));
        assertEquals("204", answer("waits", "y-n"));
        seat.await("a choice and cases", () -> LiveReader.text(asked("dearer"), "answer").equals("goroutines")
            && LiveReader.text(asked("waits"), "answer").equals("y-n") && !seat.stands("weighed").has("veil"));
        seat.await("they are on the page", () -> seat.page().contains("Your guess: goroutines"));
        assertEquals("204", answer("dearer", ""));
        seat.await("it is passed", () -> LiveReader.text(asked("dearer"), "answer").isEmpty()
            && seat.page().contains("You passed."));
    }

    @Test
    @Order(5)
    void whatCameOfAGuessIsSaidWhenItWasMeasured() throws Exception {
        assertEquals("204", seat.send("POST", "/run", Map.of("cell", "weighed")));
        seat.await("guess and scale", () -> LiveReader.text(seat.heard("section", "youAndTheScale"), "html")
            .contains("You said 1\u00a0KB"));
    }

    @Test
    @Order(6)
    void nothingIsGivenBeforeTheExerciseWasTried() throws Exception {
        for (var path : List.of("/hint", "/solution")) {
            assertEquals("409 try it first: Check says how far your method is from passing",
                seat.send("POST", path, Map.of("cell", "areFew")));
            assertEquals("422 “weighed” is no exercise", seat.send("POST", path, Map.of("cell", "weighed")));
        }
    }

    @Test
    @Order(7)
    void aCheckSaysByHowMuchItFallsShort() throws Exception {
        check("as it came");
        var says = LiveReader.text(tutor(), "says");
        assertTrue(says.matches("10\\d more threads, allowed are 20\\."), says);
    }

    @Test
    @Order(8)
    void hintsComeOneByOneAndAreNotedAsTheTerminalDoes() throws Exception {
        for (int i = 0; i < 2; i++) assertEquals("204", seat.send("POST", "/hint", Map.of("cell", "areFew")));
        seat.await("two hints", () -> tutor().getAsJsonArray("hints").size() == 2);
        var second = tutor().getAsJsonArray("hints").get(1).getAsString();
        assertTrue(second.contains("The second hint"), second);
        assertTrue(seat.written("notes.properties").contains("stepping.hints.areFew=2"));
    }

    @Test
    @Order(9)
    void theSolutionIsShownToWhoAsksTwice() throws Exception {
        assertEquals("204", seat.send("POST", "/solution", Map.of("cell", "areFew")));
        seat.await("it is asked back", () -> LiveReader.text(tutor(), "asked").contains("try it yourself first"));
        assertEquals("", LiveReader.text(tutor(), "solution"));
        assertEquals("204", seat.send("POST", "/solution", Map.of("cell", "areFew")));
        seat.await("the solution", () -> LiveReader.text(tutor(), "solution").contains("Nobody waits"));
    }

    /// In the words of the terminal.
    @Test
    @Order(10)
    void aTrickIsToldSo() throws Exception {
        edit("int task = i;", "int task = i; if (task == 7) System.exit(0);");
        check("not yet");
        assertEquals("That is a trick: your method ended the process (System.exit or halt), so nothing could be "
            + "weighed. It passes no check.", LiveReader.text(tutor(), "says"));
        assertTrue(seat.written("notes.properties").contains("stepping.exercise.areFew=tried"));
    }

    /// The processes run the method as it was edited.
    @Test
    @Order(11)
    void theSolutionInTheReadersPlaceSolvesIt() throws Exception {
        var code = seat.code("few");
        edit(code.substring(code.indexOf("if (task == 7)"), code.lastIndexOf("});") + 3),
            "post.deliver(task, letter -> post.answer(task, letter));");
        check("solved");
        seat.await("it is explained", () -> seat.page().contains("Your method passes."));
        assertTrue(seat.written("notes.properties").contains("stepping.exercise.areFew=solved"));
    }
}
