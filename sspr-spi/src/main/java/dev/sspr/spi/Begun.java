package dev.sspr.spi;

import java.util.Objects;
import java.util.Optional;

/**
 * A challenge that a verifier has begun.
 *
 * @param memo what the verifier wants to be told again
 * @param code what the engine should send to the person, if this kind sends anything
 * @param prompt what the host's page shows, if this kind shows anything
 */
public record Begun(Memo memo, Optional<CodeToSend> code, Optional<Prompt> prompt) {
    /**
     * Checks the parts.
     *
     * @param memo as above
     * @param code as above
     * @param prompt as above
     */
    public Begun {
        Objects.requireNonNull(memo, "memo");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(prompt, "prompt");
    }

    /**
     * A challenge that shows nothing.
     *
     * @param memo as above
     * @param code as above
     */
    public Begun(Memo memo, Optional<CodeToSend> code) {
        this(memo, code, Optional.empty());
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
