package dev.sspr.internal.verification;

import dev.sspr.flow.UnavailableException;
import dev.sspr.spi.FlowId;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Joins concurrent calls for one flow on one node, such as a double click: both get the same answer. */
final class SingleFlight<T> {
    private final Map<FlowId, CompletableFuture<T>> flying = new ConcurrentHashMap<>();

    T fly(FlowId flow, Supplier<T> call) {
        CompletableFuture<T> mine = new CompletableFuture<>();
        CompletableFuture<T> first = flying.putIfAbsent(flow, mine);
        if (first != null) {
            return landed(first);
        }
        try {
            T result = call.get();
            mine.complete(result);
            return result;
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            flying.remove(flow);
        }
    }

    private static <T> T landed(CompletableFuture<T> first) {
        try {
            return first.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new UnavailableException("user-store");
        }
    }
}
