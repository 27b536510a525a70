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
 * @param accountName the account's name for the display of a device; 1 to 64 characters without control characters
 * @param service the host's name for the display of a device; 1 to 64 characters without control characters
 * @param locale the user's language
 * @param held the credentials of this kind that the account already holds
 * @param given the credential that an administrator assigned and this enrolment activates, if there is one
 * @param issuedAt the time of its start, whole milliseconds
 * @param expiresAt the time from which no confirmation is accepted, whole milliseconds (R-TOTP-5)
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
    /** Checks the names and copies the list. */
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

    /** Shows the ids only. */
    @Override
    public String toString() {
        return "Enrolment[" + id.hex() + ", " + user.value() + "]";
    }
}
