package dev.sspr.internal.change;

import dev.sspr.lockout.SmartLockout;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import java.time.Instant;

/** Checks an account's current password, under the same lockout as sign-in (R-PWD-9). */
public interface CurrentPasswords {
    Verdict check(UserId user, SmartLockout.Location location, Secret typed);

    /** The result of a check. */
    sealed interface Verdict {
        record Right() implements Verdict {}

        record Wrong() implements Verdict {}

        /** No password is checked before {@code until}. */
        record Locked(Instant until) implements Verdict {}
    }
}
