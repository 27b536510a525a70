package dev.sspr.register;

import dev.sspr.spi.MethodKind;
import dev.sspr.spi.UserId;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * The host's evidence of a sign-in: user, time, and methods beside the password. The library signs no user in, so it
 * relies on the host, which takes this from its own session, never from a request.
 *
 * @param user the signed-in user
 * @param accountName the account's name for a device to show; 1 to 64 characters
 * @param at when the user last authenticated, not when the session was last used
 * @param methods the kinds that were part of it, beside a password; {@link MethodKind#ACCESS_PASS} for a pass
 * @param accountCreatedAt when the account was created: the time in which a password alone may register a first method
 *     runs from here (R-REG-2)
 */
public record SignInEvidence(
        UserId user, String accountName, Instant at, Set<MethodKind> methods, Instant accountCreatedAt) {
    /**
     * Checks the parts and copies the set.
     *
     * @throws IllegalArgumentException if the account name is empty or too long
     */
    public SignInEvidence {
        Objects.requireNonNull(user, "user");
        if (accountName.isBlank() || accountName.length() > 64) {
            throw new IllegalArgumentException("accountName must have 1 to 64 characters");
        }
        Objects.requireNonNull(at, "at");
        methods = Set.copyOf(methods);
        Objects.requireNonNull(accountCreatedAt, "accountCreatedAt");
    }
}
