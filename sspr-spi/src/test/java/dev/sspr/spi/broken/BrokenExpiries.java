package dev.sspr.spi.broken;

import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.PasswordExpiry;
import dev.sspr.spi.PasswordExpiry.Expired;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserStore;
import dev.sspr.spi.WriteId;
import dev.sspr.spi.kit.Contract;
import dev.sspr.spi.memory.InMemoryPasswordExpiryTest;
import dev.sspr.spi.memory.InMemoryUserStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** What makes passwords useless, wrongly. */
final class BrokenExpiries {
    private BrokenExpiries() {}

    private static Supplier<Contract> with(Function<InMemoryUserStore, PasswordExpiry> broken) {
        return () -> new InMemoryPasswordExpiryTest() {
            private final PasswordExpiry one = broken.apply(store);

            @Override
            protected PasswordExpiry expiry() {
                return one;
            }

            @Override
            protected int rounds() {
                return 4;
            }
        };
    }

    static List<Broken> all() {
        return List.of(
                Broken.of("PE1", "flags the password and lets it in", Set.of("PE4"), KeepsThePassword::new),
                Broken.of("PE1", "sets a password that everybody knows", with(twin -> (id, expected) -> {
                    Expired answer = twin.expire(id, expected);
                    Optional<Account> now = twin.load(id);
                    if (answer == Expired.EXPIRED && now.orElseThrow().status() == AccountStatus.ACTIVE) {
                        twin.setPassword(id, now.orElseThrow().generation(), Secret.of(" "), new WriteId("known"));
                    }
                    return answer;
                })),
                Broken.of(
                        "PE2",
                        "does not look at the generation",
                        with(twin -> (id, expected) -> twin.load(id)
                                .map(account -> twin.expire(id, account.generation()))
                                .orElse(Expired.GONE))),
                Broken.of("PE3", "has no word for an account that is gone", with(twin -> (id, expected) -> {
                    Expired answer = twin.expire(id, expected);
                    return answer == Expired.GONE ? Expired.STALE : answer;
                })),
                Broken.of("PE3", "lifts the lock too", with(twin -> (id, expected) -> {
                    Expired answer = twin.expire(id, expected);
                    if (answer == Expired.EXPIRED && twin.load(id).orElseThrow().status() == AccountStatus.LOCKED) {
                        twin.setStatus(id, AccountStatus.ACTIVE);
                    }
                    return answer;
                })),
                Broken.of("PE4", "takes no password any more", Stuck::new),
                Broken.of("PE5", "takes an outage for an account that is gone", with(twin -> (id, expected) -> {
                    try {
                        return twin.expire(id, expected);
                    } catch (BackendUnavailableException e) {
                        return Expired.GONE;
                    }
                })));
    }

    /** The old password goes on signing in. */
    private static final class KeepsThePassword extends InMemoryPasswordExpiryTest {
        private final Map<LoginName, Secret> first = new ConcurrentHashMap<>();

        @Override
        protected void add(Account account, LoginName login, Secret password) {
            super.add(account, login, password);
            first.put(login, password);
        }

        @Override
        protected boolean signsIn(LoginName login, Secret password) {
            return super.signsIn(login, password) || password.equals(first.get(login));
        }

        @Override
        protected int rounds() {
            return 4;
        }
    }

    /** An account that was expired stays so. */
    private static final class Stuck extends InMemoryPasswordExpiryTest {
        private final Set<UserId> expired = ConcurrentHashMap.newKeySet();

        @Override
        protected PasswordExpiry expiry() {
            return (id, expected) -> {
                Expired answer = store.expire(id, expected);
                if (answer == Expired.EXPIRED) {
                    expired.add(id);
                }
                return answer;
            };
        }

        @Override
        protected UserStore store() {
            return new ForwardingUserStore(store) {
                @Override
                public UserStore.PasswordWrite setPassword(
                        UserId id, Generation expected, Secret password, WriteId write) {
                    return expired.contains(id)
                            ? new UserStore.PasswordWrite.NotUsable(AccountStatus.EXPIRED)
                            : super.setPassword(id, expected, password, write);
                }
            };
        }

        @Override
        protected int rounds() {
            return 4;
        }
    }
}
