/// A chapter as a notebook: its source taken apart into cells, checked, and run in file order. JDK only.
///
/// [ChapterSource] reads a compact source file into a [Chapter]. [Lint] says what is wrong with it, one line each.
/// [Run] runs what a [Selection] chooses and tells a [Reader]; [Flow] knows which step needs which. Nothing here knows
/// how a value is shown.
package memorytax.notebook;
