import module java.base;

/// ## The one that copies while the others run
///
/// Parallel, like Serial and G1, copies whatever survives a young
/// collection, and nobody may run until it is done. Fifty thousand
/// requests that wait survive it all together, so the stop is as long
/// as they are many. A smaller young generation makes it shorter, and
/// more frequent; `-XX:MaxGCPauseMillis` asks for that, and promises
/// nothing.
///
/// ZGC copies while the others run, and stops them only to agree on
/// where it is. It pays with the processor's time and with memory: an
/// object's address takes eight bytes, and it has to finish before the
/// heap is full. Whoever asks for memory then has to wait.
///
/// ### Hints
///
/// 1. What is it that takes long in such a stop? Look at what the first
///    group of boxes has in common.
/// 2. One of the four collectors does that while the others run.
/// 3. Its flag is built like the one that is there.
static List<String> flags() {
    return List.of("-XX:+UseZGC");
}
