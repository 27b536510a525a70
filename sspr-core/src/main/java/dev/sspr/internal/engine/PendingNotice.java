package dev.sspr.internal.engine;

import dev.sspr.internal.bytes.BodyReader;
import dev.sspr.internal.bytes.BodyWriter;
import dev.sspr.spi.Digest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * The delivery of a message that has not reached all its destinations. The state that owes the message stores it, and wakes
 * the sweeper at {@code nextAttemptAt}. The content is made anew for each attempt: no code, link or address is stored here.
 *
 * @param attempts how many attempts have failed, 0 to 255
 * @param nextAttemptAt when the next attempt is due
 * @param until from when the message is not worth sending
 * @param settled ids of the messages that a carrier accepted or refused for good; they are not sent again
 */
public record PendingNotice(int attempts, Instant nextAttemptAt, Instant until, Set<Digest> settled) {
    /** What an octet can count: 255 attempts at most every 6 hours are two months. */
    private static final int MOST_ATTEMPTS = 255;

    /** Twice {@link dev.sspr.spi.Administrators#MAX_RECIPIENTS}; one that is not remembered is sent again, under its id. */
    private static final int MOST_SETTLED = 200;

    /** Copies the ids. */
    public PendingNotice {
        settled = Set.copyOf(settled);
    }

    /** A message that nobody has tried to send. */
    public static PendingNotice due(Instant at, Instant until) {
        return new PendingNotice(0, at, until, Set.of());
    }

    /** Whether an attempt is to be made now. */
    public boolean isDue(Instant now) {
        return !now.isBefore(nextAttemptAt) && !isOver();
    }

    /** Whether no attempt is left: the next one would come when the message is not worth sending any more. */
    public boolean isOver() {
        return !nextAttemptAt.isBefore(until);
    }

    /** When the sweeper is to make an attempt; the first one it leaves to the executor for so long. */
    public Instant wakeAt(Duration overdue) {
        return attempts == 0 ? nextAttemptAt.plus(overdue) : nextAttemptAt;
    }

    /** The same at a later time, where no attempt could be made. */
    public PendingNotice postponed(Instant at) {
        return new PendingNotice(attempts, at, until, settled);
    }

    /** After an attempt that has not settled everything; the carrier may ask for a longer pause than the back-off. */
    public PendingNotice failed(Set<Digest> nowSettled, Duration least, Instant now) {
        Instant backoff = Backoff.after(attempts, now);
        Instant asked = now.plus(least);
        Set<Digest> all = new HashSet<>(settled);
        nowSettled.stream().limit(MOST_SETTLED - all.size()).forEach(all::add);
        return new PendingNotice(
                Math.min(attempts + 1, MOST_ATTEMPTS), asked.isAfter(backoff) ? asked : backoff, until, all);
    }

    /** Writes the stored form. */
    public static void write(BodyWriter out, PendingNotice notice) {
        out.octet(notice.attempts())
                .instant(notice.nextAttemptAt())
                .instant(notice.until())
                .list(notice.settled(), BodyWriter::digest);
    }

    /** Reads the stored form. */
    public static PendingNotice read(BodyReader in) {
        return new PendingNotice(in.octet(), in.instant(), in.instant(), Set.copyOf(in.list(BodyReader::digest)));
    }
}
