package dev.sspr.spi;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What came of confirming an enrolment. */
public sealed interface Enrolled {
    /**
     * The person holds what was enrolled.
     *
     * @param credential what to keep
     * @param label what its owner may be shown, such as {@code Authenticator app}; 1 to 64 characters
     * @param claim what no two accounts may share, such as a passkey's credential id, if there is such a thing (R-WA-6)
     */
    record Made(Credential credential, String label, Optional<Claim> claim) implements Enrolled {
        /**
         * Checks the parts.
         *
         * @param credential as above
         * @param label as above
         * @param claim as above
         */
        public Made {
            Objects.requireNonNull(credential, "credential");
            Text.opaque("label", label, 64);
            Objects.requireNonNull(claim, "claim");
        }
    }

    /** The response is wrong, malformed, or another enrolment's. */
    record Wrong() implements Enrolled {}

    /** The person has not answered yet on the device that was asked. */
    record Waiting() implements Enrolled {}

    /** No response can be right any more: the enrolment is over time. */
    record Over() implements Enrolled {}

    /**
     * What was offered is understood and cannot be taken: an answer too short, an algorithm that was not offered.
     *
     * @param findings why, at least one; never a secret or a part of one
     */
    record Unfit(List<Finding> findings) implements Enrolled {
        /**
         * Copies the list.
         *
         * @param findings as above
         */
        public Unfit {
            findings = List.copyOf(findings);
        }
    }

    /** Bytes of which the engine keeps a keyed digest, unique over all accounts. */
    final class Claim {
        private final byte[] bytes;

        private Claim(byte[] bytes) {
            this.bytes = bytes;
        }

        /**
         * Copies bytes.
         *
         * @param bytes 1 to 1023 bytes (WebAuthn level 2, section 7.1 step 18)
         * @return a claim
         * @throws IllegalArgumentException if there are none, or more
         */
        public static Claim of(byte[] bytes) {
            if (bytes.length == 0 || bytes.length > 1023) {
                throw new IllegalArgumentException("a claim has 1 to 1023 bytes, this has " + bytes.length);
            }
            return new Claim(bytes.clone());
        }

        /**
         * The bytes.
         *
         * @return a copy
         */
        public byte[] bytes() {
            return bytes.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Claim that && Arrays.equals(bytes, that.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }

        /** The size only. */
        @Override
        public String toString() {
            return "Claim[" + bytes.length + " bytes]";
        }
    }
}
