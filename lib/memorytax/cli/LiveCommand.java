package memorytax.cli;

import memorytax.live.LiveServer;
import memorytax.notebook.Edition;
import memorytax.options.KnobOptions;
import memorytax.options.Options;
import memorytax.session.ExitCode;
import memorytax.session.LiveIndexSession;
import memorytax.session.LiveSession;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/// `./jbang chapter1 --live`: the chapter in a browser, until Ctrl-C.
final class LiveCommand {
    /// Between two looks at the file that another editor may have saved, in milliseconds.
    private static final int LOOK = 500;

    private LiveCommand() {
    }

    /// Prints the address, opens a browser where there is one, and serves until this process is ended.
    static int run(Edition edition, Options options) {
        check(options);
        try (var session = new LiveSession(edition, options);
             var server = LiveServer.start(session, session.scripts())) {
            var index = System.getenv(LiveIndexSession.INDEX);
            if (index != null) session.cameFrom(index);
            var address = URI.create(server.address() + (options.slides ? "-slides" : ""));
            System.out.println(edition.chapter().name() + " is live at " + address + "  (Ctrl-C ends it)");
            if (index == null) browse(address);
            else endWithList();
            while (true) {
                Thread.sleep(LOOK);
                session.look();
            }
        } catch (InterruptedException e) {
            return ExitCode.GOOD;
        }
    }

    /// In a browser every cell has buttons of its own, and some options have no meaning.
    private static void check(Options options) {
        var others = new LinkedHashMap<String, Boolean>();
        others.put("--all", options.all);
        others.put("--only, --from or --exercise", !options.whole());
        others.put("--recorded", options.recorded);
        others.put("--watch", options.watch);
        others.put("--fetch", options.fetch);
        others.put("--fast", options.fast);
        others.put("--answers", options.answers != null);
        others.put(options.exports.named(), options.exports.any());
        others.put("--explain", options instanceof KnobOptions knobs && knobs.figure().isPresent());
        others.forEach((name, given) -> {
            if (given) throw new IllegalArgumentException("--live: it does not go with " + name);
        });
    }

    /// Ends this process when the list of chapters that has started it is there no more, however that came about.
    private static void endWithList() {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                System.in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                // the list is gone
            }
            System.exit(ExitCode.GOOD);
        });
    }

    /// Where nothing opens, the address is on the screen.
    static void browse(URI address) {
        var os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var there = System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
        var command = os.contains("mac") ? List.of("open", address.toString())
            : os.contains("windows") ? List.of("rundll32", "url.dll,FileProtocolHandler", address.toString())
            : there ? List.of("xdg-open", address.toString()) : List.<String>of();
        if (command.isEmpty()) return;
        try {
            new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException e) {
            // no browser here
        }
    }
}
