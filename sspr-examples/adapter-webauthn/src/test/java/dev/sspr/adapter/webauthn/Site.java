package dev.sspr.adapter.webauthn;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page on this machine with the script that the README shows. */
final class Site implements AutoCloseable {
    private static final Pattern SCRIPT = Pattern.compile("```js\n(.*?)```", Pattern.DOTALL);

    private final HttpServer server;

    /** @param frame what the page has in a frame that may use passkeys, or nothing */
    Site(String frame) {
        String body = frame.isEmpty()
                ? ""
                : "<iframe src='" + frame
                        + "' allow='publickey-credentials-get; publickey-credentials-create'></iframe>";
        byte[] page = ("<!doctype html><title>Passkeys</title>" + body + "<script>" + script() + "</script>")
                .getBytes(StandardCharsets.UTF_8);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
    }

    private static String script() {
        try {
            Matcher script = SCRIPT.matcher(Files.readString(Path.of("README.md")));
            if (!script.find()) {
                throw new IllegalStateException("README.md shows no script");
            }
            return script.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String origin(String host) {
        return "http://" + host + ":" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
