package dev.sspr.lockout;

import dev.sspr.spi.PasswordVerifier;
import java.time.Instant;
import java.util.Objects;

/**
 * What became of a sign-in's password. To a person, a lock and a wrong password are told in the same words: that it may be
 * locked, and what helps (SL-07, LCK-17).
 */
public sealed interface GuardResult {
    /**
     * The password was looked at.
     *
     * @param said what the check said
     */
    record Checked(PasswordVerifier.Result said) implements GuardResult {
        /** Checks the part. */
        public Checked {
            Objects.requireNonNull(said, "said");
        }
    }

    /**
     * It was not looked at.
     *
     * @param until when one will be looked at again
     * @param why why not
     */
    record Locked(Instant until, Why why) implements GuardResult {
        /** Why no password is looked at. */
        public enum Why {
            /** Too many wrong ones; Entra's AADSTS50053. */
            TOO_MANY_WRONG,
            /** So many are being looked at that they could all be wrong; in a second it is known. */
            TOO_MANY_AT_ONCE
        }

        /** Checks the parts. */
        public Locked {
            Objects.requireNonNull(until, "until");
            Objects.requireNonNull(why, "why");
        }
    }
}
