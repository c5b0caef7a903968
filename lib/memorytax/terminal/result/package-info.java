/// Results as lines of a terminal, one class for each kind. It may use `view`, `terminal.chart`, `terminal.text`,
/// `workshop`, `catalog` and whatever holds results. Begin with [TerminalParts].
package memorytax.terminal.result;
