package dev.sspr.spi;

import java.util.Objects;
import java.util.Optional;

/** What a credential's verifier says of a response. */
public sealed interface Verified {
    /**
     * The response is right.
     *
     * @param credentialId which credential proved it
     * @param next what to keep instead of it, if it changed: a time step or a counter went on, a code was used up. The
     *     engine counts the proof only if it could store that
     */
    record Passed(String credentialId, Optional<Credential> next) implements Verified {
        /**
         * Checks the parts.
         *
         * @param credentialId as above
         * @param next as above
         * @throws IllegalArgumentException if the two have different ids
         */
        public Passed {
            Objects.requireNonNull(credentialId, "credentialId");
            if (next.isPresent() && !next.get().id().equals(credentialId)) {
                throw new IllegalArgumentException("a credential keeps its id");
            }
        }
    }

    /**
     * The response does not prove anything.
     *
     * @param why {@code WRONG}, {@code PENDING} or {@code UNUSABLE}
     */
    record Not(Checked why) implements Verified {
        /**
         * Checks the reason.
         *
         * @param why as above
         * @throws IllegalArgumentException if it is {@code PASSED}
         */
        public Not {
            if (why == Checked.PASSED) {
                throw new IllegalArgumentException("what passed is a Passed");
            }
        }
    }

    /**
     * The response would be right, and shows that the credential was copied: a signature counter went back (R-WA-7).
     * The engine takes it for wrong, disables the credential and tells the owner.
     *
     * @param credentialId which credential
     */
    record Cloned(String credentialId) implements Verified {
        /**
         * Checks the id.
         *
         * @param credentialId as above
         */
        public Cloned {
            Objects.requireNonNull(credentialId, "credentialId");
        }
    }
}
