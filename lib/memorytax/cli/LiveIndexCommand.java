package memorytax.cli;

import memorytax.catalog.Catalog;
import memorytax.catalog.ChapterList;
import memorytax.catalog.KeptChapters;
import memorytax.live.IndexServer;
import memorytax.notebook.Notes;
import memorytax.peers.Surroundings;
import memorytax.session.ExitCode;
import memorytax.session.LiveIndexSession;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/// `./jbang workbook --live`: the list of chapters in a browser, and from there each chapter, until Ctrl-C.
final class LiveIndexCommand {
    private LiveIndexCommand() {
    }

    /// Prints the address, opens a browser where there is one, and serves until this process is ended.
    static int run(Catalog catalog, Path out) {
        var address = new CompletableFuture<String>();
        var kept = KeptChapters.in(Surroundings.userCache());
        var session = new LiveIndexSession(() -> ChapterList.of(Optional.of(catalog), Notes.in(out), kept::read), out,
            LiveIndexSession.jbang(catalog, out, address::join));
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(session::close));
        try (session; var server = IndexServer.start(session)) {
            address.complete(server.address().toString());
            System.out.println("The workbook is live at " + server.address() + "  (Ctrl-C ends it, and its chapters)");
            LiveCommand.browse(server.address());
            new CountDownLatch(1).await();
            return ExitCode.GOOD;
        } catch (InterruptedException e) {
            return ExitCode.GOOD;
        }
    }
}
