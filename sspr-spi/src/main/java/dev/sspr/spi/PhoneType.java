package dev.sspr.spi;

/** What kind of line a phone number belongs to, as far as its numbering plan tells. */
public enum PhoneType {
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
