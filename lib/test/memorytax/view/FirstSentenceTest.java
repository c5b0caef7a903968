package memorytax.view;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class FirstSentenceTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "nothing", value = {
        "It waits. Then it goes on. | It waits.",
        "It takes 1.5 KB, e.g. on Linux. More. | It takes 1.5 KB, e.g. on Linux.",
        "Look at `Thread.dump`, and wait. More. | Look at `Thread.dump`, and wait.",
        "Is it free? No. | Is it free?",
        "Python logs \"it is pending!\" And more. | Python logs \"it is pending!\"",
        "It has *no* stack (yet.) And more. | It has *no* stack (yet.)",
        "One line\\ngoes on here. More. | One line goes on here.",
        "The rows are things:\\n\\n- one\\n- two | The rows are things.",
        "- **Go**: it halves\\n  a stack. More.\\n- **Java**: no. | **Go**: it halves a stack.",
        "- one\\n- two. | one",
        "Without an end | Without an end",
        "```java\\nint x;\\n``` | nothing"})
    void isWhatASlideShows(String markdown, String sentence) {
        assertEquals(sentence == null ? "" : sentence, FirstSentence.of(markdown.replace("\\n", "\n")));
    }
}
