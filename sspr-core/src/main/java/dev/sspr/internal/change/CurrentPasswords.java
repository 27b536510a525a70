package dev.sspr.internal.change;

import dev.sspr.lockout.SmartLockout;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import java.time.Instant;

/** Finds out whether a typed password is an account's current one, on the budget that sign-in has too (R-PWD-9). */
public interface CurrentPasswords {
    /** Checks a password as it was typed. */
    Verdict check(UserId user, SmartLockout.Location location, Secret typed);

    /** What came of it. */
    sealed interface Verdict {
        /** It is the current password. */
        record Right() implements Verdict {}

        /** It is not. */
        record Wrong() implements Verdict {}

        /** No password is looked at now. */
        record Locked(Instant until) implements Verdict {}
    }
}
