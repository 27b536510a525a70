package dev.sspr.spi;

import java.util.Objects;
import java.util.Optional;

/**
 * An enrolment that a verifier has begun.
 *
 * @param memo what the verifier wants to be told again; the engine keeps it sealed until the enrolment is over
 * @param prompt what the person needs, shown once; empty where a device is simply tried
 */
public record EnrolmentOffer(Memo memo, Optional<Prompt> prompt) {
    /**
     * Checks the parts.
     *
     * @param memo as above
     * @param prompt as above
     */
    public EnrolmentOffer {
        Objects.requireNonNull(memo, "memo");
        Objects.requireNonNull(prompt, "prompt");
    }
}
