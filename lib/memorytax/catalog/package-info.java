/// The chapters as a whole: which there are, what each teaches, how far the reader is, what other languages' code
/// goes with a cell, what the parser made of them; and what all of them share: terms, commands, what to take to work.
/// It may use `notebook`, `record` and `file`. Begin with [ChapterList].
package memorytax.catalog;
