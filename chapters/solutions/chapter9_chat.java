import module java.base;

/// ## Read bytes, and choose the size
///
/// The server keeps two buffers for each client, one inside the other.
/// The `InputStreamReader` has one of 8,192 bytes, and nobody can
/// choose its size. The `BufferedReader` has one of 8,192 characters;
/// its constructor takes another size, but that leaves the first one.
///
/// A chat server need not look at characters at all: it sends bytes
/// back as they came. So it needs one buffer, of a size that it
/// chooses. A long line is sent back in several pieces, which the
/// client puts together again.
///
/// ### What it costs
///
/// A line of 9,000 bytes is now read in more than a hundred pieces, each
/// with two calls of the kernel. Take the size that most lines fit
/// into.
///
/// ### Where you meet it
///
/// Web servers have settings for it: Tomcat's `maxHttpHeaderSize`, the
/// buffers of Jetty's connectors, `ReadBufferSize` of Go's WebSocket
/// libraries. Their defaults are made for clients that talk.
///
/// ### Hints
///
/// 1. The idea: of the two buffers, only one has a size that you can
///    choose. See "The parts of one client".
/// 2. The API: an `InputStream` reads into an array of yours, and says
///    how many bytes have come.
/// 3. Nearly the code: make an array of 64 bytes, `read` into it until
///    it returns a number below 1, and `write` as many bytes each time.
///
/// ### As it came
///
/// ```java
/// static void chat(Socket client) throws IOException {
///     var in = new BufferedReader(
///         new InputStreamReader(client.getInputStream()));
///     var out = client.getOutputStream();
///     for (var line = in.readLine(); line != null; line = in.readLine())
///         out.write((line + "\n").getBytes());
/// }
/// ```
static void chat(Socket client) throws IOException {
    var in = client.getInputStream();
    var out = client.getOutputStream();
    var buffer = new byte[64];
    for (int n = in.read(buffer); n > 0; n = in.read(buffer))
        out.write(buffer, 0, n);
}
