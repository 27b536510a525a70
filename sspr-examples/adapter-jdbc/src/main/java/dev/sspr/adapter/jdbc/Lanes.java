package dev.sspr.adapter.jdbc;

import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.UserId;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One password at a time for each account in this process. Not for safety, which the database gives, but so that the
 * losers of a race see that they lost before they pay for a hash and keep others waiting.
 */
final class Lanes {
    private static final int LANES = 256;
    private static final Duration WAIT = Duration.ofSeconds(10);

    private final Lock[] locks =
            Stream.generate(ReentrantLock::new).limit(LANES).toArray(Lock[]::new);

    <T> T in(UserId account, Supplier<T> work) {
        Lock lock = locks[Math.floorMod(account.hashCode(), LANES)];
        try {
            if (!lock.tryLock(WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new BackendUnavailableException("too many passwords are being set for one account");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BackendUnavailableException("interrupted while waiting to set a password");
        }
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
