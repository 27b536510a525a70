package dev.sspr.internal.secret;

import dev.sspr.spi.Digest;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Random bytes from one {@link SecureRandom}. Each thread fetches a block at a time, because the JDK's default source
 * has one lock for all threads. Bytes are wiped from the block when they are handed out.
 */
public final class RandomSource {
    private static final int BLOCK = 512;

    private final ThreadLocal<Block> blocks;

    /** Draws from a source. */
    public RandomSource(SecureRandom source) {
        this.blocks = ThreadLocal.withInitial(() -> new Block(source));
    }

    /** Returns new random bytes, at most 512 of them. */
    public byte[] bytes(int count) {
        byte[] fresh = new byte[count];
        fill(fresh, 0, count);
        return fresh;
    }

    /** Puts new random bytes, at most 512 of them, into a part of an array. */
    void fill(byte[] target, int from, int count) {
        blocks.get().next(target, from, count);
    }

    /** Returns 128 random bits. */
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

        void next(byte[] target, int from, int count) {
            if (used + count > BLOCK) {
                source.nextBytes(bytes);
                used = 0;
            }
            System.arraycopy(bytes, used, target, from, count);
            Arrays.fill(bytes, used, used + count, (byte) 0);
            used += count;
        }
    }
}
