package dev.sspr.internal.proof;

import java.security.SecureRandom;
import java.util.SplittableRandom;

/** Repeatable bytes where the engine asks for random ones: never outside tests. */
final class TestRandom extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final transient SplittableRandom source;

    TestRandom(long seed) {
        this.source = new SplittableRandom(seed);
    }

    @Override
    public synchronized void nextBytes(byte[] bytes) {
        source.nextBytes(bytes);
    }
}
