/// From the words of a command line to an exit code: a chapter, the list of chapters, the preparation of a machine.
/// It may use all rooms. Begin with [Commands].
package memorytax.cli;
