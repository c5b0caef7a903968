import memorytax.claim.Choice;

/// ## Something light, and a limit with air
///
/// Thirty frames down a virtual thread keeps about 1.5 KB of frames, and
/// 8 KB of timetable: near 10 KB, so 100 MB for all ten thousand. The
/// empty JVM takes 55 MB, and the heap has room to work in. That makes
/// some 180 MB, and the limit leaves a fifth of air above it.
///
/// Goroutines and asyncio tasks take about as much, and pass with their
/// own limits. Platform threads pass, too, with one more than twice as
/// large: the check asks for no waste of the limit. What the city pays is
/// another matter.
///
/// ### Hints
///
/// 1. Which architecture has frames that are cheap at a depth of 30? The
///    table "What one more task costs at each depth" says it.
/// 2. Bytes of one task times 10,000, and the empty process on top: that
///    is what it takes. Chapter 8 calculates it for you, with
///    `--tasks 10000 --depth 30 --holding 8KB`.
/// 3. A limit that is exactly what the service takes is one that it
///    runs into. Give it a fifth more.
static Choice choose() {
    return Choice.of("virtual threads", "224 MB");
}
