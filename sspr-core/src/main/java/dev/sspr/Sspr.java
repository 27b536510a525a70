package dev.sspr;

import dev.sspr.spi.AccountId;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stands in for the entry to the engine. */
public final class Sspr {

    private static final Logger LOG = LoggerFactory.getLogger(Sspr.class);

    private Sspr() {}

    /**
     * Makes a fingerprint of an account's id.
     *
     * @param id the account
     * @return 32 bytes
     */
    public static byte[] fingerprint(AccountId id) {
        byte[] in = id.value().getBytes(StandardCharsets.UTF_8);
        SHA256Digest digest = new SHA256Digest();
        digest.update(in, 0, in.length);
        byte[] out = new byte[digest.getDigestSize()];
        digest.doFinal(out, 0);
        LOG.debug("fingerprint made");
        return out;
    }
}
