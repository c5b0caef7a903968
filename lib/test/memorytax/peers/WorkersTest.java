package memorytax.peers;

import memorytax.Weighs;
import memorytax.child.kit.Post;
import memorytax.claim.Check;
import memorytax.measure.plan.Archive;
import memorytax.measure.plan.Effort;
import memorytax.measure.plan.Progress;
import memorytax.measure.plan.Scale;
import memorytax.measure.plan.Worker;
import memorytax.measure.result.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// Workers of a reader's, in each language that is on this machine.
@Weighs
@Timeout(300)
class WorkersTest {
    private static final Toolchains TOOLCHAINS = Toolchains.beside(WorkersTest.class);
    private static final int JOBS = 2_000;

    private static Set<String> languages() {
        return Workers.TEXTS.keySet();
    }

    private static Worker in(String runtime, String text) {
        assumeTrue(TOOLCHAINS.found(runtime).isPresent(), () -> "no " + runtime + " here");
        return switch (runtime) {
            case "go" -> Worker.go(text);
            case "python" -> Worker.python(text);
            case "node" -> Worker.node(text);
            case "kotlin" -> Worker.kotlin(text);
            case "ruby" -> Worker.ruby(text);
            default -> Worker.rust(text);
        };
    }

    private static Check check(Worker worker, int jobs, int forks) {
        return Check.of(new Scale(Effort.quick(forks, 77), TOOLCHAINS, Progress.SILENT, Archive.NONE, "a step")
            .weigh(worker, jobs)).whole(1 << 30);
    }

    private static String said(String runtime, String text) {
        return check(in(runtime, text), JOBS, 1).toString();
    }

