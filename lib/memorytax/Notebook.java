package memorytax;

import memorytax.child.Load;
import memorytax.cli.ApiCard;
import memorytax.cli.CommandProcess;
import memorytax.cli.Commands;
import memorytax.measure.plan.Scale;
import memorytax.measure.result.Weighings;

import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;

/// The way into the workbook. A chapter's `main` is one line:
///
/// ```java
/// Notebook.of(MethodHandles.lookup()).run(args);
/// ```
public final class Notebook {
    private final MethodHandles.Lookup chapter;

    private Notebook(MethodHandles.Lookup chapter) {
        this.chapter = chapter;
    }

    /// The chapter that calls this: its class gives the name, the source and the steps.
    public static Notebook of(MethodHandles.Lookup chapter) {
        return new Notebook(chapter);
    }

    /// Reads the chapter to whoever sits there, and ends this process: with 0 when every step went well, 1 when one
    /// failed, 2 when the words of the command line were wrong.
    ///
    /// In JShell there is no chapter to run, and this says what to type instead.
    public void run(String... args) {
        if (chapter.lookupClass().getPackageName().equals("REPL")) {
            System.out.print("""
                In JShell you call a step by its name:  weighed(Notebook.scale(1_000, 10_000))
                You weigh a task of your own with       Notebook.weigh(n -> mine(n))
                You draw a result or a chart with       Notebook.show(growth(weighed(Notebook.scale())))
                You see what else can be typed with     Notebook.help()
                JShell cuts long results, until you     /open lib/whole.jsh
                """);
            return;
        }
        end(() -> Commands.run(chapter, args));
    }

    /// Reads the chapter in which the reader describes a service, by options that no other chapter has; ends this
    /// process as [#run] does.
    public void choose(String... args) {
        if (chapter.lookupClass().getPackageName().equals("REPL")) run();
        else end(() -> Commands.choose(chapter, args));
    }

    /// Reads the chapter in which the reader asks about a figure, by an option that no other chapter has; ends this
    /// process as [#run] does.
    public void explain(String... args) {
        if (chapter.lookupClass().getPackageName().equals("REPL")) run();
        else end(() -> Commands.explain(chapter, args));
    }

    /// Reads the notebook that weighs a file of the reader's, which `args` name; ends this process as [#run] does.
    public void weigh(String... args) {
        end(() -> Commands.weigh(chapter, args));
    }

    private void end(IntSupplier command) {
        CommandProcess.end(chapter.lookupClass().getSimpleName(), command);
    }

    /// A scale for whoever types: in JShell, after `/open chapters/chapter1.java`, `weighed(Notebook.scale())` weighs
    /// what is defined there. Three forks of each point; `tasks`, if any are given, replace the chapter's sizes.
    public static Scale scale(Integer... tasks) {
        return Commands.scale(tasks);
    }

    /// The same scale, which measures nothing: steps get the figures of our recorded run of a chapter. Each step needs
    /// its own: `weighed(recorded("chapter9").in("weighed"))`.
    public static Scale recorded(String chapter) {
        return Commands.recorded(chapter);
    }

    /// What Jupyter shows of a value, for a notebook that runs: of each part its forms by their MIME type, as the
    /// notebook that `--ipynb` writes has them. `image/png` is in Base64.
    public static List<Map<String, String>> views(Object value) {
        return Commands.views(value);
    }

    /// Weighs a task of one's own, in JShell: `weigh(n -> mine(n))`, where `mine` starts `n` tasks that wait. Three
    /// processes of 1,000, of 5,000 and of 10,000 tasks, each a JVM of its own: some ten seconds, and more for tasks
    /// that take long to start.
    public static Weighings weigh(Load load) {
        return weigh("your task", load);
    }

    /// The same under a name, so that several can stand beside each other, and with other numbers of tasks, if any are
    /// given: `weigh("buffers", n -> buffers(n), 500, 5_000)`.
    public static Weighings weigh(String name, Load load, Integer... tasks) {
        return scale(tasks).sizes(1_000, 5_000, 10_000).java(name, load).weigh();
    }

    /// Prints what can be typed in JShell, on one screen: a load, how it is weighed, and what can be asked of the
    /// result.
    public static void help() {
        System.out.print(ApiCard.text());
    }

    /// Prints what a step returned as a chapter prints it: weighings, verdicts and tables as a table, a chart drawn in
    /// characters, anything else by its `toString`. In JShell: `Notebook.show(weighed(Notebook.scale(1_000, 10_000)))`.
    public static void show(Object value) {
        Commands.show(value);
    }
}
