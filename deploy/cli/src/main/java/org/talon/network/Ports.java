package org.talon.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.talon.report.CannotRun;

/** Ports of the loopback address. */
public final class Ports {
    private static final int HIGHEST = 65_535;
    private static final int CONNECT_MILLIS = 500;

    private Ports() {}

    /** Ports that nobody has at this moment, all different. */
    public static List<Integer> free(int count) {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                ServerSocket socket = new ServerSocket();
                held.add(socket);
                socket.bind(at(0));
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException e) {
            throw new CannotRun("no free port is left on this machine: " + e.getMessage(), e);
        } finally {
            held.forEach(Ports::close);
        }
    }

    /** Refuses a port that somebody has; asked before anything is started. */
    public static void requireFree(int port, String wantedFor) {
        if (port < 1 || port > HIGHEST) {
            throw new CannotRun("port " + port + ", wanted for " + wantedFor + ", does not exist; expected 1 to 65535");
        }
        if (answers(port) || !canBind(port)) {
            throw new CannotRun("port " + port + ", wanted for " + wantedFor + ", is in use by another program");
        }
    }

    /** Asked first: some systems let two processes bind one port, the one to every address, the other to this one. */
    public static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(at(port), CONNECT_MILLIS);
            return true;
        } catch (IOException nobodyThere) {
            return false;
        }
    }

    private static boolean canBind(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(at(port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static InetSocketAddress at(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new CannotRun("a port that was just taken cannot be given back: " + e.getMessage(), e);
        }
    }
}
