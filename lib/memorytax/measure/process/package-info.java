/// A process from outside: started, talked to, read by its pid, ended. It may use `measure.result` and `child`; the
/// library that asks the operating system is imported by [Host] alone. Begin with [ChildProcess], then [Host].
package memorytax.measure.process;
