package dev.sspr.spi.broken;

import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserStore;
import dev.sspr.spi.WriteId;
import dev.sspr.spi.broken.BrokenLookups.Fixture;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** User stores whose writing is wrong. */
final class BrokenWrites {
    private BrokenWrites() {}

    /** Changes what a write of the twin comes to. */
    private interface Writing {
        UserStore.PasswordWrite write(Fixture fixture, UserId id, Generation expected, Secret password, WriteId write);
    }

    private static UserStore writing(Fixture fixture, Writing writing) {
        return new ForwardingUserStore(fixture.twin()) {
            @Override
            public UserStore.PasswordWrite setPassword(UserId id, Generation expected, Secret password, WriteId write) {
                if (id == null || expected == null || password == null || write == null) {
                    return super.setPassword(id, expected, password, write);
                }
                return writing.write(fixture, id, expected, password, write);
            }
        };
    }

    static List<Broken> all() {
        return List.of(
                Broken.of("U6", "looks at the generation, then writes", BrokenWrites::checksThenActs),
                Broken.of("U7", "counts generations modulo 3", () -> new Counting(true)),
                Broken.of("U8", "counts generations from the account's creation", () -> new Counting(false)),
                Broken.of("U10", "a second node caches accounts", Set.of("L1", "U18"), BrokenWrites::secondNodeCaches),
                Broken.of("U10", "the first password signs in for ever", BrokenWrites::firstPasswordLives),
                Broken.of(
                        "U11",
                        "throws when the backend refuses",
                        Set.of("U18"),
                        () -> new Fixture(fixture -> writing(fixture, (f, id, expected, password, write) -> {
                            UserStore.PasswordWrite answer = f.twin().setPassword(id, expected, password, write);
                            if (answer instanceof UserStore.PasswordWrite.Rejected) {
                                throw new IllegalArgumentException("constraint violation");
                            }
                            return answer;
                        }))),
                Broken.of("U11", "a refused write moves the generation", BrokenWrites::refusalMovesGeneration),
                Broken.of("U12", "a write switches DISABLED on", BrokenWrites::enablesDisabled),
                Broken.of("U12", "a write leaves LOCKED", BrokenWrites::leavesLocked),
                Broken.of("U13", "logs a fast hash of the password", BrokenWrites::logsFastHash),
                Broken.of("U13", "hashes without salt", BrokenWrites::hashesWithoutSalt));
    }

    private static Fixture checksThenActs() {
        Meeting meeting = new Meeting();
        return new Fixture(fixture -> writing(fixture, (f, id, expected, password, write) -> {
            Optional<Account> seen = f.twin().load(id);
            if (seen.isEmpty()
                    || !seen.get().status().usable()
                    || !seen.get().generation().equals(expected)) {
                return f.twin().setPassword(id, expected, password, write);
            }
            meeting.await();
            while (true) {
                Generation current = f.twin().load(id).orElseThrow().generation();
                UserStore.PasswordWrite answer = f.twin().setPassword(id, current, password, write);
                if (!(answer instanceof UserStore.PasswordWrite.Stale)) {
                    return answer;
                }
            }
        }));
    }

    /** Shows small numbers instead of the twin's generations. */
    private static final class Counting extends Fixture {
        private final boolean modulo;
        private final Map<UserId, Map<Generation, Generation>> shown;

        Counting(boolean modulo) {
            this(modulo, new HashMap<>());
        }

        private Counting(boolean modulo, Map<UserId, Map<Generation, Generation>> shown) {
            super(fixture ->
                    new ForwardingUserStore(writing(fixture, (f, id, expected, password, write) -> {
                        Optional<Account> now = f.twin().load(id);
                        boolean same = now.map(a ->
                                        show(shown, modulo, id, a.generation()).equals(expected))
                                .orElse(false);
                        Generation inner = same ? now.get().generation() : new Generation("stale");
                        UserStore.PasswordWrite answer = f.twin().setPassword(id, inner, password, write);
                        return answer instanceof UserStore.PasswordWrite.Written written
                                ? new UserStore.PasswordWrite.Written(show(shown, modulo, id, written.now()))
                                : answer;
                    })) {
                        @Override
                        public UserStore.Lookup find(LoginName login) {
                            return super.find(login) instanceof UserStore.Lookup.One one
                                    ? new UserStore.Lookup.One(as(one.account()), one.matched())
                                    : super.find(login);
                        }

                        @Override
                        public Optional<Account> load(UserId id) {
                            return super.load(id).map(this::as);
                        }

                        private Account as(Account a) {
                            return new Account(
                                    a.id(),
                                    a.status(),
                                    a.privilege(),
                                    show(shown, modulo, a.id(), a.generation()),
                                    a.locale(),
                                    a.destinations(),
                                    a.words());
                        }
                    });
            this.modulo = modulo;
            this.shown = shown;
        }

