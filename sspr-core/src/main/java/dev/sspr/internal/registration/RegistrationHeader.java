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
 * The fields of every state of an open registration. {@code handle} is a digest of the browser's secret. {@code shown}
 * has the kinds of the sign-in and those registered since. If {@code generation} has changed, nothing is stored
 * (R-TOK-7). {@code outranksHold} says that the sign-in may remove what the hold after a reset protects (R-HOLD-1).
 */
public record RegistrationHeader(
        Digest handle,
        Instant deadline,
        Locale locale,
        UserId user,
        String accountName,
        Set<MethodKind> shown,
        Generation generation,
        boolean outranksHold) {
    public RegistrationHeader {
        shown = Set.copyOf(shown);
    }

    public RegistrationHeader(
            Digest handle,
            Instant deadline,
            Locale locale,
            UserId user,
            String accountName,
            Set<MethodKind> shown,
            Generation generation) {
        this(handle, deadline, locale, user, accountName, shown, generation, false);
    }

    RegistrationHeader outrankingHold(boolean outranks) {
        return new RegistrationHeader(handle, deadline, locale, user, accountName, shown, generation, outranks);
    }

    /** Adds the kind of a confirmed method. */
    RegistrationHeader showing(MethodKind kind) {
        Set<MethodKind> more = new HashSet<>(shown);
        more.add(kind);
        return new RegistrationHeader(handle, deadline, locale, user, accountName, more, generation, outranksHold);
    }
}
