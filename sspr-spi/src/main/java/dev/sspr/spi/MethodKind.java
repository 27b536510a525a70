package dev.sspr.spi;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Objects;

/**
 * A kind of authentication method, by a stable name that policies, stored flows and audit events carry.
 *
 * @param value such as {@code email-code}; 1 to 32 lower-case letters, digits and hyphens
 */
public record MethodKind(
        @NotNull @Pattern(regexp = MethodKind.FORM) String value) {
    /** The form of a kind. */
    public static final String FORM = "[a-z][a-z0-9-]{0,31}";
    /** A code, and a link for the same challenge, by e-mail. */
    public static final MethodKind EMAIL_CODE = new MethodKind("email-code");
    /** A code by text message. */
    public static final MethodKind SMS_CODE = new MethodKind("sms-code");
    /** A code spoken in a call to a mobile phone. */
    public static final MethodKind VOICE_CODE = new MethodKind("voice-code");
    /** A code spoken in a call to an office phone, extension or not. */
    public static final MethodKind OFFICE_CODE = new MethodKind("office-code");
    /** The code that an authenticator app shows: TOTP (RFC 6238). */
    public static final MethodKind APP_CODE = new MethodKind("app-code");
    /** The code of a hardware OATH token: TOTP or HOTP (RFC 4226). */
    public static final MethodKind OATH_TOKEN = new MethodKind("oath-token");
    /** A prompt on a device of the person's, answered by typing the number that the page shows. */
    public static final MethodKind PUSH = new MethodKind("push");
    /** Answers to questions chosen before: a legacy, never a proof by itself (R-SQ-1). */
    public static final MethodKind QUESTIONS = new MethodKind("questions");
    /** One of the codes that the person wrote down (NIST SP 800-63B-4 section 4.2.1.1). */
    public static final MethodKind RECOVERY_CODE = new MethodKind("recovery-code");
    /** A WebAuthn credential with user verification. */
    public static final MethodKind PASSKEY = new MethodKind("passkey");
    /** A pass for a short time, handed out by the help desk. */
    public static final MethodKind ACCESS_PASS = new MethodKind("access-pass");

    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException if it is not of the stated form
     */
    public MethodKind {
        Objects.requireNonNull(value, "value");
        if (!value.matches(FORM)) {
            throw new IllegalArgumentException("a method kind must match " + FORM + ", not '" + value + "'");
        }
    }
}
