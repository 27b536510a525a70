package dev.sspr.spi;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One kind of authentication method: says which of them an account holds, puts a challenge, checks the response. The
 * built-in kinds stand behind this interface too and have no privilege.
 *
 * <p>The engine calls {@link #methods} and {@link #begin} away from the caller's thread, and {@link #check} on it, only
 * after the guess was charged to every budget (R-RATE-4). It calls all of them for strangers too, with a decoy.
 *
 * <p>Contract (kit: {@code MfaVerifierContract}):
 *
 * <ul>
 *   <li><b>V1</b> {@link #methods} lists what the account holds now, usable for a proof, each with another id; nothing
 *       unconfirmed, nothing of another account.
 *   <li><b>V2</b> {@link #check} is {@code PASSED} for the right response to that very challenge. A kind that asks a
 *       device shows a {@link Prompt.MatchNumber} and answers {@link Response.Poll}: {@code PENDING} until that number was
 *       typed there, {@code PASSED} then; never {@code PASSED} for another number or none (R-RATE-13).
 *   <li><b>V3</b> A response passes once. A verifier whose responses outlive the challenge (a time step, a counter)
 *       burns them itself, atomically: of 64 parallel checks one passes. One whose responses are bound to the challenge
 *       may leave that to the engine, which accepts one proof per challenge (R-TOTP-4, V-REPLAY-1).
 *   <li><b>V4</b> A response to another challenge, flow, purpose, user, generation or method is {@code WRONG} (R-OTP-2,
 *       R-TOK-4), and of a kind that asks a device {@code PENDING}. A response that no challenge can bind, such as an
 *       authenticator's time step, is bound to user and method, and V3 burns it.
 *   <li><b>V5</b> At {@code expiresAt} and later nothing is {@code PASSED} (R-TOK-9).
 *   <li><b>V6</b> Anything malformed is {@code WRONG}, never an exception: empty, long, foreign digits, control
 *       characters, {@code NUL} (R-OTP-6, V-TYPE-8).
 *   <li><b>V7</b> {@link #decoy} makes, from one seed always the same, a method of the ordinary shape that nobody holds;
 *       beginning it shows the ordinary shape and sends nothing, checking it costs what a real one costs and is never
 *       {@code PASSED} (R-ENUM-4); of a kind that asks a device it stays {@code PENDING} until it expires.
 *   <li><b>V8</b> Beginning the same challenge again gives the same code and prompt; it neither spends nor renews anything.
 *   <li><b>V9</b> Codes of different challenges are independent and uniform, leading zeros kept (R-OTP-1).
 *   <li><b>V10</b> A backend that fails or hangs is a {@link BackendUnavailableException} within 30 seconds.
 *   <li><b>V11</b> A null argument is a {@link NullPointerException} and changes nothing.
 * </ul>
 *
 * <p><b>Security duty.</b> Compare in constant time; keep seeds and codes out of the memo unless they are useless to a
 * reader of it; an SMS or e-mail carries what {@link PreparedChallenge.CodeToSend} says and nothing else.
 */
public interface MfaVerifier {
    /**
     * The kind this verifier answers for.
     *
     * @return always the same kind
     */
    MethodKind kind();

    /**
     * What an account can prove itself with.
     *
     * @param account the account as its store gave it just now
     * @return its methods of this kind, the preferred one first; empty if it holds none
     */
    List<AuthMethod> methods(Account account);

    /**
     * A method that nobody holds, to walk strangers down the same road.
     *
     * @param seed what makes it the same each time for one stranger
     * @return a method whose id has the ordinary length
     */
    AuthMethod decoy(Digest seed);

    /**
     * Puts a challenge.
     *
     * @param challenge what is asked, of whom
     * @param method the method, real or a decoy, with the challenge's kind and method id
     * @return what to remember and what to send
     */
    PreparedChallenge begin(Challenge challenge, AuthMethod method);

    /**
     * Checks a response.
     *
     * @param challenge the challenge as it was begun
     * @param verifierState what {@link #begin} asked to be told again
     * @param response what the person brought back, at most {@link Response#MAX_LENGTH} characters
     * @param now the engine's time
     * @return what it is worth
     */
    Result check(Challenge challenge, VerifierState verifierState, Response response, Instant now);

    /** What a verifier says of a response. There is no "approved" without something that the person brought back. */
    enum Result {
        /** The response is right, for this challenge. */
        PASSED,
        /** The response is wrong, malformed, another challenge's, or was used before. */
        WRONG,
        /** The person has not answered yet, on the device that was asked; nothing was compared. */
        PENDING,
        /**
         * The response would be right, and shows that what the person holds was copied: it counts as wrong, the method is
         * disabled, and its owner is told (R-WA-7).
         */
        CLONED,
        /** No response can be right any more: expired, or the method is gone. */
        UNUSABLE
    }

    /**
     * A challenge that a verifier has begun.
     *
     * @param verifierState what the verifier wants to be told again
     * @param code what the engine should send to the person, if this kind sends anything
     * @param prompt what the host's page shows, if this kind shows anything
     */
    record PreparedChallenge(VerifierState verifierState, Optional<CodeToSend> code, Optional<Prompt> prompt) {
        /** Checks the parts. */
        public PreparedChallenge {
            Objects.requireNonNull(verifierState, "memo");
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(prompt, "prompt");
        }

        /** A challenge that shows nothing. */
        public PreparedChallenge(VerifierState verifierState, Optional<CodeToSend> code) {
            this(verifierState, code, Optional.empty());
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
            /** Checks the parts. */
            public CodeToSend {
                Objects.requireNonNull(to, "to");
                Objects.requireNonNull(code, "code");
                Objects.requireNonNull(linkSecret, "linkSecret");
            }
        }
    }
}
