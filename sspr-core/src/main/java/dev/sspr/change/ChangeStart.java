package dev.sspr.change;

import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.MethodOffer;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What {@code begin} answers. The person is signed in, so everything is told. */
public sealed interface ChangeStart {
    /**
     * A change has begun.
     *
     * @param handle to keep until the end
     * @param asks what it takes beside the new password
     * @param offers what can be chosen for {@link Asks#STRONG_PROOF}, with masked labels; empty otherwise
     * @param expiresAt from when nothing of this change works
     */
    record Begun(FlowHandle handle, Asks asks, List<MethodOffer> offers, Instant expiresAt) implements ChangeStart {
        /** Copies the offers. */
        public Begun {
            Objects.requireNonNull(handle, "handle");
            Objects.requireNonNull(asks, "asks");
            offers = List.copyOf(offers);
            Objects.requireNonNull(expiresAt, "expiresAt");
        }
    }

    /** What a change takes beside the new password. */
    enum Asks {
        /** The current password. */
        CURRENT_PASSWORD,
        /** A proof by one of the offers, and no current password. */
        STRONG_PROOF,
        /** Nothing more. */
        NOTHING_MORE
    }

    /**
     * No change has begun.
     *
     * @param reason why
     * @param retryAt when it may be, where that is known
     */
    record NotNow(Reason reason, Optional<Instant> retryAt) implements ChangeStart {
        /** Checks the parts. */
        public NotNow {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(retryAt, "retryAt");
        }
    }

    /** Why no change has begun. */
    enum Reason {
        /** The account is gone, disabled or expired, has no password here, or may not use self-service. */
        ACCOUNT_NOT_USABLE,
        /** Its sign-in is locked: unlock it or reset the password. */
        ACCOUNT_LOCKED,
        /** It has no password to type and holds no strong factor: the help desk can issue an access pass. */
        NO_STRONG_FACTOR,
        /** The password was changed too recently to be changed by choice. */
        TOO_YOUNG,
        /** A budget is used up. */
        TRY_LATER,
        /** The store of accounts cannot be written now, whoever it is for; nothing was begun and nothing charged. */
        STORE_UNAVAILABLE
    }
}
