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
/// @param seats how many have sent something
/// @param board empty as long as nobody has
public record RoomPage(String code, String send, String qr, int seats, Optional<BoardPage> board) {
    /// The page.
    public String html() {
        return PageFrame.of("""
            <title>Room %s · %s</title>
            <link rel="icon" href="%s">
            <script type="module" src="room.js"></script>
            """.formatted(code, Wording.WORKBOOK, PageMeta.ICON),
            Page.style() + Page.resource("index.css") + Page.resource("room.css"), "index", """
                <main id="top">
                <header class="room" id="room">
                <div><p class="kicker">%s · Room</p><h1>%s</h1>
                <p class="seats">%s so far</p>
                <p class="how">To send what you have measured, type this in the folder of the workbook:</p>
                <pre class="plain" tabindex="0" aria-label="The line to type">%s</pre>
                <p role="status"></p></div>
                <div class="square">%s<p class="cap">Opens this page</p></div>
                </header>
                <div id="board">%s</div>
                </main>
                """.formatted(Wording.WORKBOOK, code, Counted.of(seats, "seat"), PageText.escape(send), qr,
                board.map(BoardPage::sectionsHtml).orElse("")));
    }
}
