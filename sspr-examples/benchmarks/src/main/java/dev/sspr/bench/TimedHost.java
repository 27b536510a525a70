package dev.sspr.bench;

import dev.sspr.recovery.AccountRecovery;
import dev.sspr.reset.PasswordReset;
import java.util.Optional;

/**
 * The wiring of a host, as {@link EnumerationTiming} measures it. A host implements it over its own stores. Its policy needs
 * high limits, or its counter store must count nothing, because every name is used often.
 */
public interface TimedHost extends AutoCloseable {
    /**
     * Returns the reset to measure.
     *
     * @return always the same object, with the publication delay of production
     */
    PasswordReset reset();

    /**
     * Returns the recovery to measure.
     *
     * @return always the same object; empty if the host offers none
     */
    default Optional<AccountRecovery> recovery() {
        return Optional.empty();
    }

    /**
     * Returns a login name with an account.
     *
     * @return another one each time, and after all of them the first again
     */
    String known();

    /**
     * Returns a login name without an account.
     *
     * @return another one each time, as long as the known ones
     */
    String unknown();

    /** Makes the first notices of open recoveries late: lets them fail, and lets more than a minute pass. */
    default void delayNotices() {}

    @Override
    void close();
}
