package dev.sspr.spi.broken;

import dev.sspr.spi.Account;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserStore;
import dev.sspr.spi.WriteId;
import dev.sspr.spi.broken.BrokenLookups.Fixture;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** User stores that are wrong about their last write, or about writes by other means. */
final class BrokenWriteIds {
    private BrokenWriteIds() {}

    /** A store beside which write ids are kept in a map of their own. */
    private abstract static class Kept extends ForwardingUserStore {
        final Map<UserId, WriteId> last = new ConcurrentHashMap<>();

        Kept(UserStore inner) {
            super(inner);
        }

        Account with(Account account) {
            return account.withLastWrite(last.getOrDefault(account.id(), WriteId.NONE));
        }

        @Override
        public UserStore.Lookup find(LoginName login) {
            return super.find(login) instanceof UserStore.Lookup.One one
                    ? new UserStore.Lookup.One(with(one.account()), one.matched())
                    : super.find(login);
        }

        @Override
        public Optional<Account> load(UserId id) {
            return super.load(id).map(this::with);
        }
    }

    /** A store whose answers about accounts are changed. */
    private static Fixture telling(UnaryOperator<Account> found, UnaryOperator<Account> loaded) {
        return new Fixture(fixture -> new ForwardingUserStore(fixture.twin()) {
            @Override
            public UserStore.Lookup find(LoginName login) {
                return super.find(login) instanceof UserStore.Lookup.One one
                        ? new UserStore.Lookup.One(found.apply(one.account()), one.matched())
                        : super.find(login);
            }

            @Override
            public Optional<Account> load(UserId id) {
                return super.load(id).map(loaded);
            }
        });
    }

    private static Account without(Account account) {
        return new Account(
                account.id(),
                account.status(),
                account.privilege(),
                account.generation(),
                account.locale(),
                account.destinations(),
                account.words());
    }

    static List<Broken> all() {
        return List.of(
                Broken.of(
                        "U18",
                        "keeps the id of a write that was not written",
                        Set.of("U6", "U11", "U12"),
                        () -> new Fixture(BrokenWriteIds::ofEveryWrite)),
                Broken.of(
                        "U18",
                        "knows the last write in load only",
                        Set.of("U1"),
                        () -> telling(BrokenWriteIds::without, account -> account)),
                Broken.of(
                        "U18",
                        "has no last write before the first one",
                        () -> telling(BrokenWriteIds::unlessWritten, BrokenWriteIds::unlessWritten)),
                Broken.of("U18", "forgets the last write with a change of an address", Forgetting::new),
                Broken.of("U7", "a password set by other means leaves the generation", Quiet::new));
    }

    private static Account unlessWritten(Account account) {
        return account.lastWrite().equals(Optional.of(WriteId.NONE)) ? without(account) : account;
    }

    private static UserStore ofEveryWrite(Fixture fixture) {
        return new Kept(fixture.twin()) {
            @Override
            public UserStore.PasswordWrite setPassword(UserId id, Generation expected, Secret password, WriteId write) {
                UserStore.PasswordWrite answer = super.setPassword(id, expected, password, write);
                last.put(id, write);
                return answer;
            }
        };
    }

    private static final class Forgetting extends Fixture {
        Forgetting() {
            super(Fixture::twin);
        }

        @Override
        protected boolean changeDestinationElsewhere(Account account) {
            store.changePassword(account.id(), Secret.of("the same password as before"));
            return true;
        }
    }

    /** Remembers the generation before, and shows it after a password set by other means. */
    private static final class Quiet extends Fixture {
        private static final Map<UserId, Generation> OLD = new ConcurrentHashMap<>();

        Quiet() {
            super(fixture -> new ForwardingUserStore(fixture.twin()) {
                @Override
                public Optional<Account> load(UserId id) {
                    return super.load(id)
                            .map(account -> new Account(
                                    id,
                                    account.status(),
                                    account.privilege(),
                                    OLD.getOrDefault(id, account.generation()),
                                    account.locale(),
                                    account.destinations(),
                                    account.words(),
                                    account.lastWrite()));
                }
            });
        }

        @Override
        protected boolean setPasswordElsewhere(Account account, Secret password) {
            OLD.put(account.id(), account.generation());
            return super.setPasswordElsewhere(account, password);
        }
    }
}
