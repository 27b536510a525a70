package dev.sspr.internal.registration;

import dev.sspr.spi.Digest;
import dev.sspr.spi.Generation;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.UserId;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * What every state of an open registration keeps.
 *
 * @param handle digest of the browser's secret
 * @param deadline from when nothing works
 * @param locale the language of the browser
 * @param user who is signed in
 * @param accountName what a device shows
 * @param shown the kinds that its holder has shown: at the sign-in, and those registered since
 * @param generation the account's credentials when it was opened: with others, nothing is stored (R-TOK-7)
 */
public record RegistrationHeader(
        Digest handle,
        Instant deadline,
        Locale locale,
        UserId user,
        String accountName,
        Set<MethodKind> shown,
        Generation generation) {
    public RegistrationHeader {
        shown = Set.copyOf(shown);
    }

    /** The same once a method of another kind was confirmed. */
    RegistrationHeader showing(MethodKind kind) {
        Set<MethodKind> more = new HashSet<>(shown);
        more.add(kind);
        return new RegistrationHeader(handle, deadline, locale, user, accountName, more, generation);
    }
}
