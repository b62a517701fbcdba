package dev.hallm.bot.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;

/** A connection to the API server that a test can cut and mend: a relay on a port of its own. */
final class Cuttable implements AutoCloseable {
    private final URI target;
    private final Set<Socket> sockets = new HashSet<>();
    private final int port;
    private ServerSocket listener;

    Cuttable(URI target) {
        this.target = target;
        this.listener = listen(0);
        this.port = listener.getLocalPort();
    }

    /** Where the relay listens, in the target's scheme. */
    URI address() {
        return URI.create(target.getScheme() + "://127.0.0.1:" + port);
    }

    /** Ends every connection and refuses new ones. */
    synchronized void cut() {
        close(listener);
        sockets.forEach(Cuttable::close);
        sockets.clear();
    }

    synchronized void mend() {
        listener = listen(port);
    }

    @Override
    public void close() {
        cut();
    }

    private ServerSocket listen(int at) {
        try {
            var server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), at));
            Thread.ofVirtual().start(() -> acceptAll(server));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void acceptAll(ServerSocket server) {
        try {
            while (!server.isClosed()) {
                relay(server, server.accept());
            }
        } catch (IOException e) {
            close(server);
        }
    }

    private void relay(ServerSocket server, Socket near) {
        try {
            var far = new Socket(target.getHost(), target.getPort());
            keep(server, near, far);
            Thread.ofVirtual().start(() -> pump(near, far));
            Thread.ofVirtual().start(() -> pump(far, near));
        } catch (IOException e) {
            close(near);
        }
    }

    /** One that was accepted in the moment of the cut is cut too. */
    private synchronized void keep(ServerSocket server, Socket near, Socket far) {
        if (server.isClosed()) {
            close(near);
            close(far);
        } else {
            sockets.add(near);
            sockets.add(far);
        }
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            close(to);
        }
    }

    private static void close(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
