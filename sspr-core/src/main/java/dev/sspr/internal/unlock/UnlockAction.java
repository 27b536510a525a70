package dev.sspr.internal.unlock;

import dev.sspr.internal.verification.CommitAction;
import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.AccountUnlocker;
import dev.sspr.spi.Finding;
import dev.sspr.spi.Generation;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserStore;
import dev.sspr.spi.WriteId;
import java.util.List;
import java.util.function.Predicate;

/**
 * Lifts a lock. If the account is not locked, the action is rejected and the flow stays open.
 *
 * @param alsoLocked whether the account's sign-in has a lock that the flow kind clears
 */
public record UnlockAction(AccountUnlocker unlocker, Predicate<UserId> alsoLocked) implements CommitAction {
    private static final List<Finding> NOT_LOCKED = List.of(Finding.of("account.not-locked"));

    @Override
    public List<Finding> findings(Account account, List<MethodKind> proven) {
        return account.status() == AccountStatus.LOCKED || signInLocked(account.id()) ? List.of() : NOT_LOCKED;
    }

    @Override
    public UserStore.PasswordWrite commit(UserId user, Generation expected, WriteId write) {
        AccountUnlocker.Result said = unlocker.unlock(user, expected);
        if (said instanceof AccountUnlocker.Result.Unlocked
                || (said instanceof AccountUnlocker.Result.NotLocked && signInLocked(user))) {
            return new UserStore.PasswordWrite.Written(expected);
        }
        if (said instanceof AccountUnlocker.Result.NotUsable not) {
            return new UserStore.PasswordWrite.NotUsable(not.status());
        }
        return said instanceof AccountUnlocker.Result.Stale
                ? new UserStore.PasswordWrite.Stale()
                : new UserStore.PasswordWrite.Rejected(NOT_LOCKED);
    }

    @Override
    public boolean sameAs(CommitAction other) {
        return other instanceof UnlockAction;
    }

    private boolean signInLocked(UserId user) {
        return alsoLocked.test(user);
    }

    @Override
    public void close() {}
}
