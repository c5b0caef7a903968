/// The hand that draws charts as pictures: with XChart, and what stands around its lines. It may use `chart.model`, and
/// `measure.result` for sizes as people write them. Begin with [ModelChart], which is an XChart chart; [ChartReader]
/// has the model of any, and [Hue] the colour of each contender.
package memorytax.chart.draw;
