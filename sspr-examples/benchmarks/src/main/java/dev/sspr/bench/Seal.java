package dev.sspr.bench;

import dev.sspr.internal.secret.KeyRing;
import dev.sspr.internal.secret.RandomSource;
import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.Purpose;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** 300 bytes sealed and opened again, beside the same by the JDK alone. */
@State(Scope.Thread)
@NullUnmarked
public class Seal {
    private final byte[] plain = new byte[300];
    private final FlowId flow = new FlowId(new Digest(1, 2));
    private final KeyRing keys = KeyRing.derive(
            "bench", new KeyRing.Raw((byte) 1, new byte[32]), List.of(), new RandomSource(new SecureRandom()));

    private final SecretKeySpec key = new SecretKeySpec(new byte[32], "AES");
    private Cipher cipher;
    private long counter;

    /**
     * Keeps one cipher for the plain side.
     *
     * @throws GeneralSecurityException if this JDK has no AES-GCM
     */
    @Setup
    public void setUp() throws GeneralSecurityException {
        cipher = Cipher.getInstance("AES/GCM/NoPadding");
    }

    /**
     * Ours: with key id, purpose, flow and a random nonce.
     *
     * @return the opened bytes
     */
    @Benchmark
    public byte[] sspr() {
        return keys.open(flow, Purpose.RESET, 1, keys.seal(flow, Purpose.RESET, plain))
                .orElseThrow();
    }

    /**
     * AES-256-GCM with a kept cipher, a counter as nonce and nothing else.
     *
     * @return the opened bytes
     * @throws GeneralSecurityException if it fails
     */
    @Benchmark
    public byte[] jdk() throws GeneralSecurityException {
        GCMParameterSpec nonce = new GCMParameterSpec(
                128, ByteBuffer.allocate(12).putLong(++counter).array());
        cipher.init(Cipher.ENCRYPT_MODE, key, nonce);
        byte[] sealed = cipher.doFinal(plain);
        cipher.init(Cipher.DECRYPT_MODE, key, nonce);
        return cipher.doFinal(sealed);
    }
}
