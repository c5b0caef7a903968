/// Lines of styled text: cut, wrapped, put beside each other, and Markdown, code and tables made of them. It may use
/// `view` and the colours of `chart.draw`. Begin with [TerminalLines].
package memorytax.terminal.text;
