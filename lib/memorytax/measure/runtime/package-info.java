/// What runtimes do beside occupying memory, each thing as a type that says what processes reported: how long their
/// collectors stop them, who runs which task, what an idle one takes, what comes back. It may use `measure.result`, and
/// prints nothing. Begin with [PauseTimes]; a step that means it ends with `.reports().as(PauseTimes::new)`.
package memorytax.measure.runtime;
