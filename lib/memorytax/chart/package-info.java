/// Results as models of charts, one class for each kind. It may use `chart.model`, `chart.draw` and whatever holds
/// results. Begin with [Charts], where a chapter finds them all, drawn.
package memorytax.chart;
