package dev.sspr.internal.proof;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.Provider;
import java.security.spec.AlgorithmParameterSpec;
import javax.crypto.Mac;
import javax.crypto.MacSpi;

/** HMAC-SHA-256 of the JDK, with a count of the digests made. */
public final class CountedHmac extends MacSpi {
    private static final ThreadLocal<long[]> MADE = ThreadLocal.withInitial(() -> new long[1]);

    private final Mac mac;

    /** Made by the provider, once for each keyed digest. */
    public CountedHmac() throws GeneralSecurityException {
        mac = Mac.getInstance("HmacSHA256", "SunJCE");
    }

    /** How many digests this thread has made. */
    public static long made() {
        return MADE.get()[0];
    }

    /** A provider to put before all others while a test counts. */
    public static Provider provider() {
        return new Counting();
    }

    private static final class Counting extends Provider {
        private static final long serialVersionUID = 1L;

        Counting() {
            super("counting", "1", "counts");
            put("Mac.HmacSHA256", CountedHmac.class.getName());
        }
    }

    @Override
    protected int engineGetMacLength() {
        return mac.getMacLength();
    }

    @Override
    protected void engineInit(Key key, AlgorithmParameterSpec params)
            throws InvalidKeyException, InvalidAlgorithmParameterException {
        mac.init(key, params);
    }

    @Override
    protected void engineUpdate(byte input) {
        mac.update(input);
    }

    @Override
    protected void engineUpdate(byte[] input, int offset, int length) {
        mac.update(input, offset, length);
    }

    @Override
    protected byte[] engineDoFinal() {
        MADE.get()[0]++;
        return mac.doFinal();
    }

    @Override
    protected void engineReset() {
        mac.reset();
    }
}
