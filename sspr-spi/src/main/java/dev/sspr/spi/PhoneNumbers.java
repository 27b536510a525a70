package dev.sspr.spi;

/**
 * Knows the numbering plans of the world, so that a registration refuses numbers that nobody has, that cost the host money,
 * or that cannot take what is sent to them. Optional: without it numbers are judged by their form and calling code.
 *
 * <p>Contract (kit: {@code PhoneNumbersContract}):
 *
 * <ul>
 *   <li><b>PN1</b> The same number has the same answer.
 *   <li><b>PN2</b> It answers for every text of E.164 form, {@code +} and 7 to 15 digits, also for one that no plan has: that
 *       is {@link Type#NONE}, or {@link Type#UNKNOWN} where it does not know the plan.
 *   <li><b>PN3</b> A number whose callers pay extra is {@link Type#COSTLY} (R-RATE-10).
 *   <li><b>PN4</b> It keeps nothing of a number: a number is a person's (R-LOG-1).
 *   <li><b>PN5</b> 64 threads may ask at once, and each gets the answer to its own question.
 *   <li><b>PN6</b> A backend that fails or hangs is a {@link BackendUnavailableException} within 30 seconds, never an answer.
 *   <li><b>PN7</b> A null argument is a {@link NullPointerException}, a text of another form an
 *       {@link IllegalArgumentException} that does not quote it.
 * </ul>
 */
public interface PhoneNumbers {
    /**
     * Tells what kind of line a number belongs to.
     *
     * @param e164 {@code +} and 7 to 15 digits, the first of them not 0 (ITU-T E.164)
     * @return the kind of line
     * @throws BackendUnavailableException if a backend did not answer
     * @throws IllegalArgumentException for a text of another form
     */
    Type typeOf(String e164);

    /** What kind of line a phone number belongs to, as far as its numbering plan tells. */
    enum Type {
        /** A mobile phone. */
        MOBILE,
        /** A line to a place: it rings, and most take no text messages. */
        FIXED_LINE,
        /** A plan that does not tell the two apart, such as that of North America. */
        FIXED_OR_MOBILE,
        /** A number that is answered over the internet, by whoever knows a password (NIST SP 800-63B-4, section 3.1.3). */
        VOIP,
        /** Whoever calls it pays more than for a call: premium rate, shared cost, satellite (R-RATE-10). */
        COSTLY,
        /** Any other line: free to the caller, a pager, a voice mailbox, a company's universal number. */
        OTHER,
        /** No plan has such a number. */
        NONE,
        /** It cannot be told; the number's form is all that is known. */
        UNKNOWN
    }
}
