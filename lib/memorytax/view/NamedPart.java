package memorytax.view;

import java.util.ArrayList;
import java.util.List;

/// A part of a step's result, and what its files are called.
///
/// @param name of its files without an ending: `growth`, `growth-2`; empty for what is no table and no picture
public record NamedPart(String name, Part part) {
    /// The parts of what a step returned, in order.
    public static List<NamedPart> of(String step, Object value) {
        var named = new ArrayList<NamedPart>();
        int number = 0;
        for (var part : Part.of(value)) {
            boolean file = part instanceof Part.Rows || part instanceof Part.Picture;
            if (file) number++;
            named.add(new NamedPart(!file ? "" : number == 1 ? step : step + "-" + number, part));
        }
        return named;
    }
}
