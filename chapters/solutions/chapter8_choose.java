import memorytax.claim.Choice;

/// ## A cheap stack, and a limit with a fifth to spare
///
/// On our machine, a virtual thread keeps about 1.5 KB of frames 30
/// calls deep, and 8 KB of timetable: near 10 KB, so 100 MB for all ten
/// thousand. The empty JVM took 55 MB, and the heap needs room to work
/// in. That made some 180 MB. The limit is a fifth above that.
///
/// Goroutines and asyncio tasks took about as much, and pass with
/// limits of their own. Platform threads pass, too, with a limit more
/// than twice as large: the check asks only whether the limit fits. But
/// the city pays for it.
///
/// ### What it costs
///
/// The fifth to spare is paid for and not used. Without it, a moment
/// with more boards, or one more library, ends the process: a container
/// that exceeds its limit is killed without a warning.
///
/// The number holds for 30 frames and 8 KB. When the service changes,
/// weigh it again.
///
/// ### Where you meet it
///
/// In Kubernetes this limit is `resources.limits.memory`, and a
/// container that runs into it is `OOMKilled`. A JVM in a container
/// takes up to a quarter of the limit for its heap, more where the
/// limit is small, unless `-Xmx` or `-XX:MaxRAMPercentage` says
/// otherwise. Cloud Foundry's Java buildpack has a memory calculator,
/// which subtracts thread stacks, classes and some headroom from the
/// limit and gives the rest to the heap.
///
/// ### Hints
///
/// 1. The idea: what one task takes, times 10,000, and the empty
///    process on top: that is what the service takes. The limit goes a
///    little above it, and not far. Look for an architecture whose
///    frames are cheap at a depth of 30, in the table *What one more
///    task costs at each depth*.
/// 2. The API: `Choice.of` takes the name of an architecture as the
///    tables have it, and a limit such as `"100 MB"`. Chapter 8 does
///    the sum for you: `./jbang chapter8 --tasks 10000 --depth 30
///    --holding 8KB`.
/// 3. Nearly the code: take `"virtual threads"`, read what chapter 8
///    calculates for them, and add a fifth.
///
/// ### As it came
///
/// ```java
/// static Choice choose() {
///     return Choice.of("platform threads", "64 MB");
/// }
/// ```
static Choice choose() {
    return Choice.of("virtual threads", "224 MB");
}
