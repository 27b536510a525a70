package dev.sspr.register;

import dev.sspr.internal.engine.Retry;
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
record Duty(SecurityInfoChanged.Change what, MethodKind kind, Instant at, int failures, Instant nextAt) {
    /** What an undo is about to owe: due when it must have been stored. */
    static Duty restored(MethodKind kind, Instant now) {
        return new Duty(SecurityInfoChanged.Change.RESTORED, kind, now, 0, now.plus(RegisterRules.WRITE_LEASE));
    }

    /** After the first try. */
    static Duty failedOnce(SecurityInfoChanged.Change what, MethodKind kind, Instant at, Instant now) {
        return new Duty(what, kind, at, 1, Retry.after(0, now));
    }

    Duty failed(Instant now) {
        return new Duty(what, kind, at, failures + 1, Retry.after(failures, now));
    }

    boolean over() {
        return Retry.over(failures);
    }
}
