import module java.base;

/// ## Wait for one byte, and take a buffer when it comes
///
/// While a client is quiet, its thread waits in a `read` of a single
/// byte. No buffer is needed for that. When the byte comes, the thread
/// takes as much as is there. If it ends with the end of a line, the
/// line is answered, and the buffer is garbage. If not, the thread keeps
/// what it has, and waits for the rest: a client in the middle of a
/// line is not quiet.
///
/// ### What it costs
///
/// One more call of the kernel for each message, and a little garbage.
/// A client that talks all the time is better off with a buffer that
/// stays.
///
/// ### Where you meet it
///
/// Servers that hold many quiet connections let go of their buffers:
/// nginx frees those of a connection that is kept alive, and Netty takes
/// a buffer from a pool only when a channel is ready.
///
/// ### Hints
///
/// 1. The idea: a client that says nothing needs no buffer. See "Let
///    the buffer go while the client is quiet".
/// 2. The API: `read()` waits for one byte. `available()` says how many
///    more can be read without waiting.
/// 3. Nearly the code: read one byte, write it to a
///    `ByteArrayOutputStream`, and then `readNBytes(available())`. Go on
///    until the last byte is the end of a line, then send all of it.
///
/// ### As it came
///
/// ```java
/// static void hush(Socket client) throws IOException {
///     var in = new BufferedReader(
///         new InputStreamReader(client.getInputStream()));
///     var out = client.getOutputStream();
///     for (var line = in.readLine(); line != null; line = in.readLine())
///         out.write((line + "\n").getBytes());
/// }
/// ```
static void hush(Socket client) throws IOException {
    var in = client.getInputStream();
    for (int first = in.read(); first >= 0; first = in.read()) {
        var lines = new ByteArrayOutputStream();
        for (int next = first; next >= 0; next = in.read()) {
            lines.write(next);
            lines.write(in.readNBytes(in.available()));
            var all = lines.toByteArray();
            if (all[all.length - 1] != '\n') continue; // not all is here
            client.getOutputStream().write(all);
            break;
        }
    }
}
