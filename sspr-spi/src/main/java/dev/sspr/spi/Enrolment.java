package dev.sspr.spi;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * One enrolment of one method for one account.
 *
 * @param id 128 random bits, new for each enrolment
 * @param user the account
 * @param accountName what the person knows the account by, for a device to show; 1 to 64 characters without control
 *     characters
 * @param service what the host calls itself; 1 to 64 characters without control characters
 * @param locale the person's language
 * @param held the credentials of this kind that the account holds by now
 * @param given what an administrator put in place and this enrolment activates, if it does
 * @param issuedAt when it began; whole milliseconds
 * @param expiresAt from when no confirmation counts; whole milliseconds (R-TOTP-5)
 */
public record Enrolment(
        Digest id,
        UserId user,
        String accountName,
        String service,
        Locale locale,
        List<Credential> held,
        Optional<Credential> given,
        Instant issuedAt,
        Instant expiresAt) {
    /** Checks the parts and copies the list. */
    public Enrolment {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(user, "user");
        Text.opaque("account name", accountName, 64);
        Text.opaque("service", service, 64);
        Objects.requireNonNull(locale, "locale");
        held = List.copyOf(held);
        Objects.requireNonNull(given, "given");
        Objects.requireNonNull(issuedAt, "issuedAt");
        Objects.requireNonNull(expiresAt, "expiresAt");
    }

    /** Names the account by its id only. */
    @Override
    public String toString() {
        return "Enrolment[" + id.hex() + ", " + user.value() + "]";
    }
}
