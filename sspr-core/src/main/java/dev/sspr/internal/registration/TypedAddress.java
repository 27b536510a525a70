package dev.sspr.internal.registration;

import dev.sspr.spi.Channel;
import dev.sspr.spi.Destination;
import dev.sspr.spi.MethodKind;
import java.util.Optional;

/**
 * A mailbox in ASCII or an E.164 number in canonical form; an office extension is stored, and stripped on dial (R-NOT-2,
 * M-15, M-16).
 */
record TypedAddress(String address, Optional<String> extension) {
    TypedAddress(String address) {
        this(address, Optional.empty());
    }

    static Channel channel(MethodKind kind) {
        return kind.equals(MethodKind.EMAIL_CODE)
                ? Channel.EMAIL
                : kind.equals(MethodKind.SMS_CODE) ? Channel.SMS : Channel.VOICE;
    }

    /** Returns whether a destination of the kind can have the address. */
    boolean fits(MethodKind kind) {
        try {
            return !new Destination("typed", channel(kind), address).endpoint().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
