package dev.sspr.internal.helpdesk;

import dev.sspr.spi.Account;

/** Lifts the lock that failed sign-ins have put on an account. */
public interface LockLifter {
    /** Lifts it, or leaves an account that is not locked as it is. */
    void unlock(Account account);
}
