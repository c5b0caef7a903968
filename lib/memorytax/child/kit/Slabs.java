package memorytax.child.kit;

import memorytax.child.Child;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The kernel's own records, counted by kind: Linux keeps records of one kind in *slabs*, and `/proc/slabinfo` has
/// their numbers and sizes. Only root can read it, and it counts the whole machine.
public final class Slabs {
    private static final Path FILE = Path.of("/proc/slabinfo");
    /// What belongs to a socket: the connection, its inode, its name, the open file, and its place in an epoll list.
    /// Java's sockets are of IPv6, also where they talk IPv4.
    private static final List<String> OF_SOCKETS =
        List.of("TCPv6", "TCP", "sock_inode_cache", "dentry", "filp", "eventpoll_epi", "lsm_inode_cache");

    private Slabs() {
    }

    /// Whether they can be counted here.
    public static boolean can() {
        return Files.isReadable(FILE);
    }

    /// Bytes of the records that belong to sockets, by kind; those in use.
    public static Map<String, Long> ofSockets() throws IOException {
        var bytes = new LinkedHashMap<String, Long>();
        for (var line : Files.readAllLines(FILE)) {
            var words = line.split(" +");
            if (OF_SOCKETS.contains(words[0])) bytes.put(words[0], Long.parseLong(words[1]) * Long.parseLong(words[3]));
        }
        return bytes;
    }

    /// Tells the scale how many bytes of each kind have come since then, for each of so many sockets.
    public static void tell(Map<String, Long> before, int sockets) throws IOException {
        var now = ofSockets();
        long sum = 0;
        for (var kind : now.keySet()) {
            long each = Math.round((now.get(kind) - before.getOrDefault(kind, 0L)) / (double) sockets);
            sum += each;
            if (each != 0) Child.mark(kind, "bytes", each);
        }
        Child.mark("together", "bytes", sum);
    }
}
