package dev.sspr.internal.verification;

import dev.sspr.flow.UnavailableException;
import dev.sspr.spi.FlowId;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Joins concurrent commits of one flow on one node. A double click with the same password gets the same answer; a call
 * with another password waits, and then gets an answer of its own (F2-S13).
 */
final class SingleFlight<T> {
    private record Flight<T>(CommitAction action, CompletableFuture<T> result) {}

    private final Map<FlowId, Flight<T>> flying = new ConcurrentHashMap<>();

    T fly(FlowId flow, CommitAction action, Supplier<T> call) {
        Flight<T> mine = new Flight<>(action, new CompletableFuture<>());
        for (Flight<T> first = flying.putIfAbsent(flow, mine); first != null; first = flying.putIfAbsent(flow, mine)) {
            // compared at once: the first call erases its password at its end
            boolean same = first.action().sameAs(action);
            if (same) {
                return landed(first.result());
            }
            first.result().handle((result, failure) -> 0).join();
        }
        try {
            T result = call.get();
            flying.remove(flow);
            mine.result().complete(result);
            return result;
        } catch (RuntimeException | Error e) {
            flying.remove(flow);
            mine.result().completeExceptionally(e);
            throw e;
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
