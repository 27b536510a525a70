package dev.sspr.spi;

import java.util.List;

/**
 * A host's own rule for new passwords. The engine applies it after the library's rules found nothing.
 *
 * <p>Contract (kit: {@code PasswordRuleContract}):
 *
 * <ul>
 *   <li><b>P1</b> An empty list accepts the password; a refusal has at least one finding. The same question gets the
 *       same answer.
 *   <li><b>P2</b> It answers for every prepared password of 1 to 512 UTF-8 bytes, in any script (R-PWD-7).
 *   <li><b>P3</b> No finding contains the password, or four of its characters in a row, in code or parameters: findings
 *       reach pages and logs.
 *   <li><b>P4</b> The rule keeps nothing of a password and reveals none of it in any text (R-PWD-13).
 *   <li><b>P5</b> 64 threads may call at once, and each gets the answer to its own question.
 *   <li><b>P6</b> If the backend fails or hangs, the call throws {@link BackendUnavailableException} within 30 seconds;
 *       it never accepts the password (R-PWD-6).
 *   <li><b>P7</b> A null argument throws {@link NullPointerException}.
 * </ul>
 */
public interface PasswordRule {
    /**
     * Checks a password.
     *
     * @param password prepared as for the user store; the caller wipes it, the adapter must not keep it
     * @param account the account that the password is for, as its store returns it now
     * @return every reason to refuse it, empty if there is none; codes should start with a name of the host's own,
     *     because {@code password.} is reserved for the library
     * @throws BackendUnavailableException if a backend did not answer
     */
    List<Finding> check(Secret password, Account account);
}
