package memorytax.child.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.util.List;

/// One thread that accepts clients, and calls the server's code for each that has said something.
public final class SelectorLoop {
    private SelectorLoop() {
    }

    /// What a server does when a client has said something, or has gone.
    @FunctionalInterface
    public interface Ready {
        void ready(SelectionKey client) throws IOException;
    }

    /// Has so many clients come to it; returns when each has been answered once.
    public static Clients of(int clients, Ready ready) throws IOException {
        var selector = Selector.open();
        var door = ServerSocketChannel.open();
        door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), Clients.BACKLOG)
            .configureBlocking(false).register(selector, SelectionKey.OP_ACCEPT);
        Thread.ofPlatform().daemon().name("selector").start(() -> run(selector, ready));
        return Clients.call(clients, door.socket(), "line");
    }

    private static void run(Selector selector, Ready ready) {
        try {
            while (true) {
                selector.select();
                var keys = List.copyOf(selector.selectedKeys()); // the code may use the selector itself
                selector.selectedKeys().clear();
                for (var key : keys) if (key.isValid()) serve(key, ready);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void serve(SelectionKey key, Ready ready) {
        try {
            if (key.channel() instanceof ServerSocketChannel door) {
                var client = door.accept();
                if (client != null) client.configureBlocking(false).register(key.selector(), SelectionKey.OP_READ);
            } else ready.ready(key);
        } catch (IOException e) {
            key.cancel(); // the client has gone
        }
    }
}
