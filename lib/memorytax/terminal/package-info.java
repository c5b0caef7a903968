/// A chapter read by a person at a terminal: screen, keys, prompts, progress. It may use `notebook`, `catalog`,
/// `record`, `measure`, `view` and `terminal.text`, and knows no page. Begin with [TerminalReader].
package memorytax.terminal;
