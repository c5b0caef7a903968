package memorytax.child.kit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/// The exercise of boards that share their timetables: what is shown is checked, and what is loaded is counted.
@Timeout(600)
class TimetablesTest {
    private static final int BOARDS = 300;

    private interface Board {
        void shows(Post post, Timetables tables, int board, Letter news, byte[][] all);
    }

    /// All timetables are loaded before, once.
    private static Timetables run(Board each) throws Exception {
        return Timetables.of(BOARDS, (post, tables) -> {
            var all = new byte[tables.lines()][];
            for (int line = 0; line < all.length; line++) all[line] = tables.load(line);
            for (int i = 0; i < post.tasks(); i++) {
                int board = i;
                post.deliver(board, news -> each.shows(post, tables, board, news, all));
            }
        });
    }

    private static String refused(Board each) throws Exception {
        var tables = run(each);
        return assertThrows(IllegalStateException.class, tables::close).getMessage();
    }

    @Test
    void whatIsSharedIsLoadedOnceForEachLine() throws Exception {
        var tables = run((post, t, board, news, all) -> {
            t.show(board, news, all[t.line(board)]);
            post.answer(board, news);
        });
        tables.close();
        assertEquals("timetables of 100 lines, loaded 100 times", tables.toString());
    }

    @Test
    void theTimetableOfAnotherLineIsNotBelieved() throws Exception {
        assertEquals("board 7 did not show the timetable of its line 7", refused((post, t, board, news, all) -> {
            t.show(board, news, all[board == 7 ? 8 : t.line(board)]);
            post.answer(board, news);
        }));
        assertEquals("board 207 did not show the timetable of its line 7", refused((post, t, board, news, all) -> {
            t.show(board, news, board == 207 ? null : all[t.line(board)]);
            post.answer(board, news);
        }));
    }

    @Test
    void whoShowsItBeforeTheNewsComeIsToldSo() throws Exception {
        assertEquals("board 5 showed a timetable without its own letter", refused((post, t, board, news, all) -> {
            t.show(board, board == 5 ? null : news, all[t.line(board)]);
            post.answer(board, news);
        }));
    }

    @Test
    void eachBoardHasToShowIt() throws Exception {
        assertEquals("299 of 300 boards have shown a timetable", refused((post, t, board, news, all) -> {
            if (board != 5) t.show(board, news, all[t.line(board)]);
            post.answer(board, news);
        }));
    }
}
