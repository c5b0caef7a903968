/// Programs in other languages, and files of the reader's: the toolchains are found, a program is built once, and
/// started. It may use `measure.process`, `measure.result` and `child`. Begin with [Toolchains]; a further runtime is a
/// [Toolchain], and a line in [Runtimes].
package memorytax.peers;
