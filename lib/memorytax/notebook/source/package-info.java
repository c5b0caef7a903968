/// A chapter's source, taken apart into cells by span, and checked. JDK only, and nothing else of ours. Begin with
/// [ChapterSource], which reads a [Chapter]; [Lint] says what is wrong with one.
package memorytax.notebook.source;
