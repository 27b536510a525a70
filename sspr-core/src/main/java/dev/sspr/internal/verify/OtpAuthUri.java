package dev.sspr.internal.verify;

import dev.sspr.internal.bytes.Base32;
import dev.sspr.oath.OathToken;
import dev.sspr.spi.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The {@code otpauth} URI that authenticator apps read (Key Uri Format, R-TOTP-9): every parameter is stated, the issuer
 * is both prefix and parameter, and text is percent-encoded as RFC 3986 section 2.1 has it, a space as {@code %20}.
 */
public final class OtpAuthUri {
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    private static final HexFormat UPPER = HexFormat.of().withUpperCase();

    /** Enough for three times the longest texts, a seed of 64 bytes, and the rest. */
    private final char[] chars = new char[2048];

    private int size;

    private OtpAuthUri() {}

    /**
     * Makes the URI of a seed that counts time steps.
     *
     * @throws IllegalArgumentException if the issuer or the account is empty or has a colon, which separates the two
     */
    static Secret totp(String issuer, String account, byte[] seed, OathToken.Hash hash, int digits, int period) {
        return new OtpAuthUri()
                .head("totp", issuer, account, seed, hash, digits)
                .put("&period=" + period)
                .secret();
    }

    /**
     * Makes the URI of a seed that counts presses of a button.
     *
     * @throws IllegalArgumentException if the counter is negative, or as in {@link #totp}
     */
    static Secret hotp(String issuer, String account, byte[] seed, OathToken.Hash hash, int digits, long counter) {
        if (counter < 0) {
            throw new IllegalArgumentException("a counter is not negative, this is " + counter);
        }
        return new OtpAuthUri()
                .head("hotp", issuer, account, seed, hash, digits)
                .put("&counter=" + counter)
                .secret();
    }

    /** Refuses a name that cannot be an issuer, and names its setting. */
    public static void checkIssuer(String setting, String issuer) {
        if (!fits(issuer)) {
            throw new IllegalArgumentException(setting + " must not be blank or have a colon, which ends the name in"
                    + " an authenticator app: '" + issuer + "'");
        }
    }

    private static boolean fits(String text) {
        return !text.isBlank() && text.indexOf(':') < 0;
    }

    private static void part(String what, String text) {
        if (!fits(text)) {
            throw new IllegalArgumentException(
                    "the " + what + " of an otpauth URI must not be blank or have a colon: '" + text + "'");
        }
    }

    private OtpAuthUri head(String type, String issuer, String account, byte[] seed, OathToken.Hash hash, int digits) {
        part("issuer", issuer);
        part("account", account);
        put("otpauth://").put(type).put("/").encoded(issuer).put(":").encoded(account);
        char[] base32 = Base32.encode(seed);
        put("?secret=").put(base32);
        Arrays.fill(base32, '\0');
        put("&issuer=").encoded(issuer);
        return put("&algorithm=" + hash.name()).put("&digits=" + digits);
    }

    private OtpAuthUri encoded(String text) {
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            boolean unreserved = UNRESERVED.indexOf(octet) >= 0;
            put(unreserved ? String.valueOf((char) octet) : "%" + UPPER.toHexDigits(octet));
        }
        return this;
    }

    private OtpAuthUri put(String text) {
        return put(text.toCharArray());
    }

    private OtpAuthUri put(char[] text) {
        System.arraycopy(text, 0, chars, size, text.length);
        size += text.length;
        return this;
    }

    private Secret secret() {
        char[] whole = Arrays.copyOf(chars, size);
        Secret secret = Secret.of(whole);
        Arrays.fill(whole, '\0');
        Arrays.fill(chars, '\0');
        return secret;
    }
}
