package dev.sspr.admin;

import dev.sspr.spi.Account;

/** Lifts the lock that failed sign-ins have put on an account. */
interface Unlocking {
    /** Lifts it, or leaves an account that is not locked as it is. */
    void unlock(Account account);
}
