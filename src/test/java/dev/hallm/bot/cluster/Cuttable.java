package dev.hallm.bot.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A connection to the API server that a test can cut and mend: a relay on a port of its own. */
final class Cuttable implements AutoCloseable {
    private final URI target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
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
    void cut() {
        close(listener);
        sockets.forEach(Cuttable::close);
        sockets.clear();
    }

    void mend() {
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
                relay(server.accept());
            }
        } catch (IOException e) {
            close(server);
        }
    }

    private void relay(Socket near) {
        sockets.add(near);
        try {
            var far = new Socket(target.getHost(), target.getPort());
            sockets.add(far);
            Thread.ofVirtual().start(() -> pump(near, far));
            Thread.ofVirtual().start(() -> pump(far, near));
        } catch (IOException e) {
            close(near);
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
