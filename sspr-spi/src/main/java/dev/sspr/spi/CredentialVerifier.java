package dev.sspr.spi;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Enrols and checks one kind of authentication method whose credentials the library keeps. It is a function of its
 * arguments and stores nothing: the engine seals each credential, keeps it in the {@link MethodStore}, and accepts each
 * state of it once. The built-in kinds implement this interface too and have no privilege. A kind that keeps its own
 * enrolments is an {@link MfaVerifier} instead.
 *
 * <p>Contract (kit: {@code CredentialVerifierContract}):
 *
 * <ul>
 *   <li><b>K1</b> For the right response to the same enrolment, {@link #confirm} is {@code Enrolled}, on any instance
 *       with the same settings. The credential then passes {@link #check} with the next right response.
 *   <li><b>K2</b> A response to another enrolment, user or verifier state is not {@code Enrolled} (R-REG-6). A response
 *       that the user makes up, such as an answer to a question, is right for any.
 *   <li><b>K3</b> The response that confirmed an enrolment does not pass {@link #check} afterwards (R-TOTP-6), unless
 *       it is something the user knows (K5).
 *   <li><b>K4</b> For the right response of any of the held credentials, {@link #check} is {@code Passed} and names the
 *       credential.
 *   <li><b>K5</b> With the replacement that {@code Passed} returned, the same response does not pass again. If there is
 *       no replacement, the response is bound to the challenge (R-TOTP-4, V-REPLAY-1). Something the user knows, such
 *       as answers or a pass for several uses, is the same each time; there the engine's limit of one proof per
 *       challenge must suffice (R-SQ-1).
 *   <li><b>K6</b> A response to another challenge, flow, purpose or user does not pass. A response that no challenge
 *       can bind, such as a time step or an answer, is bound to the credential.
 *   <li><b>K7</b> At {@code expiresAt} and later no response is {@code Enrolled} or {@code Passed} (R-TOK-9, R-TOTP-5).
 *   <li><b>K8</b> A malformed response is {@code Wrong} or {@code WRONG}, never an exception: empty, long, foreign
 *       digits, control characters, a response of another kind (R-OTP-6, V-TYPE-8). A kind that asks a device may
 *       answer a {@link Response.Poll} with {@code Waiting} or {@code PENDING}.
 *   <li><b>K9</b> If no credential is held, {@link #ask} shows a prompt of the same shape, and {@link #check} is {@code
 *       WRONG} at the cost of a wrong response to a held one (R-ENUM-4, R-WA-8).
 *   <li><b>K10</b> {@link #ask} for the same challenge returns the same result and changes nothing.
 *   <li><b>K11</b> No label, finding or {@code toString} contains a secret (R-LOG-1).
 *   <li><b>K12</b> A null argument throws {@link NullPointerException}.
 * </ul>
 *
 * <p><b>Threads.</b> Many threads call one instance at once. <b>Blocking.</b> Only for the time of the computation.
 * <b>Security duty.</b> Compare in constant time, draw seeds and codes from a cryptographic source, and wipe copies of
 * secrets.
 */
public interface CredentialVerifier {
    /**
     * The kind that this verifier serves.
     *
     * @return always the same kind
     */
    MethodKind kind();

    /**
     * Starts an enrolment.
     *
     * @param enrolment the kind of credential, the account and the times
     * @return the state to keep and the prompt to show
     */
    EnrolmentOffer offer(Enrolment enrolment);

    /**
     * Checks that the user holds the credential being enrolled.
     *
     * @param enrolment the enrolment as it was started
     * @param verifierState the state that {@link #offer} returned
     * @param response the user's response
     * @param now the engine's current time
     * @return the credential, or the reason why there is none; its id is that of {@code enrolment.given} or the
     *     enrolment's id in hexadecimal
     */
    EnrolmentResult confirm(Enrolment enrolment, VerifierState verifierState, Response response, Instant now);

    /**
     * Prepares a challenge; nothing is sent.
     *
     * @param challenge the challenge
     * @param held the account's credentials of this kind that may prove it; empty for an unknown account
     * @return the state to keep and the prompt to show
     */
    MfaVerifier.PreparedChallenge ask(Challenge challenge, List<Credential> held);

    /**
     * Checks a response.
     *
     * @param challenge the challenge as it was prepared
     * @param verifierState the state that {@link #ask} returned
     * @param held as in {@link #ask}, read again
     * @param response the user's response
     * @param now the engine's current time
     * @return the result of the check
     */
    Verification check(
            Challenge challenge, VerifierState verifierState, List<Credential> held, Response response, Instant now);

    /** The result of checking a response. */
    sealed interface Verification {
        /**
         * The response is right.
         *
         * @param credentialId the credential that proved it
         * @param next the credential that replaces it, if it changed: a time step or a counter advanced, a code was
         *     used up. The engine counts the proof only if it could store the replacement
         */
        record Passed(String credentialId, Optional<Credential> next) implements Verification {
            /**
             * Checks that the replacement has the same id.
             *
             * @throws IllegalArgumentException if the ids differ
             */
            public Passed {
                Objects.requireNonNull(credentialId, "credentialId");
                if (next.isPresent() && !next.get().id().equals(credentialId)) {
                    throw new IllegalArgumentException("the replacement must have the id of the credential");
                }
            }
        }

        /**
         * The response proves nothing.
         *
         * @param why {@code WRONG}, {@code PENDING} or {@code UNUSABLE}
         */
        record Failed(MfaVerifier.Result why) implements Verification {
            /**
             * Checks the reason.
             *
             * @throws IllegalArgumentException if it is {@code PASSED}
             */
            public Failed {
                if (why == MfaVerifier.Result.PASSED) {
                    throw new IllegalArgumentException("a right response must be Passed, not Failed");
                }
            }
        }

        /**
         * The response is right but shows that the credential was copied: a signature counter went back (R-WA-7). The
         * engine treats it as wrong, disables the credential and notifies the account owner.
         *
         * @param credentialId the copied credential
         */
        record Cloned(String credentialId) implements Verification {
            /** Checks that there is an id. */
            public Cloned {
                Objects.requireNonNull(credentialId, "credentialId");
            }
        }
    }

    /** The result of confirming an enrolment. */
    sealed interface EnrolmentResult {
        /**
         * The user holds the credential.
         *
         * @param credential the credential to keep
         * @param label the text that its owner may see, such as {@code Authenticator app}; 1 to 64 characters
         * @param claim a value that no two accounts may share, such as a passkey's credential id, if there is one
         *     (R-WA-6)
         */
        record Enrolled(Credential credential, String label, Optional<Claim> claim) implements EnrolmentResult {
            /** Checks the parts. */
            public Enrolled {
                Objects.requireNonNull(credential, "credential");
                Text.opaque("label", label, 64);
                Objects.requireNonNull(claim, "claim");
            }
        }

        /** The response is wrong, malformed, or belongs to another enrolment. */
        record Wrong() implements EnrolmentResult {}

        /** The user has not yet answered on the device. */
        record Waiting() implements EnrolmentResult {}

        /** The enrolment has expired; no response is right any more. */
        record Expired() implements EnrolmentResult {}

        /**
         * The response is understood but cannot be accepted: an answer too short, an algorithm that was not offered.
         *
         * @param findings the reasons, at least one; never a secret or a part of one
         */
        record Rejected(List<Finding> findings) implements EnrolmentResult {
            /** Copies the list. */
            public Rejected {
                findings = List.copyOf(findings);
            }
        }

        /** Bytes that must be unique over all accounts; the engine keeps a keyed digest of them. */
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

            /** Shows the size only. */
            @Override
            public String toString() {
                return "Claim[" + bytes.length + " bytes]";
            }
        }
    }

    /**
     * The start of an enrolment.
     *
     * @param verifierState the state that the verifier needs again; the engine keeps it sealed until the enrolment ends
     * @param prompt the prompt for the user, shown once; empty if the user simply tries a device
     */
    record EnrolmentOffer(VerifierState verifierState, Optional<Prompt> prompt) {
        /** Checks the parts. */
        public EnrolmentOffer {
            Objects.requireNonNull(verifierState, "verifierState");
            Objects.requireNonNull(prompt, "prompt");
        }
    }
}
