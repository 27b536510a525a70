package dev.sspr.register;

import dev.sspr.spi.MethodKind;
import dev.sspr.spi.UserId;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * What the host says of the sign-in behind a call: who, when, and by which methods beside the password. The library never
 * signs anybody in, so this is the host's word; it takes it from its own session, never from a request.
 *
 * @param user who is signed in
 * @param accountName what the person knows the account by, for a device to show; 1 to 64 characters
 * @param at when the person last proved who they are, not when the session was last used
 * @param methods the kinds that were part of it, beside a password; {@link MethodKind#ACCESS_PASS} for a pass
 * @param accountCreatedAt when the account was made: the time in which a password alone may register a first method runs
 *     from here (R-REG-2)
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
