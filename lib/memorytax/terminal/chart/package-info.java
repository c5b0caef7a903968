/// Charts, drawn in characters. It may use `terminal.text` and `chart.draw`. Begin with [TerminalChart].
package memorytax.terminal.chart;
