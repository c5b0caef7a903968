/// Charts before anybody draws them: records of what is shown and of what is said about it. It may use
/// `measure.result`, for values as people write them, and knows neither XChart nor Graphics2D nor a terminal. Begin
/// with [ChartModel].
package memorytax.chart.model;
