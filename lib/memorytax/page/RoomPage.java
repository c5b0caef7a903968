package memorytax.page;

import memorytax.measure.result.Counted;
import memorytax.view.Wording;

import java.util.Optional;

/// The page of a workshop's room: its code, large enough for the last row; how a seat sends what it has measured; and
/// what all seats together have measured. A script that is served beside it exchanges the lower part.
///
/// @param code  of the room
/// @param send  the line that a seat types
/// @param qr    leads to this page: a picture, HTML
/// @param open  whether others than this machine can follow it
/// @param seats how many have sent something
/// @param board empty as long as nobody has
public record RoomPage(String code, String send, String qr, boolean open, int seats, Optional<BoardPage> board) {
    /// The page.
    public String html() {
        return PageFrame.of("""
            <title>Room %s · %s</title>
            <link rel="icon" href="%s">
            <script type="module" src="room.js"></script>
            """.formatted(code, Wording.WORKBOOK, PageMeta.ICON),
            Page.style() + Page.resource("index.css") + Page.resource("room.css"), "index", """
                <main id="top">
                <header class="room" id="room-head">
                <div><p class="kicker">%s · Room</p><h1>%s</h1>
                <p class="seats">%s so far</p>
                <p role="status"></p></div>
                <div class="square">%s<p class="cap">%s</p></div>
                <div class="how"><p>To send what you have measured, type this in the folder of the workbook:</p>
                <pre class="plain">%s</pre>
                <p class="cap">It lists first what is sent. No name of a person, a folder or a computer is in it.</p>
                </div>
                </header>
                <div id="room-board">%s</div>
                </main>
                """.formatted(Wording.WORKBOOK, code, Counted.of(seats, "seat"), qr,
                open ? "Opens this page" : "Only this machine can open it", unbroken(send),
                board.map(all -> "<p id=\"trust\">" + all.trust() + "</p>" + all.sectionsHtml()).orElse("")));
    }

    /// Where there is no room, the line breaks before the address or before the code, and nowhere inside.
    private static String unbroken(String send) {
        return PageText.escape(send).replaceAll("[^ /]*/+[^ ]*/|[^ /]+$", "<span>$0</span>");
    }
}
