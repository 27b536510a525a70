package dev.sspr.adapter.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.adapter.smtp.Script.Moment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;

/** A mail server on this machine that does what a {@link Script} says and writes down what it hears. */
final class ScriptedServer implements AutoCloseable {
    private final Script script;
    private final ServerSocket listener;
    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    ScriptedServer(Script script) {
        this.script = script;
        try {
            listener = new ServerSocket();
            listener.setReceiveBufferSize(4096);
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 128);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::listen);
    }

    int port() {
        return listener.getLocalPort();
    }

    List<Exchange> exchanges() {
        return exchanges;
    }

    Exchange only() {
        assertThat(exchanges).hasSize(1);
        return exchanges.get(0);
    }

    List<Exchange> accepted() {
        return exchanges.stream().filter(exchange -> exchange.accepted).toList();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                sockets.add(socket);
                Exchange exchange = new Exchange();
                exchanges.add(exchange);
                start(() -> serve(socket, exchange));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket, Exchange exchange) {
        try (socket) {
            converse(socket, exchange);
        } catch (IOException | InterruptedException e) {
            // the line is gone
        } finally {
            exchange.over.countDown();
        }
    }

    private void converse(Socket plain, Exchange exchange) throws IOException, InterruptedException {
        Socket socket = script.tlsFromTheStart ? secured(plain, exchange) : plain;
        say(socket, Moment.GREETING);
        for (String command = line(socket); command != null; command = line(socket)) {
            exchange.commands.add(command);
            switch (command.split(" ", 2)[0].toUpperCase(Locale.ROOT)) {
                case "EHLO" -> say(socket, Moment.EHLO);
                case "MAIL" -> say(socket, Moment.MAIL);
                case "RCPT" -> say(socket, Moment.RCPT);
                case "STARTTLS" -> {
                    say(socket, Moment.STARTTLS);
                    if (script.reply(Moment.STARTTLS).startsWith("220")) {
                        socket = secured(socket, exchange);
                    }
                }
                case "AUTH" -> {
                    if (command.equalsIgnoreCase("AUTH LOGIN")) {
                        for (String question : List.of("334 VXNlcm5hbWU6", "334 UGFzc3dvcmQ6")) {
                            send(socket, question + "\r\n");
                            exchange.commands.add(line(socket));
                        }
                    }
                    say(socket, Moment.AUTH);
                }
                case "DATA" -> {
                    say(socket, Moment.DATA);
                    if (script.reply(Moment.DATA).startsWith("354")) {
                        takeContent(socket, exchange);
                    }
                }
                case "QUIT" -> {
                    say(socket, Moment.QUIT);
                    return;
                }
                default -> send(socket, "250 ok\r\n");
            }
        }
    }

    private void takeContent(Socket socket, Exchange exchange) throws IOException, InterruptedException {
        if (script.reply(Moment.DATA).equals(Script.DEAF)) {
            closed.await();
        }
        for (byte[] line = octets(socket); !Arrays.equals(line, new byte[] {'.', '\r', '\n'}); line = octets(socket)) {
            if (line.length == 0) {
                throw new IOException("content without an end");
            }
            exchange.add(line);
        }
        exchange.accepted = script.reply(Moment.END_OF_CONTENT).startsWith("2");
        say(socket, Moment.END_OF_CONTENT);
        if (script.resetAfterTaking) {
            socket.setSoLinger(true, 0);
            throw new IOException("reset");
        }
    }

    private void say(Socket socket, Moment moment) throws IOException, InterruptedException {
        String reply = script.reply(moment);
        switch (reply) {
            case Script.HANG -> {
                socket.getInputStream().transferTo(OutputStream.nullOutputStream());
                throw new IOException("the client hung up");
            }
            case Script.DROP -> throw new IOException("dropped");
            case Script.FLOOD -> {
                byte[] flood = "220-and so on\r\n".repeat(1000).getBytes(StandardCharsets.US_ASCII);
                while (true) {
                    socket.getOutputStream().write(flood);
                }
            }
            default -> send(socket, reply + "\r\n");
        }
        if (script.dropAfterReply && reply.charAt(0) >= '4') {
            throw new IOException("dropped after a refusal");
        }
    }

    private void send(Socket socket, String text) throws IOException, InterruptedException {
        OutputStream out = socket.getOutputStream();
        byte[] octets = text.getBytes(StandardCharsets.US_ASCII);
        if (script.delayMillis == 0) {
            out.write(octets);
            return;
        }
        for (byte octet : octets) {
            if (closed.await(script.delayMillis, TimeUnit.MILLISECONDS)) {
                throw new IOException("closed");
            }
            out.write(octet);
        }
    }

    private Socket secured(Socket plain, Exchange exchange) throws IOException {
        SSLSocket secured = (SSLSocket) script.tls.getSocketFactory().createSocket(plain, null, plain.getPort(), true);
        secured.setUseClientMode(false);
        secured.startHandshake();
        exchange.secure = true;
        return secured;
    }

    /** A command without its line end, or null at the end. */
    private static String line(Socket socket) throws IOException {
        byte[] octets = octets(socket);
        return octets.length == 0 ? null : new String(octets, StandardCharsets.ISO_8859_1).replaceFirst("\r\n$", "");
    }

    /** Up to and including the next line feed; empty at the end. */
    private static byte[] octets(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet >= 0; octet = in.read()) {
            line.write(octet);
            if (octet == '\n') {
                break;
            }
        }
        return line.toByteArray();
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "scripted-mail-server");
        thread.setDaemon(true);
        thread.start();
    }
}
