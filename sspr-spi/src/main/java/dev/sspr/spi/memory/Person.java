package dev.sspr.spi.memory;

import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.AccountUnlocker;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.UserStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One account of the user store twin at one moment. */
record Person(Account account, PasswordHash hash, Set<LoginName> logins) {
    /** Why a password may not be written now; empty if it may. */
    Optional<UserStore.PasswordWrite> refusal(Generation expected) {
        if (!account.status().usable()) {
            return Optional.of(new UserStore.PasswordWrite.NotUsable(account.status()));
        }
        return account.generation().equals(expected)
                ? Optional.empty()
                : Optional.of(new UserStore.PasswordWrite.Stale());
    }

    /** Why there is no lock to lift now; empty if there is one. */
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

    Person withPassword(PasswordHash newHash) {
        AccountStatus lifted = account.status() == AccountStatus.LOCKED ? AccountStatus.ACTIVE : account.status();
        return new Person(account, newHash, logins).withStatus(lifted);
    }

    Person withHash(PasswordHash newHash) {
        return new Person(account, newHash, logins);
    }

    Person withStatus(AccountStatus status) {
        return with(status, account.generation(), account.destinations());
    }

    Person withGeneration(Generation generation) {
        return with(account.status(), generation, account.destinations());
    }

    Person withDestinations(List<Destination> destinations) {
        return with(account.status(), account.generation(), destinations);
    }

    private Person with(AccountStatus status, Generation generation, List<Destination> destinations) {
        Account changed = new Account(
                account.id(), status, account.privilege(), generation, account.locale(), destinations, account.words());
        return new Person(changed, hash, logins);
    }
}
