/// Every CSV file of ours, in both directions: [Records] writes the columns that [Recorded] and [Earlier] read, from
/// `data/recorded` and from `out`. It may use `claim`, `measure`, `notebook` and `file`. Begin with [Records].
package memorytax.record;
