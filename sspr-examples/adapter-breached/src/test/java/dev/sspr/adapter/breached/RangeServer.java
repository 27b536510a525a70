package dev.sspr.adapter.breached;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A service of the range protocol on loopback, as good or as bad as a test wants it. */
final class RangeServer implements AutoCloseable {
    static {
        // else each answer waits 40 ms for the client's acknowledgement
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private record Answer(int status, Function<String, String> body) {}

    private final HttpServer http;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
    private final Deque<Answer> once = new ArrayDeque<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Answer always = new Answer(200, prefix -> "");
    private volatile String retryAfter = "";
    private volatile boolean hangs;
    private volatile boolean hangsInTheBody;

    RangeServer() {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.setExecutor(threads);
        http.createContext("/", this::serve);
        http.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    void answers(int status, String body) {
        always = new Answer(status, prefix -> body);
    }

    void answers(Function<String, String> bodies) {
        always = new Answer(200, bodies);
    }

    void answersOnce(int status, String body) {
        synchronized (once) {
            once.add(new Answer(status, prefix -> body));
        }
    }

    void retryAfter(String header) {
        retryAfter = header;
    }

    void hangs(boolean on) {
        hangs = on;
    }

    void hangsInTheBody() {
        hangsInTheBody = true;
    }

    List<String> seen() {
        return seen;
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        seen.add(exchange.getRequestMethod() + " " + path + " padding="
                + exchange.getRequestHeaders().getFirst("Add-Padding") + " agent="
                + exchange.getRequestHeaders().getFirst("User-Agent"));
        Answer answer;
        synchronized (once) {
            answer = once.isEmpty() ? always : once.remove();
        }
        if (hangs) {
            await();
        }
        byte[] body =
                answer.body().apply(path.substring(path.lastIndexOf('/') + 1)).getBytes(StandardCharsets.UTF_8);
        if (!retryAfter.isEmpty()) {
            exchange.getResponseHeaders().add("Retry-After", retryAfter);
        }
        if (hangsInTheBody) {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("0000".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            await();
        } else {
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private void await() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        http.stop(0);
        threads.shutdownNow();
    }
}
