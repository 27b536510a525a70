package dev.sspr.spi.memory;

import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.AccountUnlocker;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.UserStore;
import dev.sspr.spi.WriteId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One account of the user store twin at one moment. */
record AccountEntry(Account account, PasswordHash hash, Set<LoginName> logins) {
    /** The reason why a password may not be written now; empty if it may. */
    Optional<UserStore.PasswordWrite> refusal(Generation expected) {
        if (!account.status().usable()) {
            return Optional.of(new UserStore.PasswordWrite.NotUsable(account.status()));
        }
        return account.generation().equals(expected)
                ? Optional.empty()
                : Optional.of(new UserStore.PasswordWrite.Stale());
    }

    /** The reason why no lock can be lifted now; empty if one can. */
    Optional<AccountUnlocker.Result> notUnlocked(Generation expected) {
        if (!account.status().usable()) {
            return Optional.of(new AccountUnlocker.Result.NotUsable(account.status()));
        }
        if (!account.generation().equals(expected)) {
            return Optional.of(new AccountUnlocker.Result.Stale());
        }
        return account.status() == AccountStatus.LOCKED
                ? Optional.empty()
                : Optional.of(new AccountUnlocker.Result.NotLocked());
    }

    UserStore.Lookup as(LoginName asked) {
        LoginName matched = logins.stream().filter(asked::equals).findFirst().orElseThrow();
        return new UserStore.Lookup.One(account, matched);
    }

    AccountEntry withPassword(PasswordHash newHash, WriteId write) {
        AccountStatus lifted = account.status() == AccountStatus.LOCKED ? AccountStatus.ACTIVE : account.status();
        return new AccountEntry(account.withStatus(lifted).withLastWrite(write), newHash, logins);
    }

    AccountEntry withHash(PasswordHash newHash) {
        return new AccountEntry(account, newHash, logins);
    }

    AccountEntry withStatus(AccountStatus status) {
        return with(status, account.generation(), account.destinations());
    }

    AccountEntry withGeneration(Generation generation) {
        return with(account.status(), generation, account.destinations());
    }

    AccountEntry withDestinations(List<Destination> destinations) {
        return with(account.status(), account.generation(), destinations);
    }

    private AccountEntry with(AccountStatus status, Generation generation, List<Destination> destinations) {
        Account changed = new Account(
                account.id(),
                status,
                account.privilege(),
                generation,
                account.locale(),
                destinations,
                account.words(),
                account.lastWrite());
        return new AccountEntry(changed, hash, logins);
    }
}
