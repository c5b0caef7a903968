/// The hand that draws charts in characters. It may use `terminal.text`, `chart.model`, and the colours of
/// `chart.draw`. Begin with [TerminalChart].
package memorytax.terminal.chart;
