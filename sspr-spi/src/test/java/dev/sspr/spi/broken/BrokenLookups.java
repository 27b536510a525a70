package dev.sspr.spi.broken;

import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserStore;
import dev.sspr.spi.memory.InMemoryUserStoreTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** User stores whose reading is wrong. */
final class BrokenLookups {
    private BrokenLookups() {}

    /** The twin's fixture with something in front of the twin. */
    static class Fixture extends InMemoryUserStoreTest {
        final Map<LoginName, Account> firstOfName = new LinkedHashMap<>();
        private final UserStore broken;

        Fixture(Function<Fixture, UserStore> broken) {
            this.broken = broken.apply(this);
        }

        UserStore twin() {
            return store;
        }

        @Override
        protected void add(Account account, LoginName login, Secret password) {
            super.add(account, login, password);
            firstOfName.putIfAbsent(login, account);
        }

        @Override
        protected UserStore store() {
            return broken;
        }

        @Override
        protected int rounds() {
            return 4;
        }
    }

    private static Fixture finding(Function<Fixture, UnaryOperator<UserStore.Lookup>> change) {
        return new Fixture(fixture -> new ForwardingUserStore(fixture.twin()) {
            @Override
            public UserStore.Lookup find(LoginName login) {
                return change.apply(fixture).apply(super.find(login));
            }
        });
    }

    private static UserStore.Lookup one(Fixture fixture, Account account, LoginName matched) {
        return new UserStore.Lookup.One(fixture.twin().load(account.id()).orElseThrow(), matched);
    }

    private static Account with(Account a, AccountStatus status, boolean destinations) {
        return new Account(
                a.id(),
                status,
                a.privilege(),
                a.generation(),
                a.locale(),
                destinations ? a.destinations() : List.of(),
                a.words(),
                a.lastWrite());
    }

    static List<Broken> all() {
        return List.of(
                Broken.of(
                        "U1",
                        "find gives a shallow account",
                        () -> finding(fixture -> found -> found instanceof UserStore.Lookup.One one
                                ? new UserStore.Lookup.One(
                                        with(one.account(), one.account().status(), false), one.matched())
                                : found)),
                Broken.of("U2", "compares without case", BrokenLookups::withoutCase),
                Broken.of("U2", "compares without accents", BrokenLookups::withoutAccents),
                Broken.of("U3", "takes the first of several", BrokenLookups::firstOfSeveral),
                Broken.of("U4", "puts the name into a pattern", BrokenLookups::wildcards),
                Broken.of("U4", "chokes on a quote", BrokenLookups::chokesOnQuote),
                Broken.of("U5", "takes an unreadable status for ACTIVE", BrokenLookups::unknownIsActive),
                Broken.of("U9", "one table for all tenants", Set.of("L8"), () -> new Fixture(Fixture::twin) {
                    @Override
                    protected Optional<UserStore> otherTenant() {
                        return Optional.of(store);
                    }
                }),
                Broken.of("U14", "takes an outage for 'nobody'", BrokenLookups::outageIsNobody),
                Broken.of("U14", "lets the driver's exception through", BrokenLookups::driversException),
                Broken.of("U15", "stamps the time of the last look-up", BrokenLookups::stampsLookups),
                Broken.of(
                        "U16",
                        "takes null for 'nobody'",
                        () -> new Fixture(fixture -> new ForwardingUserStore(fixture.twin()) {
                            @Override
                            public UserStore.Lookup find(LoginName login) {
                                return login == null ? new UserStore.Lookup.None() : super.find(login);
                            }
                        })));
    }

    private static Fixture withoutCase() {
        return folded(name -> name.toLowerCase(Locale.ROOT));
    }

    private static Fixture withoutAccents() {
        return folded(name -> java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFD)
                .replaceAll("\\p{M}", ""));
    }

    private static Fixture folded(UnaryOperator<String> fold) {
        return new Fixture(fixture -> new ForwardingUserStore(fixture.twin()) {
            @Override
            public UserStore.Lookup find(LoginName login) {
                UserStore.Lookup exact = super.find(login);
                if (!(exact instanceof UserStore.Lookup.None)) {
                    return exact;
                }
                return fixture.firstOfName.entrySet().stream()
                        .filter(e -> fold.apply(e.getKey().value()).equals(fold.apply(login.value())))
                        .map(e -> one(fixture, e.getValue(), e.getKey()))
                        .findFirst()
                        .orElse(exact);
            }
        });
    }

    private static Fixture firstOfSeveral() {
        return new Fixture(fixture -> new ForwardingUserStore(fixture.twin()) {
            @Override
            public UserStore.Lookup find(LoginName login) {
                UserStore.Lookup found = super.find(login);
                return found instanceof UserStore.Lookup.Ambiguous
                        ? one(fixture, fixture.firstOfName.get(login), login)
                        : found;
            }
        });
    }

    private static Fixture wildcards() {
        return new Fixture(fixture -> new ForwardingUserStore(fixture.twin()) {
            @Override
            public UserStore.Lookup find(LoginName login) {
                UserStore.Lookup exact = super.find(login);
                if (!(exact instanceof UserStore.Lookup.None) || !login.value().endsWith("%")) {
                    return exact;
                }
                String prefix = login.value().substring(0, login.value().length() - 1);
                return fixture.firstOfName.entrySet().stream()
                        .filter(e -> e.getKey().value().startsWith(prefix))
                        .map(e -> one(fixture, e.getValue(), e.getKey()))
                        .findFirst()
                        .orElse(exact);
            }
        });
    }

    private static Fixture chokesOnQuote() {
        return new Fixture(fixture -> new ForwardingUserStore(fixture.twin()) {
            @Override
            public Optional<Account> load(UserId id) {
                if (id.value().contains("'")) {
                    throw new IllegalStateException("syntax error near '");
                }
                return super.load(id);
            }
        });
    }

    private static Fixture unknownIsActive() {
        return new Fixture(fixture -> new ForwardingUserStore(fixture.twin()) {
            private Account read(Account account) {
                boolean unknown = account.status() == AccountStatus.UNKNOWN;
                return unknown ? with(account, AccountStatus.ACTIVE, true) : account;
            }

            @Override
            public UserStore.Lookup find(LoginName login) {
                return super.find(login) instanceof UserStore.Lookup.One one
                        ? new UserStore.Lookup.One(read(one.account()), one.matched())
                        : super.find(login);
            }

            @Override
            public Optional<Account> load(UserId id) {
                return super.load(id).map(this::read);
            }
        });
    }

    private static Fixture outageIsNobody() {
        return new Fixture(fixture -> new ForwardingUserStore(fixture.twin()) {
            @Override
            public UserStore.Lookup find(LoginName login) {
                try {
                    return super.find(login);
                } catch (BackendUnavailableException e) {
                    return new UserStore.Lookup.None();
                }
            }
        });
    }

    private static Fixture driversException() {
        return new Fixture(fixture -> new ForwardingUserStore(fixture.twin()) {
            @Override
            public Optional<Account> load(UserId id) {
                try {
                    return super.load(id);
                } catch (BackendUnavailableException e) {
                    throw new IllegalStateException("connection refused", e);
                }
            }
        });
    }

    private static Fixture stampsLookups() {
        int[] lookups = {0};
        return new Fixture(fixture -> new ForwardingUserStore(fixture.twin()) {
            @Override
            public UserStore.Lookup find(LoginName login) {
                lookups[0]++;
                return super.find(login);
            }
        }) {
            @Override
            protected String dump() {
                return super.dump() + "lookups " + lookups[0];
            }
        };
    }
}
