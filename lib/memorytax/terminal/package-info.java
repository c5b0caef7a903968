/// A chapter read by a person at a terminal, or shown to a room: screen, keys, prompts, slides, progress. It may use
/// `notebook`, `catalog`, `record`, `measure`, `view` and `terminal.text`, and knows no page. Begin with
/// [TerminalReader], or, for the room, with [TerminalSlides].
package memorytax.terminal;
