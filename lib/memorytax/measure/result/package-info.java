/// What was measured, and what follows from it: [Weighings] and their [Slope], [Watched] processes, [Reports] of what
/// these told, each with its [Interval] or [Range]. It may use `child`, and prints nothing. Begin with [Weighing]:
/// one process, weighed.
package memorytax.measure.result;
