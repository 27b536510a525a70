package dev.sspr.validation;

import dev.sspr.password.AcceptablePassword;
import dev.sspr.password.PasswordContext.Proven;
import dev.sspr.spi.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What somebody filled in.
 *
 * @param password by the standard policy
 * @param second the same as characters, beside a second factor
 * @param third the same as text, by Entra's policy, with messages of the host's own
 * @param fourth the same as text, in Dutch
 */
@SuppressWarnings("ArrayRecordComponent") // a form is not compared
public record SignUp(
        @Nullable @AcceptablePassword Secret password,
        @AcceptablePassword(proven = Proven.SECOND_FACTOR) char @Nullable [] second,

        @Nullable @AcceptablePassword(preset = AcceptablePassword.Preset.ENTRA, message = "{form.*}")
        String third,

        @Nullable @AcceptablePassword(language = "nl") String fourth) {
    /** A form with the first password only. */
    static SignUp of(String password) {
        return new SignUp(Secret.of(password), null, null, null);
    }
}
