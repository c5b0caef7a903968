package memorytax.room;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The addresses at which others of the same network can reach this machine.
public final class OwnAddresses {
    /// Of a network that exists only in examples. Nothing is sent there: the system only says which way it would go.
    private static final InetSocketAddress AWAY = new InetSocketAddress(InetAddress.ofLiteral("192.0.2.1"), 9);

    private OwnAddresses() {
    }

    /// The one that leads to other networks first. Those of IPv6 only where there are no others, because nobody can
    /// type them; none without a network.
    public static List<InetAddress> all() {
        try (Stream<NetworkInterface> cards = NetworkInterface.networkInterfaces()) {
            var here = cards.filter(OwnAddresses::isUp).flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLinkLocalAddress() && !address.isLoopbackAddress()).toList();
            var four = here.stream().filter(Inet4Address.class::isInstance).toList();
            return Stream.concat(outward().stream().filter(here::contains), (four.isEmpty() ? here : four).stream())
                .distinct().toList();
        } catch (SocketException e) {
            return List.of();
        }
    }

    private static boolean isUp(NetworkInterface card) {
        try {
            return card.isUp();
        } catch (SocketException e) {
            return false;
        }
    }

    private static Optional<InetAddress> outward() {
        try (var socket = new DatagramSocket()) {
            socket.connect(AWAY);
            return Optional.of(socket.getLocalAddress());
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // there is no way
        }
    }

    /// As an address has it: IPv6 in brackets.
    public static String host(InetAddress address, int port) {
        var text = address.getHostAddress().replaceFirst("%.*", "");
        return (address instanceof Inet6Address ? "[" + text + "]" : text) + ":" + port;
    }
}
