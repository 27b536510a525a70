package dev.sspr.adapter.breached;

import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.BreachedPasswords;
import dev.sspr.spi.Secret;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks a service that speaks the range protocol of Have I Been Pwned. It sends the first five hexadecimal digits of the
 * SHA-1, asks for padding so that the size of the answer tells nothing, and compares the rest here.
 *
 * <p><b>Threads.</b> Safe to share.
 *
 * <p><b>Blocking.</b> Up to the time limit; all tries of one look-up together.
 *
 * <p><b>Failure.</b> A {@link BackendUnavailableException} for everything but a sound answer. After the service said 429
 * or 503 with {@code Retry-After}, it is not asked again before that.
 *
 * <p><b>Security duty.</b> The service learns 20 bits of the hash and the host's address. Redirects are not followed.
 */
public final class RangeClient implements BreachedPasswords {
    private final RangeSettings settings;
    private final HttpClient http;
    private final RangeCache cache;
    private final Clock clock;
    private volatile Instant notBefore = Instant.MIN;

    RangeClient(RangeSettings settings, HttpClient http, RangeCache cache, Clock clock) {
        this.settings = settings;
        this.http = http;
        this.clock = clock;
        this.cache = cache;
    }

    /**
     * A client of a service.
     *
     * @param base where {@code /range/} is found: {@code https}, or {@code http} on loopback, without query
     * @param userAgent who asks, 1 to 200 printable ASCII characters; Have I Been Pwned refuses requests without
     * @return a builder with defaults for everything else
     * @throws IllegalArgumentException if one is not of that form
     */
    public static RangeClientBuilder of(URI base, String userAgent) {
        return new RangeClientBuilder(base, userAgent);
    }

    @Override
    public BreachedPasswords.Answer lookUp(Secret password) {
        Objects.requireNonNull(password, "password");
        byte[] sha1 = Sha1.of(password);
        String prefix = HexFormat.of().withUpperCase().formatHex(sha1).substring(0, 5);
        Range range = cache.get(prefix, clock.instant()).orElseGet(() -> ask(prefix));
        int times = range.times(sha1);
        return times > 0 ? new BreachedPasswords.Answer.Found(times) : new BreachedPasswords.Answer.NotFound();
    }

    private Range ask(String prefix) {
        if (clock.instant().isBefore(notBefore)) {
            throw unavailable("it asked to be left alone for a while");
        }
        long end = System.nanoTime() + settings.timeLimit().toNanos();
        for (int tries = settings.tries(); ; tries--) {
            try {
                Range range = once(prefix, end - System.nanoTime());
                cache.put(prefix, range, clock.instant());
                return range;
            } catch (PassingFailure failure) {
                if (tries <= 1 || System.nanoTime() >= end || clock.instant().isBefore(notBefore)) {
                    throw unavailable(String.valueOf(failure.getMessage()));
                }
            }
        }
    }

    private Range once(String prefix, long nanos) throws PassingFailure {
        HttpRequest request = HttpRequest.newBuilder(settings.base().resolve("range/" + prefix))
                .header("Add-Padding", "true")
                .header("User-Agent", settings.userAgent())
                .timeout(Duration.ofNanos(Math.max(1, nanos)))
                .GET()
                .build();
        CompletableFuture<HttpResponse<byte[]>> running =
                http.sendAsync(request, head -> new BoundedBody(RangeSettings.MOST_BYTES));
        try {
            return read(running.get(Math.max(1, nanos), TimeUnit.NANOSECONDS));
        } catch (TimeoutException slow) {
            throw unavailable("no answer in " + settings.timeLimit().toMillis() + " ms");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw unavailable("interrupted while waiting");
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            throw new PassingFailure(
                    cause instanceof BoundedBody.TooLong
                            ? "its answer is longer than " + RangeSettings.MOST_BYTES + " bytes"
                            : cause == null ? "failed" : cause.getClass().getSimpleName());
        } finally {
            running.cancel(true);
        }
    }

    private Range read(HttpResponse<byte[]> response) throws PassingFailure {
        int status = response.statusCode();
        if (status == 429 || status >= 500) {
            response.headers()
                    .firstValue("Retry-After")
                    .flatMap(RetryAfter::seconds)
                    .ifPresent(pause -> notBefore = clock.instant().plus(pause));
            throw new PassingFailure("status " + status);
        }
        if (status != 200) {
            throw unavailable("status " + status);
        }
        try {
            return Range.parse(response.body());
        } catch (IllegalArgumentException garbage) {
            throw new PassingFailure("its answer is not of the range protocol: " + garbage.getMessage());
        }
    }

    private static BackendUnavailableException unavailable(String why) {
        return new BackendUnavailableException("breached passwords service: " + why);
    }

    /** Worth another try. */
    private static final class PassingFailure extends Exception {
        private static final long serialVersionUID = 1L;

        PassingFailure(String message) {
            super(message, null, false, false);
        }
    }

    /** Where it asks. */
    @Override
    public String toString() {
        return "RangeClient[" + settings.base() + "]";
    }
}
