import module java.base;

/// ## Keep the beginning of a line, and nothing else
///
/// The thread of the selector reads what has come into a buffer that
/// all clients share. What is a whole line is sent back. The rest, the
/// beginning of a line, is attached to the client's key until its end
/// comes. A quiet client has nothing attached: it costs its channel, its
/// key and their entries.
///
/// ### What it costs
///
/// The code is no longer written from top to bottom: what a virtual
/// thread keeps in its frames is kept by hand here. And everything runs
/// on one thread: a slow answer stops all clients. `write` may also
/// take only a part when a client reads slowly; here the loop tries
/// again until all is sent, which is right only for clients that read.
///
/// ### Where you meet it
///
/// Netty, Vert.x, nginx and Redis are built like this. Frameworks hide
/// the loop, and what remains is the rule "never block the event loop".
///
/// ### Hints
///
/// 1. The idea: the shared thread reads into a shared buffer; only half
///    a line belongs to one client. See "One thread for all clients".
/// 2. The API: `SocketChannel.read(ByteBuffer)` returns -1 when the
///    client has gone. `key.attachment()` returns what `key.attach` has
///    put there.
/// 3. Nearly the code: read into a static buffer, put the attachment
///    before what has come, look for the last end of a line, write all
///    up to there, and attach a copy of the rest, or null.
///
/// ### As it came
///
/// ```java
/// static void serve(SelectionKey key) throws IOException {
///     var client = (SocketChannel) key.channel();
///     key.cancel();
///     key.selector().selectNow();     // it has no selector any more
///     client.configureBlocking(true);
///     Thread.startVirtualThread(() -> echo(client.socket()));
/// }
/// ```
static void serve(SelectionKey key) throws IOException {
    var client = (SocketChannel) key.channel();
    var came = ByteBuffer.allocate(16 << 10);   // garbage in a moment
    if (client.read(came) < 0) {
        client.close();
        return;
    }
    var before = key.attachment() instanceof byte[] b ? b : new byte[0];
    var all = ByteBuffer.allocate(before.length + came.position())
        .put(before).put(came.flip());
    int end = all.position();
    while (end > 0 && all.get(end - 1) != '\n') end--;
    var rest = Arrays.copyOfRange(all.array(), end, all.position());
    key.attach(rest.length == 0 ? null : rest);
    for (var whole = all.flip().limit(end); whole.hasRemaining(); )
        client.write(whole);
}
