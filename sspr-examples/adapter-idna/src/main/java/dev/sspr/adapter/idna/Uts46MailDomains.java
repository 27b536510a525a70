package dev.sspr.adapter.idna;

import com.ibm.icu.text.IDNA;
import dev.sspr.spi.MailDomains;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Mail domains in ASCII by ICU: ToASCII of UTS 46 with non-transitional processing, STD 3 rules, and the checks of joiners
 * and direction.
 *
 * <p><b>Threads.</b> Safe to share.
 *
 * <p><b>Blocking.</b> Never; the first question reads the mapping from the class path.
 */
public final class Uts46MailDomains implements MailDomains {
    private static final int LONGEST = 253;
    private static final Pattern LABELS = Pattern.compile("[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63})*+");

    private final IDNA mapping = IDNA.getUTS46Instance(
            IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.USE_STD3_RULES | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ);

    /** Maps by the Unicode version of ICU. */
    public Uts46MailDomains() {}

    @Override
    public Optional<String> toAscii(String domain) {
        IDNA.Info info = new IDNA.Info();
        String ascii = mapping.nameToASCII(domain, new StringBuilder(), info).toString();
        return !info.hasErrors()
                        && ascii.length() <= LONGEST
                        && LABELS.matcher(ascii).matches()
                ? Optional.of(ascii)
                : Optional.empty();
    }

    /** Names the standard. */
    @Override
    public String toString() {
        return "Uts46MailDomains";
    }
}
