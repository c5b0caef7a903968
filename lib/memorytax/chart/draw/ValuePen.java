package memorytax.chart.draw;

import java.awt.geom.Point2D;
import java.util.List;

/// A pen that draws single values so that somebody can ask each of them what it is.
public interface ValuePen {
    /// Dots in the colour and the stroke that it has.
    ///
    /// @param of     what all of them are of: `goroutines, 10,000`
    /// @param places of the dots
    /// @param said   what each is, in the same order: `26.1 MB`
    void values(String of, List<Point2D> places, List<String> said);
}
