/// Results as charts, one class for each kind. It may use `chart.draw` and whatever holds results. Begin with
/// [Charts], where a chapter finds them all.
package memorytax.chart;
