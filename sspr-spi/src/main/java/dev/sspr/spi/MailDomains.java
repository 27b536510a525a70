package dev.sspr.spi;

import java.util.Optional;

/**
 * Maps the international domain of a mailbox to ASCII, as a user types it in a registration. Optional: without it, a
 * domain outside ASCII is refused. The old rules of RFC 3490 name another domain for some letters, such as {@code ss}
 * for {@code \u00df}, so a host must not use them.
 *
 * <p>Contract (kit: {@code MailDomainsContract}):
 *
 * <ul>
 *   <li><b>MD1</b> The same domain gets the same answer.
 *   <li><b>MD2</b> The answer is ToASCII of UTS 46 with non-transitional processing: letters of labels, digits, hyphens and
 *       dots, in lower case, at most 253 characters. The answer for an answer is itself.
 *   <li><b>MD3</b> {@code \u00df}, {@code \u03c2}, U+200C and U+200D are letters of their own, because processing is not
 *       transitional.
 *   <li><b>MD4</b> For a text that has no such form, the answer is empty: an empty or too long label, a character outside
 *       STD 3, a label that breaks the rules for hyphens, joiners or direction, and an A-label that nothing maps to.
 *   <li><b>MD5</b> The adapter keeps nothing of a domain (R-LOG-1).
 *   <li><b>MD6</b> 64 threads may call at once, and each gets the answer to its own question.
 *   <li><b>MD7</b> If the backend fails or hangs, the call throws {@link BackendUnavailableException} within 30 seconds and
 *       gives no answer. A null argument throws {@link NullPointerException}.
 * </ul>
 */
public interface MailDomains {
    /**
     * Returns the ASCII form of a domain.
     *
     * @param domain any text of 1 to 320 characters, without {@code @}
     * @return the domain in A-labels; empty if it has no such form
     * @throws BackendUnavailableException if a backend did not answer
     */
    Optional<String> toAscii(String domain);
}
