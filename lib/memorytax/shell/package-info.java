/// JShell inside a running chapter. JDK only, and nothing else of ours. Begin with [Shell].
package memorytax.shell;
