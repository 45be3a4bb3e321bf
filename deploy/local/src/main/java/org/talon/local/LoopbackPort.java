package org.talon.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/** Ports of the loopback address. */
final class LoopbackPort {
    private static final int CONNECT_MILLIS = 500;

    private LoopbackPort() {}

    /** The wanted port, or any free one for 0; a {@link LocalStartException} that names the port where somebody has it. */
    static int claim(int wanted, String service) {
        if (wanted != 0 && answers(wanted)) {
            throw inUse(wanted, service, null);
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(at(wanted));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw inUse(wanted, service, e);
        }
    }

    /** Asked first: some systems let two processes bind one port, the one to every address, the other to this one. */
    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(at(port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static InetSocketAddress at(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    private static LocalStartException inUse(int port, String service, @Nullable Throwable cause) {
        return new LocalStartException("Port " + port + ", wanted for " + service + ", is in use", cause);
    }
}
