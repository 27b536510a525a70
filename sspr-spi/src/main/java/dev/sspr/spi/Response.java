package dev.sspr.spi;

import java.util.Objects;

/** What a person brought back for a challenge. It is untrusted, and of any length up to 128 characters. */
public sealed interface Response {
    /** The most characters a response can have; longer ones never reach a verifier (R-INJ-3). */
    int MAX_LENGTH = 128;

    /**
     * The text itself.
     *
     * @return the secret as it came
     */
    Secret secret();

    /**
     * A code, typed.
     *
     * @param secret what was typed, with spaces and all
     */
    record Typed(Secret secret) implements Response {
        /**
         * Checks the secret.
         *
         * @param secret as above
         */
        public Typed {
            Objects.requireNonNull(secret, "secret");
        }
    }

    /**
     * The secret part of a link.
     *
     * @param secret exactly as the verifier made it
     */
    record Link(Secret secret) implements Response {
        /**
         * Checks the secret.
         *
         * @param secret as above
         */
        public Link {
            Objects.requireNonNull(secret, "secret");
        }
    }
}
