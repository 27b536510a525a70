package dev.sspr.change;

import dev.sspr.flow.CompleteResult;
import java.time.Instant;
import java.util.Objects;

/** What became of a change. */
public sealed interface PasswordChangeResult {
    /**
     * As a reset is answered. After {@link CompleteResult.Done} all sessions have ended, this one too: the host gives this
     * browser a new session with a new id at once, which lives on, because it is younger (R-SESS-1).
     *
     * @param result done, rejected with findings, not possible any more, in progress, or refused
     */
    record Judged(CompleteResult result) implements PasswordChangeResult {
        /** Checks the part. */
        public Judged {
            Objects.requireNonNull(result, "result");
        }
    }

    /** The current password is not that one. Nothing else was looked at (CHG-08). */
    record WrongPassword() implements PasswordChangeResult {}

    /**
     * Too many wrong passwords, here or at sign-in: not even the right one is taken now.
     *
     * @param until when it may be tried again
     */
    record LockedOut(Instant until) implements PasswordChangeResult {
        /** Checks the part. */
        public LockedOut {
            Objects.requireNonNull(until, "until");
        }
    }
}
