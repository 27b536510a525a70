package dev.sspr.spi;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Objects;

/**
 * A kind of authentication method. Policies, stored flows and audit events refer to it by its stable name.
 *
 * @param value the name, such as {@code email-code}; 1 to 32 lower-case letters, digits and hyphens
 */
public record MethodKind(
        @NotNull @Pattern(regexp = MethodKind.FORM) String value) {
    /** The form of a kind. */
    public static final String FORM = "[a-z][a-z0-9-]{0,31}";
    /** A code by e-mail, with a link for the same challenge. */
    public static final MethodKind EMAIL_CODE = new MethodKind("email-code");
    /** A code by text message. */
    public static final MethodKind SMS_CODE = new MethodKind("sms-code");
    /** A code spoken in a call to a mobile phone. */
    public static final MethodKind VOICE_CODE = new MethodKind("voice-code");
    /** A code spoken in a call to an office phone, with or without an extension. */
    public static final MethodKind OFFICE_CODE = new MethodKind("office-code");
    /** The code of an authenticator app: TOTP (RFC 6238). */
    public static final MethodKind APP_CODE = new MethodKind("app-code");
    /** The code of a hardware OATH token: TOTP or HOTP (RFC 4226). */
    public static final MethodKind OATH_TOKEN = new MethodKind("oath-token");
    /** A prompt on the user's device; the user types the number that the page shows. */
    public static final MethodKind PUSH = new MethodKind("push");
    /** Answers to questions chosen at registration: a legacy method, never a proof by itself (R-SQ-1). */
    public static final MethodKind QUESTIONS = new MethodKind("questions");
    /** A saved recovery code (NIST SP 800-63B-4 section 4.2.1.1). */
    public static final MethodKind RECOVERY_CODE = new MethodKind("recovery-code");
    /** A WebAuthn credential with user verification. */
    public static final MethodKind PASSKEY = new MethodKind("passkey");
    /** A temporary access pass, issued by the help desk. */
    public static final MethodKind ACCESS_PASS = new MethodKind("access-pass");

    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException if it does not have the stated form
     */
    public MethodKind {
        Objects.requireNonNull(value, "value");
        if (!value.matches(FORM)) {
            throw new IllegalArgumentException("a method kind must match " + FORM + ", not '" + value + "'");
        }
    }
}
