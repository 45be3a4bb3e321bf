package org.talon.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.talon.report.CannotRun;

/** A way to a port of this machine that can be cut, can stall, and can be mended: what a WAN does. */
public final class Link implements AutoCloseable {

    private enum State {
        WHOLE,
        CUT,
        STALLED
    }

    private static final int CHUNK = 16_384;
    private static final int MILLIS_TO_CONNECT = 2_000;

    private final ServerSocket door;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private State state = State.WHOLE;
    private boolean closed;

    private Link(ServerSocket door, int target) {
        this.door = door;
        this.target = target;
    }

    /** From one port of the loopback address to another. */
    public static Link between(int port, int target) {
        try {
            ServerSocket door = new ServerSocket();
            door.setReuseAddress(true);
            door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            Link link = new Link(door, target);
            Thread.ofPlatform().daemon().name("link " + port).start(link::accept);
            return link;
        } catch (IOException e) {
            throw new CannotRun("no link can be made from port " + port + ": " + e.getMessage(), e);
        }
    }

    /** Every connection breaks, and none comes about. */
    public synchronized void cut() {
        state = State.CUT;
        open.forEach(Link::quietly);
        notifyAll();
    }

    /** Every connection breaks; new ones come about. */
    public void reset() {
        open.forEach(Link::quietly);
    }

    /** Connections stand, and nothing passes. */
    public synchronized void stall() {
        state = State.STALLED;
    }

    public synchronized void mend() {
        state = State.WHOLE;
        notifyAll();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket from = door.accept();
                if (isCut()) {
                    from.close();
                } else {
                    connect(from);
                }
            } catch (IOException overOrRefused) {
                // Whoever wanted to connect tries again, or the link is closed.
            }
        }
    }

    private void connect(Socket from) throws IOException {
        Socket to = new Socket();
        try {
            to.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), MILLIS_TO_CONNECT);
        } catch (IOException refused) {
            from.close();
            to.close();
            throw refused;
        }
        open.add(from);
        open.add(to);
        Thread.ofPlatform().daemon().start(() -> pass(from, to));
        Thread.ofPlatform().daemon().start(() -> pass(to, from));
    }

    private void pass(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] chunk = new byte[CHUNK];
            for (int length = in.read(chunk); length >= 0 && mayPass(); length = in.read(chunk)) {
                out.write(chunk, 0, length);
            }
        } catch (IOException broken) {
            // One end broke, or the link was cut: the other end learns of it as its connection closes.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    /** Waits while the link stalls. */
    private synchronized boolean mayPass() throws InterruptedException {
        while (state == State.STALLED && !closed) {
            wait();
        }
        return state == State.WHOLE && !closed;
    }

    private synchronized boolean isCut() {
        return state == State.CUT;
    }

    private static void quietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // It is what was wanted.
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        door.close();
        open.forEach(Link::quietly);
    }
}
