package dev.sspr.internal.registration;

import java.security.SecureRandom;
import java.util.SplittableRandom;

/** Repeatable bytes where the engine asks for random ones: never outside tests. */
final class ExploreRandom extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final transient SplittableRandom source = new SplittableRandom(1);

    @Override
    public synchronized void nextBytes(byte[] bytes) {
        source.nextBytes(bytes);
    }
}