    /// With as many jobs as the exercise says, and not the 77 of the reader's `--tasks`.
    @ParameterizedTest
    @MethodSource("languages")
    void aTaskForEachJobTakesMoreThanItsNameAlone(String runtime) {
        int jobs = 10_000; // of more fibers, Ruby might have more mappings than Linux allows
        var names = check(in(runtime, Workers.TEXTS.get(runtime)), jobs, 1);
        var tasks = check(in(runtime, Workers.TASKS.get(runtime)), jobs, 1);
        assertTrue(names.solved() && tasks.solved(), names + "\n" + tasks);
        assertEquals(List.of(jobs), names.weighed().sizes());
        double most = names.weighed().at("your worker", jobs, Quantity.TOTAL).orElseThrow().median();
        double more = tasks.weighed().at("your worker", jobs, Quantity.TOTAL).orElseThrow().median();
        assertTrue(most + 100 * jobs < more, most + " and " + more);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void whatIsNotKeptIsToldSo(String runtime) {
        var right = Workers.TEXTS.get(runtime);
        assertEquals("✗ not yet. 1999 of 2000 jobs had a wrong answer: each must answer its name, and behind it the "
            + "answer that was sent to it.", said(runtime, right.replace("names[job]+", "names[0]+")
                .replace("= &names[job]", "= &names[0]")));
        assertEquals("✗ not yet. Job 0 was taken twice: post.take tells each name once.",
            said(runtime, right.replace("post.take(job)", "post.take(0)")));
        assertEquals("✗ not yet. Job 0 cannot wait: post.take comes first, and post.waits only once.",
            said(runtime, right.replace("post.waits(job)", "post.waits(0)")));
        assertEquals("✗ not yet. There is no job 2000: they are numbered from 0 to 1999.",
            said(runtime, right.replace("post.waits(job)", "post.waits(job + 2000)")));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aJobThatIsLostFailsAndSoDoesOneThatDoesNotWait(String runtime) {
        var right = Workers.TEXTS.get(runtime);
        var nothing = Map.of("go", "_ = names", "kotlin", "names.size", "rust", "let _ = (name, answer);")
            .getOrDefault(runtime, "0");
        assertEquals("✗ not yet. 2000 of 2000 jobs were lost: they have not called post.answer().",
            said(runtime, right.replaceAll("post\\.answer\\(.*answer\\)", nothing)
                .replace("let _ = (name, answer););", "let _ = (name, answer);")));
        assertEquals("✗ not yet. Job 0 was answered before its answer came, so it did not wait.",
            said(runtime, right.replaceFirst("post.waits\\(job\\)", "post.waits(job); post.answer(job, \"\")")));
        assertEquals("✗ not yet. 0 of 2000 jobs have called post.waits(), and nothing happens any more. Each job "
            + "must call it when it waits.", said(runtime, right.replaceFirst("post\\.waits\\(job\\)", "")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        go     | post.take(job)     | post.tale(job)  | jobs.go:11: post.tale undefined
        python | range(post.jobs):  | range(post.jobs | jobs.py:7: '(' was never closed
        node   | const names = [];  | const names = ] | jobs.mjs:4: Unexpected token ']'
        ruby   | names = []         | names = ]       | jobs.rb:4: syntax error, unexpected ']'
        kotlin | post.take(job)     | post.tale(job)  | jobs.kt:12: unresolved reference 'tale'
        rust   | post.take(job)     | post.tale(job)  | jobs.rs:13: error[E0599]: no method named `tale` found
        """)
    void whatDoesNotCompileIsNamedWithItsLine(String runtime, String right, String wrong, String line) {
        var check = check(in(runtime, Workers.TEXTS.get(runtime).replace(right, wrong)), JOBS, 1);
        assertTrue(check.toString().startsWith("✗ not yet. Cannot be built: " + line), check.toString());
        assertEquals(Check.State.NOT_YET, check.state());
    }

    @Test
    void whoStartsAnotherProcessIsToldThatItIsNotWeighed() {
        var trick = Workers.TEXTS.get("python").replace("names = []",
            "names = []; import subprocess; self = subprocess.Popen(['sleep', '600'])");
        assertEquals("✗ not yet. That is a trick: your worker started 1 other process, and the scale weighs only this "
            + "one. It passes no check.", said("python", trick));
    }

    @Test
    void whoPrintsALineOfTheScalesIsToldWhich() {
        var trick = Workers.TEXTS.get("python").replace("names = []",
            "names = []; import os; os.write(1, b'LOADED tasks=2000\\n')");
        assertEquals("✗ not yet. That is a trick: a line that looks like the scale's own was printed by your worker: "
            + "LOADED tasks=2000. It passes no check.", said("python", trick));
    }

    /// That is a mistake, and no trick.
    @Test
    void aWorkerThatEndsSaysWhatItHasSaid() {
        var says = said("python", "import none_of_that_name");
        assertTrue(says.startsWith("✗ not yet. The process ended by itself (exit code 1)"), says);
        assertTrue(says.contains("none_of_that_name"), says);
    }

    @Test
    void aLanguageThatIsNotHereIsSaidInOneLine(@TempDir Path folder) {
        var none = new Toolchains(_ -> Optional.empty(), folder, Map.of("CARGO", folder.resolve("none").toString()));
        var check = Check.of(new Scale(Effort.QUICK, none, Progress.SILENT, Archive.NONE, "a step")
            .weigh(Worker.rust("fn main() {}"), JOBS)).whole(1 << 30);
        assertEquals("– not checked. CARGO=" + folder.resolve("none") + " is not a Cargo that can be started; name "
            + "another one, or unset CARGO; choose another language.", check.toString());
        assertEquals("cobol is not known here; choose another language", none.worker("cobol", "").missing());
    }

    @Test
    void javaHasThePostOfItsOtherExercises() {
        var check = check(Worker.java(n -> Post.of(n, post -> Workers.java(post))), JOBS, 1);
        assertTrue(check.solved(), check.toString());
        var cheat = check(Worker.java(n -> Post.of(n, post -> Workers.early(post))), JOBS, 1);
        assertTrue(cheat.toString().contains("so they did not wait"), cheat.toString());
    }
}
