package dev.sspr.spi;

import java.util.Objects;
import java.util.Optional;

/**
 * A challenge that a verifier has begun.
 *
 * @param memo what the verifier wants to be told again
 * @param code what the engine should send to the person, if this kind sends anything
 */
public record Begun(Memo memo, Optional<CodeToSend> code) {
    /**
     * Checks the parts.
     *
     * @param memo as above
     * @param code as above
     */
    public Begun {
        Objects.requireNonNull(memo, "memo");
        Objects.requireNonNull(code, "code");
    }

    /**
     * A code that the engine puts into a message, within budget, in the person's language.
     *
     * @param to the one recipient
     * @param code what the person types
     * @param linkSecret what a link for the same challenge carries, if this channel can show one; 256 random bits as
     *     43 base64url characters
     */
    public record CodeToSend(Destination to, Secret code, Optional<Secret> linkSecret) {
        /**
         * Checks the parts.
         *
         * @param to as above
         * @param code as above
         * @param linkSecret as above
         */
        public CodeToSend {
            Objects.requireNonNull(to, "to");
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(linkSecret, "linkSecret");
        }
    }
}
