/// What loads of chapters bring along: bursts of tasks, pools, leaks, collectors, schedulers, letters. It may use
/// `child`, and is JDK only, because it runs in the weighed process. Begin with the chapter that uses it; each file
/// belongs to one topic.
package memorytax.child.kit;
