package memorytax.cli;

import memorytax.catalog.Catalog;
import memorytax.measure.process.Peers;
import memorytax.measure.result.Counted;
import memorytax.peers.FoundToolchain;
import memorytax.peers.Toolchains;
import memorytax.record.StepTimes;
import memorytax.terminal.TerminalScreen;
import memorytax.terminal.text.TerminalLines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

/// Makes this machine ready for a room without a network: everything fetched and built, and every chapter run once in a
/// small way, by a JBang that may not connect, and where the system lets us, in a process that has no network at all.
final class Preparation {
    /// The one script that needs a library of its own, 81 MB: it is for who collects the packs of a room.
    private static final String BOARD = "lib/board.java";
    private final Catalog catalog;
    private final boolean board;
    private final TerminalScreen screen;
    /// Languages that are not on this machine: `Go`, `Python`.
    private final List<String> without = new ArrayList<>();
    private boolean good = true;
    private volatile boolean interrupted;

    /// @param board whether `./jbang board` is to be made ready, too
    Preparation(Catalog catalog, boolean board, TerminalScreen screen) {
        this.catalog = catalog;
        this.board = board;
        this.screen = screen;
    }

    /// Says each thing as it is done, and at last whether all is ready.
    boolean run() {
        try {
            var out = Files.createTempDirectory("workbook");
            Runtime.getRuntime().addShutdownHook(new Thread(ending(out)));
            try {
                return run(out);
            } finally {
                OfflineRun.remove(out);
            }
        } catch (IOException e) {
            tick("✗", "no temporary folder can be created: " + e.getMessage());
        } catch (InterruptedException e) {
            // whoever did it knows
        }
        return false;
    }

    private boolean run(Path out) throws InterruptedException {
        tick("✓", "JDK " + System.getProperty("java.version"));
        var rehearsal = OfflineRun.in(catalog.root());
        for (var script : catalog.started()) if (board || !script.endsWith(BOARD))
            step(catalog.root().relativize(script) + ": fetched and built", () -> rehearsal.build(script));
        var toolchains = new Toolchains(this::program);
        for (var language : toolchains.languages()) language(language.name(), toolchains.found(language.runtime()));
        for (var chapter : catalog.chapters()) programs(chapter, toolchains);
        var took = good ? offline(rehearsal, out) : Duration.ZERO;
        screen.print(TerminalLines.plain(good ? ready(took) : " Not ready: each line with a ✗ says what is missing."));
        return good;
    }

    /// On Ctrl-C.
    private Runnable ending(Path out) {
        return () -> {
            interrupted = true;
            OfflineRun.endChildren();
            OfflineRun.remove(out);
        };
    }

    private void language(String name, Optional<FoundToolchain> found) {
        found.ifPresent(there -> tick("✓", name + " " + there.version()));
        if (found.isPresent()) return;
        without.add(name);
        tick("–", "no " + name + " on this machine: its results will be those of our recorded run");
    }

    /// What a chapter weighs in other languages: built or laid out, where the language is there.
    private void programs(String chapter, Toolchains toolchains) throws InterruptedException {
        for (var language : toolchains.languages()) {
            var file = chapter + language.extension();
            if (program(file).isEmpty() || without.contains(language.name())) continue;
            step(file + (language.builds() ? ": built" : ": in place"), () ->
                toolchains.program(language.runtime(), "any", file).stream().map(Peers.Peer::missing)
                    .filter(why -> !why.isEmpty()).findFirst().orElse(""));
        }
    }

    private Duration offline(OfflineRun rehearsal, Path out) throws InterruptedException {
        var how = rehearsal.alone().isEmpty() ? "" : ", without a network";
        var took = Duration.ZERO;
        var runtimes = without.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        for (var chapter : catalog.chapters())
            took = took.plus(step(chapter + ": run offline" + how,
                () -> rehearsal.run(catalog.scripts().get(chapter), out, runtimes)));
        if (board) took = took.plus(step("board: run offline" + how, () -> rehearsal.board(BOARD, out)));
        return took;
    }

    private String ready(Duration took) {
        var chapters = catalog.chapters();
        var runs = Counted.of(chapters.size(), "chapter was", "chapters were") + " run offline";
        var others = without.isEmpty() ? "" : " There is no " + String.join(" and no ", without) + " here.";
        return " Ready: %s, in %s.%s".formatted(runs, StepTimes.said(took), others);
    }

    private Optional<String> program(String file) {
        var path = catalog.scripts().get(file.replaceFirst("\\.\\w+$", "")).resolveSibling(file);
        try {
            return Files.isRegularFile(path) ? Optional.of(Files.readString(path)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Does one thing and ticks it off.
    ///
    /// @param work returns why it failed; empty when it did not
    private Duration step(String what, Callable<String> work) throws InterruptedException {
        int room = screen.width() - 1;
        if (screen.redraws()) screen.write(screen.written(TerminalLines.cut(TerminalLines.dim(" … " + what), room)));
        long start = System.nanoTime();
        var why = "";
        try {
            why = work.call();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            why = String.valueOf(e.getMessage());
        }
        if (interrupted) throw new InterruptedException(); // its child was ended, and the screen is closed
        var took = Duration.ofNanos(System.nanoTime() - start);
        if (screen.redraws()) screen.write("\r" + " ".repeat(room) + "\r");
        var time = StepTimes.said(took);
        if (why.isEmpty()) tick("✓", what + (time.isEmpty() ? "" : ", " + time));
        else tick("✗", what + ": " + why);
        return took;
    }

    private void tick(String mark, String text) {
        good &= !mark.equals("✗");
        screen.print(TerminalLines.plain(" " + mark + " " + text));
    }
}
