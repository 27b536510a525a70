package dev.sspr.internal.verify;

import dev.sspr.oath.OathToken;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HOTP (RFC 4226 section 5.3), with any of the hash functions of RFC 6238. */
final class OathCode {
    private final Mac mac;
    private final int digits;

    private OathCode(Mac mac, int digits) {
        this.mac = mac;
        this.digits = digits;
    }

    /** Makes the codes of a seed. */
    static OathCode of(OathToken.Hash hash, byte[] seed, int digits) {
        try {
            String name = "Hmac" + hash.name();
            Mac mac = Mac.getInstance(name);
            mac.init(new SecretKeySpec(seed, name));
            return new OathCode(mac, digits);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no HMAC with " + hash, e);
        }
    }

    /** Returns the code at a time step or a counter, with leading zeros. */
    char[] at(long counter) {
        byte[] full =
                mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(counter).array());
        int offset = full[full.length - 1] & 0xf;
        int binary = ByteBuffer.wrap(full).getInt(offset) & 0x7fffffff;
        Arrays.fill(full, (byte) 0);
        char[] code = new char[digits];
        for (int i = digits - 1; i >= 0; i--) {
            code[i] = (char) ('0' + binary % 10);
            binary /= 10;
        }
        return code;
    }

    /** Returns whether a text is the code at a time step or a counter, compared in constant time. */
    boolean is(long counter, char[] typed) {
        char[] code = at(counter);
        int difference = typed.length ^ digits;
        for (int i = 0; i < Math.min(typed.length, digits); i++) {
            difference |= typed[i] ^ code[i];
        }
        Arrays.fill(code, '\0');
        return difference == 0;
    }
}
