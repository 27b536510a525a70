package dev.sspr.spi;

import jakarta.validation.constraints.NotNull;
import java.util.Objects;

/**
 * Tells the canonical form and the type of a phone number from the world's numbering plans. A registration keeps,
 * compares and dials the canonical form. It can refuse a number that does not exist, that costs the host money, or that
 * cannot receive its messages. Optional: without it, a number is judged by its form and calling code, and a form that
 * may hide a trunk prefix, such as {@code +31 (0)6 …}, is refused.
 *
 * <p>Contract (kit: {@code PhoneNumbersContract}):
 *
 * <ul>
 *   <li><b>PN1</b> The same number gets the same answer.
 *   <li><b>PN2</b> It answers for every text of E.164 form, {@code +} and 7 to 15 digits. For a number that no plan
 *       has, the type is {@link Type#NONE}, or {@link Type#UNKNOWN} if the plan is not known.
 *   <li><b>PN3</b> If callers of a number pay extra, it is {@link Type#COSTLY} (R-RATE-10).
 *   <li><b>PN4</b> The adapter keeps nothing of a number, because a number is personal data (R-LOG-1).
 *   <li><b>PN5</b> 64 threads may call at once, and each gets the answer to its own question.
 *   <li><b>PN6</b> If the backend fails or hangs, the call throws {@link BackendUnavailableException} within 30 seconds
 *       and gives no answer.
 *   <li><b>PN7</b> A null argument throws {@link NullPointerException}. A text of another form throws {@link
 *       IllegalArgumentException}, which does not quote it.
 *   <li><b>PN8</b> The canonical form is the number as a caller abroad dials it, so it has no trunk prefix. The type is
 *       that of the canonical form. The canonical form of a canonical form is itself. A number of type {@link Type#NONE}
 *       or {@link Type#UNKNOWN} stays as it is.
 * </ul>
 */
public interface PhoneNumbers {
    /**
     * Returns the line that a number reaches.
     *
     * @param e164 {@code +} and 7 to 15 digits, the first of them not 0 (ITU-T E.164); a trunk prefix may follow the
     *     calling code
     * @return the canonical form of the number, and the type of its line
     * @throws BackendUnavailableException if a backend did not answer
     * @throws IllegalArgumentException if the text has another form
     */
    Line lineOf(String e164);

    /**
     * A line. {@link #toString} hides the number.
     *
     * @param number the canonical form, {@code +} and 7 to 15 digits
     * @param type the type of the line
     */
    record Line(@NotNull String number, @NotNull Type type) {
        /** Checks that no part is null. */
        public Line {
            Objects.requireNonNull(number, "number");
            Objects.requireNonNull(type, "type");
        }

        /** Hides the number. */
        @Override
        public String toString() {
            return "Line[" + type + "]";
        }
    }

    /** The type of a line, as far as its numbering plan tells. */
    enum Type {
        /** A mobile phone. */
        MOBILE,
        /** A fixed line: it rings, and most cannot receive text messages. */
        FIXED_LINE,
        /** Fixed or mobile: the plan does not tell them apart, such as that of North America. */
        FIXED_OR_MOBILE,
        /** A number answered over the internet by any holder of its password (NIST SP 800-63B-4, section 3.1.3). */
        VOIP,
        /** The caller pays more than for an ordinary call: premium rate, shared cost, satellite (R-RATE-10). */
        COSTLY,
        /** Any other line: toll-free, a pager, a voice mailbox, a company's universal number. */
        OTHER,
        /** No plan has such a number. */
        NONE,
        /** The type is not known; only the form of the number is. */
        UNKNOWN
    }
}
