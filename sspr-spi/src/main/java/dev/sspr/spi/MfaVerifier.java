package dev.sspr.spi;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Serves one kind of authentication method: lists an account's methods, prepares a challenge, checks the response. The
 * built-in kinds implement this interface too and have no privilege.
 *
 * <p>The engine calls {@link #methods} and {@link #begin} on a thread other than the caller's. It calls {@link #check}
 * on the caller's thread, after it charged the guess to every limit (R-RATE-4). For unknown accounts it calls all of
 * them with a decoy.
 *
 * <p>Contract (kit: {@code MfaVerifierContract}):
 *
 * <ul>
 *   <li><b>V1</b> {@link #methods} lists the methods that the account holds and can use for a proof now, each with a
 *       different id. It lists no unconfirmed method and none of another account.
 *   <li><b>V2</b> {@link #check} is {@code PASSED} for the right response to the same challenge. A kind that asks a
 *       device shows a {@link Prompt.MatchNumber} and answers {@link Response.Poll}: {@code PENDING} until the user
 *       typed that number on the device, then {@code PASSED}. For another number or none it is never {@code PASSED}
 *       (R-RATE-13).
 *   <li><b>V3</b> A response passes once. If a response can be valid beyond its challenge (a time step, a counter), the
 *       verifier invalidates it itself, atomically: of 64 parallel checks one passes. If responses are bound to the
 *       challenge, the verifier may rely on the engine, which accepts one proof per challenge (R-TOTP-4, V-REPLAY-1).
 *   <li><b>V4</b> A response to another challenge, flow, purpose, user, generation or method is {@code WRONG} (R-OTP-2,
 *       R-TOK-4); for a kind that asks a device it is {@code PENDING}. A response that no challenge can bind, such as
 *       an authenticator's time step, is bound to user and method, and V3 invalidates it.
 *   <li><b>V5</b> At {@code expiresAt} and later no response is {@code PASSED} (R-TOK-9).
 *   <li><b>V6</b> A malformed response is {@code WRONG}, never an exception: empty, long, foreign digits, control
 *       characters, {@code NUL} (R-OTP-6, V-TYPE-8).
 *   <li><b>V7</b> {@link #decoy} makes a method of the ordinary shape that no account holds, always the same for one
 *       seed. Beginning its challenge shows the ordinary shape and sends nothing. Checking it costs as much as checking
 *       a real method and is never {@code PASSED} (R-ENUM-4); for a kind that asks a device it stays {@code PENDING}
 *       until it expires.
 *   <li><b>V8</b> Beginning the same challenge again returns the same code and prompt; it neither uses up nor renews
 *       anything.
 *   <li><b>V9</b> Codes of different challenges are independent and uniform, with leading zeros kept (R-OTP-1).
 *   <li><b>V10</b> If the backend fails or hangs, the call throws {@link BackendUnavailableException} within 30
 *       seconds.
 *   <li><b>V11</b> A null argument throws {@link NullPointerException} and changes nothing.
 * </ul>
 *
 * <p><b>Security duty.</b> Compare in constant time. Keep seeds and codes out of the verifier state unless they are
 * useless to its reader. An SMS or e-mail contains what {@link PreparedChallenge.CodeToSend} states and nothing else.
 */
public interface MfaVerifier {
    /**
     * The kind that this verifier serves.
     *
     * @return always the same kind
     */
    MethodKind kind();

    /**
     * Lists the methods that an account can prove itself with.
     *
     * <p>A second factor that is listed is demanded of its account. If a method that is locked for a time were left out, the
     * lock would lift that demand. So keep it in the list, and answer {@link Result#UNUSABLE} to its checks.
     *
     * @param account the account as its store just returned it
     * @return its methods of this kind, the preferred one first; empty if it holds none
     */
    List<AuthMethod> methods(Account account);

    /**
     * Makes a method that no account holds, so that an unknown account takes the same steps.
     *
     * @param seed the seed; one unknown account always gets the same
     * @return a method whose id has the ordinary length
     */
    AuthMethod decoy(Digest seed);

    /**
     * Prepares a challenge.
     *
     * @param challenge the challenge
     * @param method the method, real or a decoy, with the challenge's kind and method id
     * @return the state to keep and the code to send
     */
    PreparedChallenge begin(Challenge challenge, AuthMethod method);

    /**
     * Checks a response.
     *
     * @param challenge the challenge as it was prepared
     * @param verifierState the state that {@link #begin} returned
     * @param response the user's response, at most {@link Response#MAX_LENGTH} characters
     * @param now the engine's current time
     * @return the result of the check
     */
    Result check(Challenge challenge, VerifierState verifierState, Response response, Instant now);

    /** The result of checking a response. No result means "approved" without a response from the user. */
    enum Result {
        /** The response is right, for this challenge. */
        PASSED,
        /** The response is wrong, malformed, belongs to another challenge, or was used before. */
        WRONG,
        /** The user has not yet answered on the device; nothing was compared. */
        PENDING,
        /**
         * The response is right but shows that the user's credential was copied. It counts as wrong, the method is
         * disabled, and its owner is notified (R-WA-7).
         */
        CLONED,
        /** No response can be right any more: the challenge has expired, or the method is gone. */
        UNUSABLE
    }

    /**
     * A challenge that a verifier has prepared.
     *
     * @param verifierState the state that the verifier needs again
     * @param code the code for the engine to send, if this kind sends one
     * @param prompt the prompt for the host's page, if this kind shows one
     */
    record PreparedChallenge(VerifierState verifierState, Optional<CodeToSend> code, Optional<Prompt> prompt) {
        /** Checks that no part is missing. */
        public PreparedChallenge {
            Objects.requireNonNull(verifierState, "verifierState");
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(prompt, "prompt");
        }

        /**
         * Makes a challenge without a prompt.
         *
         * @param verifierState the state that the verifier needs again
         * @param code the code for the engine to send, if this kind sends one
         */
        public PreparedChallenge(VerifierState verifierState, Optional<CodeToSend> code) {
            this(verifierState, code, Optional.empty());
        }

        /**
         * A code that the engine sends in a message, within its limits and in the user's language.
         *
         * @param to the one recipient
         * @param code the code to type
         * @param linkSecret the secret of a link for the same challenge, if this channel can show one; 256 random bits
         *     as 43 base64url characters
         */
        public record CodeToSend(Destination to, Secret code, Optional<Secret> linkSecret) {
            /** Checks that no part is missing. */
            public CodeToSend {
                Objects.requireNonNull(to, "to");
                Objects.requireNonNull(code, "code");
                Objects.requireNonNull(linkSecret, "linkSecret");
            }
        }
    }
}
