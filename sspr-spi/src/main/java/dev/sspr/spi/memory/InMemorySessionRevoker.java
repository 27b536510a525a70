package dev.sspr.spi.memory;

import dev.sspr.spi.SessionRevoker;
import dev.sspr.spi.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * Sessions in the heap of one process, and the revoker that ends them.
 *
 * <p>For each account it keeps the latest {@code issuedBefore}. A session that another node opens later with an earlier
 * issue time is therefore not accepted.
 *
 * <p><b>Threads.</b> Safe for use by many threads; each method is one atomic step.
 */
public final class InMemorySessionRevoker implements SessionRevoker {
    private final ConcurrentHashMap<UserId, Sessions> sessions = new ConcurrentHashMap<>();
    private final AtomicBoolean unconfirmed = new AtomicBoolean();
    private final Faults faults = new Faults("the session revoker");

    private record Sessions(Instant endedBefore, Map<String, Instant> issuedAt) {
        static final Sessions NONE = new Sessions(Instant.MIN, Map.of());
    }

    /** Makes a revoker without sessions. */
    public InMemorySessionRevoker() {}

    /**
     * The failures that a test can request.
     *
     * @return always the same
     */
    public Faults faults() {
        return faults;
    }

    /**
     * Opens a session.
     *
     * @param user the account
     * @param issuedAt the issue time
     * @return its token, for {@link #accepts}
     */
    public String open(UserId user, Instant issuedAt) {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(issuedAt, "issuedAt");
        // the user stands in the token so that one look-up by user serves both directions
        String token = user.value() + " " + UUID.randomUUID();
        sessions.compute(user, (same, kept) -> {
            Sessions now = kept == null ? Sessions.NONE : kept;
            if (issuedAt.isBefore(now.endedBefore())) {
                return now;
            }
            Map<String, Instant> more = new HashMap<>(now.issuedAt());
            more.put(token, issuedAt);
            return new Sessions(now.endedBefore(), more);
        });
        return token;
    }

    /**
     * Whether a session is accepted.
     *
     * @param token the token that {@link #open} returned
     * @return false if it was ended or never opened
     */
    public boolean accepts(String token) {
        int end = token.lastIndexOf(' ');
        return end > 0
                && sessions.getOrDefault(new UserId(token.substring(0, end)), Sessions.NONE)
                        .issuedAt()
                        .containsKey(token);
    }

    /**
     * Makes every further revocation end nothing and return {@code Unconfirmed}, or stops that.
     *
     * @param on true for {@link SessionRevoker.Revocation.Unconfirmed}
     */
    public void answerUnconfirmed(boolean on) {
        unconfirmed.set(on);
    }

    @Override
    public SessionRevoker.Revocation revokeAll(UserId user, Instant issuedBefore) {
        return revokeAll(user, issuedBefore, issued -> issued.isBefore(issuedBefore));
    }

    @Override
    public SessionRevoker.Revocation revokeAll(UserId user, Instant issuedBefore, Duration margin) {
        Instant latest = issuedBefore.plus(margin);
        return revokeAll(user, issuedBefore, issued -> !issued.isAfter(latest));
    }

    private SessionRevoker.Revocation revokeAll(UserId user, Instant issuedBefore, Predicate<Instant> ends) {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(issuedBefore, "issuedBefore");
        return faults.around("revokeAll", () -> {
            if (unconfirmed.get()) {
                return new SessionRevoker.Revocation.Unconfirmed();
            }
            AtomicInteger ended = new AtomicInteger();
            sessions.compute(user, (same, kept) -> {
                Sessions now = kept == null ? Sessions.NONE : kept;
                Map<String, Instant> left = now.issuedAt();
                if (!left.isEmpty()) {
                    left = new HashMap<>(left);
                    left.values().removeIf(ends);
                }
                ended.setPlain(now.issuedAt().size() - left.size());
                boolean later = issuedBefore.isAfter(now.endedBefore());
                return new Sessions(later ? issuedBefore : now.endedBefore(), left);
            });
            return new SessionRevoker.Revocation.Ended(ended.getPlain());
        });
    }
}
