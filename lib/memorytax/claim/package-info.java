/// What is said about costs, and what the measurement says to it: [Claim], [Judge], [Verdict], and the reader's
/// [Guess]. It may use `measure.result`, `notebook` and `file`, and `child` for the median. Begin with [Judge].
package memorytax.claim;
