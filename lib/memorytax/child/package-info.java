/// What runs inside a weighed JVM: [Child] speaks the protocol, starts the load that its command line names, and
/// answers. JDK only, and nothing else of ours, because whatever is loaded here is weighed along. Begin with [Gate],
/// which every load uses, and [Child].
package memorytax.child;
