package dev.sspr.spi;

import java.util.List;

/**
 * A rule of the host's own for new passwords, asked after the library's rules found nothing.
 *
 * <p>Contract (kit: {@code PasswordRuleContract}):
 *
 * <ul>
 *   <li><b>P1</b> No finding is consent; a password it refuses has at least one, and the same question has the same
 *       answer.
 *   <li><b>P2</b> It answers for every prepared password, of 1 to 512 UTF-8 bytes in any script (R-PWD-7).
 *   <li><b>P3</b> No finding has the password, or four characters of it in a row, in code or parameters: findings reach
 *       pages and logs.
 *   <li><b>P4</b> It keeps nothing of a password, and gives none of it away in any text (R-PWD-13).
 *   <li><b>P5</b> 64 threads may ask at once, and each gets the answer to its own question.
 *   <li><b>P6</b> A backend that fails or hangs is a {@link BackendUnavailableException} within 30 seconds, never
 *       consent (R-PWD-6).
 *   <li><b>P7</b> A null argument is a {@link NullPointerException}.
 * </ul>
 */
public interface PasswordRule {
    /**
     * Looks at a password.
     *
     * @param password prepared as for the user store; wiped by the caller, not to be kept
     * @param account who is to have it, as its store sees it now
     * @return every reason against it, empty if there is none; codes should begin with a name of the host's own, for
     *     {@code password.} is the library's
     * @throws BackendUnavailableException if a backend did not answer
     */
    List<Finding> check(Secret password, Account account);
}
