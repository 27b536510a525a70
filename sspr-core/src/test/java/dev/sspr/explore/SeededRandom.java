package dev.sspr.explore;

import java.security.SecureRandom;
import java.util.SplittableRandom;

/** Repeatable bytes where the library asks for random ones: never outside tests. */
final class SeededRandom extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final transient SplittableRandom source;

    SeededRandom(long seed) {
        this.source = new SplittableRandom(seed);
    }

    @Override
    public synchronized void nextBytes(byte[] bytes) {
        source.nextBytes(bytes);
    }
}
