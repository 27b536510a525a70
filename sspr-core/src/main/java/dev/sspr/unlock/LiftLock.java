package dev.sspr.unlock;

import dev.sspr.internal.engine.Spi;
import dev.sspr.internal.proof.Deed;
import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.AccountUnlocker;
import dev.sspr.spi.Finding;
import dev.sspr.spi.Generation;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.PasswordWrite;
import dev.sspr.spi.Unlocking;
import dev.sspr.spi.UserId;
import java.util.List;
import java.util.function.Predicate;

/**
 * Lifts a lock, in the machine's words: a lock that is not there is refused like a password that may not be set, so that
 * nothing is spent.
 *
 * @param unlocker lifts it
 * @param alsoLocked whether the account's sign-in is locked in a way that the intent clears, whatever its status
 */
record LiftLock(AccountUnlocker unlocker, Predicate<UserId> alsoLocked) implements Deed {
    private static final List<Finding> NOT_LOCKED = List.of(Finding.of("account.not-locked"));

    @Override
    public List<Finding> findings(Account account, List<MethodKind> proven) {
        return account.status() == AccountStatus.LOCKED || signInLocked(account.id()) ? List.of() : NOT_LOCKED;
    }

    @Override
    public PasswordWrite act(UserId user, Generation expected) {
        Unlocking said = Spi.ask("account-unlocker", () -> unlocker.unlock(user, expected));
        if (said instanceof Unlocking.Unlocked || (said instanceof Unlocking.NotLocked && signInLocked(user))) {
            return new PasswordWrite.Written(expected);
        }
        if (said instanceof Unlocking.NotUsable not) {
            return new PasswordWrite.NotUsable(not.status());
        }
        return said instanceof Unlocking.Stale ? new PasswordWrite.Stale() : new PasswordWrite.Rejected(NOT_LOCKED);
    }

    private boolean signInLocked(UserId user) {
        return Spi.ask("smart-lockout", () -> alsoLocked.test(user));
    }

    /** Nothing was typed. */
    @Override
    public void close() {}
}
