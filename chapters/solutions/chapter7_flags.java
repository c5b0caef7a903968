import module java.base;

/// ## A collector that copies while the program runs
///
/// Parallel, like Serial and G1, stops the program while it copies what
/// survives a young collection. All fifty thousand waiting requests
/// survive, so the stop grows with the number of requests.
///
/// ZGC copies while the program runs. It stops the program only for
/// moments, at the start and at the end of a phase.
///
/// ### What it costs
///
/// ZGC needs more CPU time, because the program's reads and writes of
/// references do a part of its work. It needs more memory: a reference
/// takes eight bytes and not four, and the heap needs room for what the
/// program allocates during a collection. If the heap is full before
/// the collection ends, a thread that wants memory has to wait, and
/// this counts as a stop.
///
/// A smaller young generation would make the stops of the other
/// collectors shorter, and more frequent. `-XX:MaxGCPauseMillis` asks
/// for that, and promises nothing.
///
/// ### Where you meet it
///
/// Netflix made generational ZGC its default for JDK 21 and later, and
/// wrote why in 2024: "Bending pause times to your will with
/// Generational ZGC". Shenandoah (`-XX:+UseShenandoahGC`) also moves
/// objects while the program runs; most builds of OpenJDK have it. Go's
/// collector does not move objects at all.
///
/// ### Hints
///
/// 1. The idea: a stop is long if objects are copied while the program
///    stands still, and many survive. Choose a collector that copies
///    while the program runs.
/// 2. The API: *Measure the stops of four Java collectors* compares
///    Serial, Parallel, G1 and ZGC. Its table says which of them stops
///    for the shortest time. A flag of the JVM chooses the collector.
/// 3. Nearly the code: the flag has the same form as the one that is
///    there, with the name of that collector after `Use`. Replace the
///    old flag, because a JVM takes only one collector.
///
/// ### As it came
///
/// ```java
/// static List<String> flags() {
///     return List.of("-XX:+UseParallelGC");
/// }
/// ```
static List<String> flags() {
    return List.of("-XX:+UseZGC");
}
