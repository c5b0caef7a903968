/// A chapter that runs: which steps need which, in which order they run, what the reader answers and what is kept of
/// it. It may use `notebook.source`, and is JDK only; how a value is shown it does not know. Begin with [Run], which
/// tells a [Reader].
package memorytax.notebook;
