package dev.sspr.adapter.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** A TCP port that passes everything on to another one, until it is told to cut the lines, or to keep them silent. */
final class Forwarder {
    enum Mode {
        PASS,
        STALL,
        REFUSE
    }

    private final ServerSocket server;
    private final int target;
    private final List<Socket> open = new ArrayList<>();
    private Mode mode = Mode.PASS;

    Forwarder(int target) {
        this.target = target;
        try {
            server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread(this::acceptAll);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Changes the mode; whatever was open before a return to PASS, or a change to REFUSE, is cut. */
    synchronized void mode(Mode next) {
        mode = next;
        if (next != Mode.STALL) {
            open.forEach(Forwarder::close);
            open.clear();
        }
        notifyAll();
    }

    private void acceptAll() {
        while (!server.isClosed()) {
            try {
                accepted(server.accept());
            } catch (IOException closed) {
                return;
            }
        }
    }

    private synchronized void accepted(Socket client) {
        if (mode == Mode.REFUSE) {
            close(client);
            return;
        }
        open.add(client);
        try {
            Socket upstream = new Socket(InetAddress.getLoopbackAddress(), target);
            client.setTcpNoDelay(true);
            upstream.setTcpNoDelay(true);
            open.add(upstream);
            thread(() -> pump(client, upstream));
            thread(() -> pump(upstream, client));
        } catch (IOException e) {
            close(client);
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[8192];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                awaitPass();
                out.write(buffer, 0, n);
            }
        } catch (IOException | InterruptedException cut) {
            // both ends are closed below
        }
        close(from);
        close(to);
    }

    private synchronized void awaitPass() throws InterruptedException {
        while (mode == Mode.STALL) {
            wait();
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "forwarder");
        thread.setDaemon(true);
        thread.start();
    }
}
