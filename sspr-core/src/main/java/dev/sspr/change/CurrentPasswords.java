package dev.sspr.change;

import dev.sspr.lockout.Place;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import java.time.Instant;

/** Finds out whether a typed password is an account's current one, on the budget that sign-in has too (R-PWD-9). */
interface CurrentPasswords {
    /** Checks a password as it was typed. */
    Said check(UserId user, Place place, Secret typed);

    /** What came of it. */
    sealed interface Said {
        /** It is the current password. */
        record Right() implements Said {}

        /** It is not. */
        record Wrong() implements Said {}

        /** No password is looked at now. */
        record Locked(Instant until) implements Said {}
    }
}
