/// A chart as SVG with real text in it, and as PNG. It may use `chart.draw`. Begin with [Svg].
package memorytax.chart.svg;
