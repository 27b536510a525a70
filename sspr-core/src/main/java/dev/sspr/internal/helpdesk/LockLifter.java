package dev.sspr.internal.helpdesk;

import dev.sspr.spi.Account;

/** Lifts the lock of failed sign-ins. */
public interface LockLifter {
    /** Lifts the lock of an account; it has no effect if the account is not locked. */
    void unlock(Account account);
}
