package memorytax.render;
import java.util.*; import memorytax.notebook.*;
record Tutor(Diary d, Run r) { List<Desk.Tool> tools(Cell.Step s) { return List.of(); } List<org.jline.utils.AttributedString> hint(Cell.Step s) { return List.of(); } List<org.jline.utils.AttributedString> solution(Cell.Step s) { return List.of(); } }
