package dev.sspr.internal.engine;

import dev.sspr.internal.bytes.BodyReader;
import dev.sspr.internal.bytes.BodyWriter;
import dev.sspr.spi.Digest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * The delivery of a message that has not reached all its destinations; stored in the flow's state. Each attempt makes the
 * content anew, so no code, link or address is stored.
 *
 * @param attempts how many attempts have failed, 0 to 255
 * @param nextAttemptAt when the next attempt is due
 * @param until when the life of the message is over
 * @param settled ids of the messages that a notifier accepted or refused for good
 */
public record PendingNotice(int attempts, Instant nextAttemptAt, Instant until, Set<Digest> settled) {
    /** The largest octet; 255 attempts at most every 6 hours are two months. */
    private static final int MOST_ATTEMPTS = 255;

    /** Twice {@link dev.sspr.spi.Administrators#MAX_RECIPIENTS}; a message beyond it is sent again, with its id. */
    private static final int MOST_SETTLED = 200;

    public PendingNotice {
        settled = Set.copyOf(settled);
    }

    /** Returns a message before its first attempt. */
    public static PendingNotice due(Instant at, Instant until) {
        return new PendingNotice(0, at, until, Set.of());
    }

    public boolean isDue(Instant now) {
        return !now.isBefore(nextAttemptAt) && !isOver();
    }

    /** Returns whether no attempt is left before the life of the message is over. */
    public boolean isOver() {
        return !nextAttemptAt.isBefore(until);
    }

    /** Returns when the sweeper makes an attempt; the first one is the executor's for {@code overdue}. */
    public Instant wakeAt(Duration overdue) {
        return attempts == 0 ? nextAttemptAt.plus(overdue) : nextAttemptAt;
    }

    /** Moves the attempt to a later time, without counting one. */
    public PendingNotice postponed(Instant at) {
        return new PendingNotice(attempts, at, until, settled);
    }

    /** Counts an attempt that has not settled everything; the notifier may ask for a longer pause than the back-off. */
    public PendingNotice failed(Set<Digest> nowSettled, Duration least, Instant now) {
        Instant backoff = Backoff.after(attempts, now);
        Instant asked = now.plus(least);
        Set<Digest> all = new HashSet<>(settled);
        nowSettled.stream().limit(MOST_SETTLED - all.size()).forEach(all::add);
        return new PendingNotice(
                Math.min(attempts + 1, MOST_ATTEMPTS), asked.isAfter(backoff) ? asked : backoff, until, all);
    }

    public static void write(BodyWriter out, PendingNotice notice) {
        out.octet(notice.attempts())
                .instant(notice.nextAttemptAt())
                .instant(notice.until())
                .list(notice.settled(), BodyWriter::digest);
    }

    public static PendingNotice read(BodyReader in) {
        return new PendingNotice(in.octet(), in.instant(), in.instant(), Set.copyOf(in.list(BodyReader::digest)));
    }
}
