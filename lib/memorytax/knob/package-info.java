/// Chapter 10: one thing changed at a time, and what that does to the cost of one task. It may use `measure.result`,
/// `record`, `claim`, `notebook` and `file`. Begin with [Knobs], what each change makes of the cost, and
/// [Explanation], which looks for the changes that lead to a figure.
package memorytax.knob;
