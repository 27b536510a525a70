package dev.sspr.internal.registration;

import dev.sspr.internal.engine.Backoff;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Notice.SecurityInfoChanged;
import java.time.Instant;

/**
 * Addresses that are still to be told of a change (R-NOT-7).
 *
 * @param what what has changed
 * @param kind the kind of method it was about
 * @param at when it changed
 * @param failures how many tries have failed
 * @param nextAt when the next try is due
 */
record PendingChangeNotice(SecurityInfoChanged.Change what, MethodKind kind, Instant at, int failures, Instant nextAt) {
    /** What an undo is about to owe: due when it must have been stored. */
    static PendingChangeNotice restored(MethodKind kind, Instant now) {
        return new PendingChangeNotice(
                SecurityInfoChanged.Change.RESTORED, kind, now, 0, now.plus(RegistrationGuards.WRITE_LEASE));
    }

    /** After the first try. */
    static PendingChangeNotice failedOnce(SecurityInfoChanged.Change what, MethodKind kind, Instant at, Instant now) {
        return new PendingChangeNotice(what, kind, at, 1, Backoff.after(0, now));
    }

    PendingChangeNotice failed(Instant now) {
        return new PendingChangeNotice(what, kind, at, failures + 1, Backoff.after(failures, now));
    }

    boolean over() {
        return Backoff.over(failures);
    }
}
