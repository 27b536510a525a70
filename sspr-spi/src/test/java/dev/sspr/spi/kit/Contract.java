package dev.sspr.spi.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.sspr.spi.BackendUnavailableException;
import java.time.Duration;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.ExtendWith;

/** The base of the contract classes: time limits, outages, nulls, skipped tests. */
@ExtendWith(NamesTheClause.class)
public abstract class Contract {
    /** The time limit of any call (package comment of the roles, "Blocking"). */
    public static final Duration BOUND = Duration.ofSeconds(30);

    /** The ids, names and times of this test. */
    protected final Samples samples = new Samples();

    /** Only the kit's own classes extend this one. */
    Contract() {}

    /**
     * Breaks the connection to the backend, or restores it. Do not skip this method: the outage tests show that a
     * failure never lets an attempt pass.
     *
     * @param on true to break it
     */
    protected abstract void outage(boolean on);

    /**
     * Makes the backend accept calls and never answer, or stops that.
     *
     * @param on true to begin
     * @return false if this fixture cannot do it; the test is skipped
     */
    protected boolean hang(boolean on) {
        return false;
    }

    /**
     * The number of repetitions of a race.
     *
     * @return 1 or more; 100 by default, 1000 before a release (R-RACE-1)
     */
    protected int rounds() {
        return 100;
    }

    final void failsWhileDown(String clause, ThrowingCallable... calls) {
        outage(true);
        try {
            eachIsUnavailable(clause, calls);
        } finally {
            outage(false);
        }
    }

    final void failsWhileHanging(String clause, ThrowingCallable... calls) {
        needs(hang(true), clause, "backend that hangs");
        try {
            eachIsUnavailable(clause, calls);
        } finally {
            hang(false);
        }
    }

    private static void eachIsUnavailable(String clause, ThrowingCallable... calls) {
        for (int i = 0; i < calls.length; i++) {
            ThrowingCallable call = calls[i];
            String what = clause + ": call " + (i + 1) + " of " + calls.length + " while the backend does not answer";
            Throwable thrown = assertTimeoutPreemptively(BOUND, () -> Assertions.catchThrowable(call), what);
            assertThat(thrown).as(what).isInstanceOf(BackendUnavailableException.class);
        }
    }

    static void refusesNull(String clause, ThrowingCallable... calls) {
        for (int i = 0; i < calls.length; i++) {
            assertThat(Assertions.catchThrowable(calls[i]))
                    .as("%s: call %d of %d with null for an argument", clause, i + 1, calls.length)
                    .isInstanceOf(NullPointerException.class);
        }
    }

    static void needs(boolean there, String clause, String what) {
        Assumptions.assumeTrue(
                there, clause + " is not shown: this fixture has no " + what + "; override its method to show it");
    }

    static <T> T need(Optional<T> fixture, String clause, String what) {
        needs(fixture.isPresent(), clause, what);
        return fixture.orElseThrow();
    }
}
