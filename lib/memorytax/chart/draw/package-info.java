/// What all charts are drawn with: one theme, a [Hue] for each contender, axes, names where lines end. It may use
/// `measure.result`, for sizes as people write them. Begin with [LayeredChart].
package memorytax.chart.draw;
