package dev.sspr.internal.secret;

import dev.sspr.spi.Digest;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Random bytes from one {@link SecureRandom}, fetched by the block per thread: the JDK's default source has one lock
 * for all threads. Bytes are wiped from the block as they are handed out.
 */
public final class Mint {
    private static final int BLOCK = 512;

    private final ThreadLocal<Block> blocks;

    /** Draws from a source. */
    public Mint(SecureRandom source) {
        this.blocks = ThreadLocal.withInitial(() -> new Block(source));
    }

    /** Fresh random bytes, at most 512 of them. */
    public byte[] bytes(int count) {
        return blocks.get().next(count);
    }

    /** 128 random bits. */
    public Digest digest() {
        return Digest.of(bytes(Digest.BYTES));
    }

    private static final class Block {
        private final SecureRandom source;
        private final byte[] bytes = new byte[BLOCK];
        private int used = BLOCK;

        Block(SecureRandom source) {
            this.source = source;
        }

        byte[] next(int count) {
            if (used + count > BLOCK) {
                source.nextBytes(bytes);
                used = 0;
            }
            byte[] out = Arrays.copyOfRange(bytes, used, used + count);
            Arrays.fill(bytes, used, used + count, (byte) 0);
            used += count;
            return out;
        }
    }
}
