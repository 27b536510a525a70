package dev.sspr.bench;

import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Channel;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserStore;
import dev.sspr.spi.WriteId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** A user store that keeps the contract except for one thing: it forgets the password, so that no hash is measured. */
final class Accounts implements UserStore {
    private final Map<LoginName, UserId> logins;
    private final Map<UserId, Account> accounts;

    Accounts(int count) {
        logins = new ConcurrentHashMap<>(2 * count);
        accounts = new ConcurrentHashMap<>(2 * count);
        for (int i = 0; i < count; i++) {
            UserId id = new UserId(new UUID(0x9E3779B97F4A7C15L * (i + 1), 0xBF58476D1CE4E5B9L * (i + 1)).toString());
            LoginName login = new LoginName(login(i));
            logins.put(login, id);
            accounts.put(
                    id,
                    new Account(
                            id,
                            AccountStatus.ACTIVE,
                            Account.Privilege.ORDINARY,
                            Generation.of(1),
                            Optional.empty(),
                            List.of(new Destination("mail-1", Channel.EMAIL, login(i) + "@example.org")),
                            List.of(login.value())));
        }
    }

    /** The login name of the account with a number: 20 characters. */
    static String login(int number) {
        return String.format(Locale.ROOT, "person.name-%08d", number);
    }

    @Override
    public UserStore.Lookup find(LoginName login) {
        UserId id = logins.get(login);
        Account account = id == null ? null : accounts.get(id);
        return account == null ? new UserStore.Lookup.None() : new UserStore.Lookup.One(account, login);
    }

    @Override
    public Optional<Account> load(UserId id) {
        return Optional.ofNullable(accounts.get(id));
    }

    @Override
    public UserStore.PasswordWrite setPassword(UserId id, Generation expected, Secret password, WriteId write) {
        AtomicReference<UserStore.PasswordWrite> answer =
                new AtomicReference<>(new UserStore.PasswordWrite.NotUsable(AccountStatus.UNKNOWN));
        accounts.computeIfPresent(id, (same, kept) -> {
            if (!kept.status().usable()) {
                answer.setPlain(new UserStore.PasswordWrite.NotUsable(kept.status()));
                return kept;
            }
            if (!kept.generation().equals(expected)) {
                answer.setPlain(new UserStore.PasswordWrite.Stale());
                return kept;
            }
            Generation next = Generation.of(Long.parseLong(expected.value()) + 1);
            answer.setPlain(new UserStore.PasswordWrite.Written(next));
            return written(kept, next);
        });
        return answer.getPlain();
    }

    private static Account written(Account old, Generation next) {
        return new Account(
                old.id(), AccountStatus.ACTIVE, old.privilege(), next, old.locale(), old.destinations(), old.words());
    }
}
