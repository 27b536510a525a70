package dev.sspr.spi;

import java.time.Instant;
import java.util.List;

/**
 * One kind of authentication method whose credentials the library keeps for the account: enrols them, puts challenges,
 * checks responses. It is a function of what it is given and stores nothing: the engine seals each credential, keeps it
 * in the {@link MethodStore}, and lets each accepted state of it count once. The built-in kinds stand behind this
 * interface too and have no privilege. A kind that keeps its own enrolments is an {@link MfaVerifier} instead.
 *
 * <p>Contract (kit: {@code CredentialVerifierContract}):
 *
 * <ul>
 *   <li><b>K1</b> {@link #confirm} is {@code Made} for the right response to that very enrolment, on any instance made
 *       alike; the credential then passes {@link #check} with the next right response.
 *   <li><b>K2</b> A response to another enrolment, user or memo is not {@code Made} (R-REG-6). What the person makes up,
 *       such as an answer to a question, is right for any.
 *   <li><b>K3</b> The response that confirmed an enrolment does not pass {@link #check} afterwards (R-TOTP-6), unless it
 *       is what the person knows (K5).
 *   <li><b>K4</b> {@link #check} is {@code Passed} for the right response of any of the credentials held, and names it.
 *   <li><b>K5</b> With what {@code Passed} brought in its place, the same response does not pass again; where nothing
 *       changes, the response is bound to the challenge (R-TOTP-4, V-REPLAY-1). What the person knows, such as answers
 *       or a pass for several uses, is the same each time: there the engine's one proof per challenge must do (R-SQ-1).
 *   <li><b>K6</b> A response to another challenge, flow, purpose or user does not pass; one that no challenge can bind,
 *       such as a time step or an answer, is bound to the credential.
 *   <li><b>K7</b> At {@code expiresAt} and later nothing is {@code Made} or {@code Passed} (R-TOK-9, R-TOTP-5).
 *   <li><b>K8</b> Anything malformed is {@code Wrong} or {@code WRONG}, never an exception: empty, long, foreign digits,
 *       control characters, a response of another kind (R-OTP-6, V-TYPE-8). A kind that asks a device may answer a
 *       {@link Response.Poll} with {@code Waiting} or {@code PENDING}.
 *   <li><b>K9</b> With no credential held, {@link #ask} shows the same shape and {@link #check} is {@code WRONG} at the
 *       cost of a wrong response to one (R-ENUM-4, R-WA-8).
 *   <li><b>K10</b> {@link #ask} for the same challenge gives the same, and changes nothing.
 *   <li><b>K11</b> Neither label nor finding nor {@code toString} holds a secret (R-LOG-1).
 *   <li><b>K12</b> A null argument is a {@link NullPointerException}.
 * </ul>
 *
 * <p><b>Threads.</b> Used by many at once. <b>Blocking.</b> Only as long as computing takes. <b>Security duty.</b>
 * Compare in constant time; draw seeds and codes from a cryptographic source; wipe copies of secrets.
 */
public interface CredentialVerifier {
    /**
     * The kind this verifier answers for.
     *
     * @return always the same kind
     */
    MethodKind kind();

    /**
     * Begins an enrolment.
     *
     * @param enrolment of what, for whom
     * @return what to remember and what to show
     */
    EnrolmentOffer offer(Enrolment enrolment);

    /**
     * Checks that the person holds what is being enrolled.
     *
     * @param enrolment as it was begun
     * @param memo what {@link #offer} asked to be told again
     * @param response what the person brought back
     * @param now the engine's time
     * @return the credential, or why there is none; its id is that of {@code enrolment.given} or the enrolment's id in
     *     hexadecimal
     */
    Enrolled confirm(Enrolment enrolment, Memo memo, Response response, Instant now);

    /**
     * Puts a challenge; nothing is sent.
     *
     * @param challenge what is asked, of whom
     * @param held the account's credentials of this kind that may prove it; empty for a stranger
     * @return what to remember and what to show
     */
    Begun ask(Challenge challenge, List<Credential> held);

    /**
     * Checks a response.
     *
     * @param challenge the challenge as it was put
     * @param memo what {@link #ask} asked to be told again
     * @param held as in {@link #ask}, read anew
     * @param response what the person brought back
     * @param now the engine's time
     * @return what it is worth
     */
    Verified check(Challenge challenge, Memo memo, List<Credential> held, Response response, Instant now);
}
