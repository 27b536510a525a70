package dev.sspr.adapter.smtp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Puts each new connection through to the mail server of the moment, or hangs up on it. */
final class Switchboard implements AutoCloseable {
    static final int NOBODY = 0;

    private final ServerSocket listener;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile int target;

    Switchboard(int target) {
        this.target = target;
        try {
            listener = new ServerSocket(0, 128, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::listen);
    }

    int port() {
        return listener.getLocalPort();
    }

    void target(int port) {
        target = port;
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                Socket caller = listener.accept();
                if (target == NOBODY) {
                    caller.close();
                    continue;
                }
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.addAll(List.of(caller, server));
                start(() -> pass(caller, server));
                start(() -> pass(server, caller));
            } catch (IOException e) {
                // closed, or the server is gone: the next caller may have more luck
            }
        }
    }

    private static void pass(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // one side hung up
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "switchboard");
        thread.setDaemon(true);
        thread.start();
    }
}