        private static Generation show(
                Map<UserId, Map<Generation, Generation>> shown, boolean modulo, UserId id, Generation inner) {
            synchronized (shown) {
                Map<Generation, Generation> own = shown.computeIfAbsent(id, same -> new HashMap<>());
                int next = own.size();
                return own.computeIfAbsent(inner, same -> Generation.of(modulo ? next % 3 : next));
            }
        }

        @Override
        protected void remove(UserId id) {
            super.remove(id);
            if (!modulo) {
                shown.remove(id);
            }
        }

        @Override
        protected Optional<UserStore> otherNode() {
            return Optional.of(store());
        }
    }

    private static Fixture secondNodeCaches() {
        return new Fixture(Fixture::twin) {
            @Override
            protected Optional<UserStore> otherNode() {
                Map<UserId, Optional<Account>> cache = new ConcurrentHashMap<>();
                return Optional.of(new ForwardingUserStore(store) {
                    @Override
                    public Optional<Account> load(UserId id) {
                        return cache.computeIfAbsent(id, super::load);
                    }
                });
            }
        };
    }

    private static Fixture firstPasswordLives() {
        return new Fixture(Fixture::twin) {
            private final Map<LoginName, Secret> first = new HashMap<>();

            @Override
            protected void add(Account account, LoginName login, Secret password) {
                super.add(account, login, password);
                first.putIfAbsent(login, password);
            }

            @Override
            protected boolean signsIn(LoginName login, Secret password) {
                return super.signsIn(login, password) || password.equals(first.get(login));
            }
        };
    }

    private static Fixture refusalMovesGeneration() {
        return new Fixture(Fixture::twin) {
            private final UserStore moving = writing(this, (f, id, expected, password, write) -> {
                UserStore.PasswordWrite answer = store.setPassword(id, expected, password, write);
                if (answer instanceof UserStore.PasswordWrite.Rejected) {
                    store.setDestinations(id, store.load(id).orElseThrow().destinations());
                }
                return answer;
            });

            @Override
            protected UserStore store() {
                return moving;
            }
        };
    }

    private static Fixture enablesDisabled() {
        return new Fixture(Fixture::twin) {
            private final UserStore enabling = writing(this, (f, id, expected, password, write) -> {
                if (store.load(id)
                        .map(a -> a.status() == AccountStatus.DISABLED)
                        .orElse(false)) {
                    store.setStatus(id, AccountStatus.ACTIVE);
                }
                return store.setPassword(id, expected, password, write);
            });

            @Override
            protected UserStore store() {
                return enabling;
            }
        };
    }

    private static Fixture leavesLocked() {
        return new Fixture(Fixture::twin) {
            private final UserStore leaving = writing(this, (f, id, expected, password, write) -> {
                boolean locked = store.load(id)
                        .map(a -> a.status() == AccountStatus.LOCKED)
                        .orElse(false);
                UserStore.PasswordWrite answer = store.setPassword(id, expected, password, write);
                if (locked) {
                    store.setStatus(id, AccountStatus.LOCKED);
                }
                return answer;
            });

            @Override
            protected UserStore store() {
                return leaving;
            }
        };
    }

    private static Fixture logsFastHash() {
        Queue<String> log = new ConcurrentLinkedQueue<>();
        return new Fixture(fixture -> writing(fixture, (f, id, expected, password, write) -> {
            log.add(fastHash(password));
            return f.twin().setPassword(id, expected, password, write);
        })) {
            @Override
            protected String dump() {
                return super.dump() + log;
            }
        };
    }

    private static Fixture hashesWithoutSalt() {
        Map<UserId, String> hashes = new ConcurrentHashMap<>();
        return new Fixture(fixture -> writing(fixture, (f, id, expected, password, write) -> {
            hashes.put(id, fastHash(password));
            return f.twin().setPassword(id, expected, password, write);
        })) {
            @Override
            protected String storedPassword(UserId id) {
                return hashes.get(id);
            }
        };
    }

    private static String fastHash(Secret password) {
        byte[] bytes = password.exposeTo(String::new).getBytes(StandardCharsets.UTF_8);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
