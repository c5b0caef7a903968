/// Every CSV file that a run writes, in both directions: each has one class that owns its columns, as [WeighingsCsv]
/// has those of weighings.csv, and [ChapterFiles] lists them. [Recorded] and [Earlier] are runs that were written, in
/// `data/recorded` and in `out`. It may use `claim`, `measure`, `notebook` and `file`. Begin with [ChapterFiles].
///
/// The files of `data` that are only read belong to the classes that they fill, because `claim` may not use this room:
/// `Claims`, `Published` and, in `service`, `Offer`.
package memorytax.record;
