/// JShell inside a running chapter. JDK only, and nothing else of ours. Begin with [Shell], on a terminal,
/// and [Evaluator], for a page.
package memorytax.shell;
