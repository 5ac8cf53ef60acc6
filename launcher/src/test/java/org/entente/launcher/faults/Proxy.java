package org.entente.launcher.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A TCP relay to a local port, which can be cut like a cable, or go silent like a network that drops every packet. */
final class Proxy implements AutoCloseable {
    private final ServerSocket listening;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;
    private volatile boolean silent;

    Proxy(int target) {
        this.target = target;
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().start(this::listen);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Every connection ends, and none is made. */
    void cut() {
        cut = true;
        endAll();
    }

    /** Connections stay, and nothing comes through them. */
    void silence() {
        silent = true;
    }

    /** As it was before; what was silent for a while does not speak again, since its bytes are lost. */
    void restore() {
        boolean lost = silent;
        cut = false;
        silent = false;
        if (lost) {
            endAll();
        }
    }

    private void listen() {
        while (!listening.isClosed()) {
            takeOne();
        }
    }

    private void takeOne() {
        try {
            Socket client = listening.accept();
            if (cut) {
                client.close();
            } else {
                relay(client, new Socket(InetAddress.getLoopbackAddress(), target));
            }
        } catch (IOException e) {
            // the target is away, or this is closed
            return;
        }
    }

    private void relay(Socket one, Socket other) {
        open.add(one);
        open.add(other);
        Thread.ofPlatform().daemon().start(() -> copy(one, other));
        Thread.ofPlatform().daemon().start(() -> copy(other, one));
    }

    private void copy(Socket from, Socket to) {
        byte[] buffer = new byte[16_384];
        try (from;
                to) {
            for (int n = from.getInputStream().read(buffer);
                    n >= 0;
                    n = from.getInputStream().read(buffer)) {
                if (!silent) {
                    to.getOutputStream().write(buffer, 0, n);
                    to.getOutputStream().flush();
                }
            }
        } catch (IOException e) {
            // one side is gone, so the other goes too
            return;
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private void endAll() {
        open.forEach(socket -> {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }
}
