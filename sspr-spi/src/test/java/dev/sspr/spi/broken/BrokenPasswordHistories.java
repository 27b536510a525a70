package dev.sspr.spi.broken;

import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.PasswordHistory;
import dev.sspr.spi.PasswordHistory.Recall;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.kit.Contract;
import dev.sspr.spi.memory.InMemoryPasswordHistoryTest;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Password histories that are wrong. */
final class BrokenPasswordHistories {
    private BrokenPasswordHistories() {}

    /** Changes one question to the twin. */
    private interface Asking {
        Recall recall(PasswordHistory twin, UserId user, Secret password, int depth);
    }

    private static Supplier<Contract> asking(Supplier<Asking> asking) {
        return () -> new InMemoryPasswordHistoryTest() {
            private final Asking one = asking.get();

            @Override
            protected PasswordHistory history() {
                return (user, password, depth) -> one.recall(history, user, password, depth);
            }
        };
    }

    private static Secret mapped(Secret password) {
        return password == null
                ? null
                : password.exposeTo(chars -> Secret.of(Normalizer.normalize(new String(chars), Normalizer.Form.NFKD)
                        .replaceAll("\\p{M}", "")
                        .strip()
                        .toLowerCase(Locale.ROOT)));
    }

    static List<Broken> all() {
        return List.of(
                Broken.of(
                        "H1",
                        "does not look at the current password alone",
                        Set.of("H4", "H6", "H7", "H8", "H2"),
                        asking(() -> (twin, user, password, depth) -> {
                            Recall recall = twin.recall(user, password, depth);
                            return depth == 1 ? Recall.NOT_USED : recall;
                        })),
                Broken.of(
                        "H2",
                        "looks at all of them",
                        Set.of("H8"),
                        asking(() -> (twin, user, password, depth) ->
                                twin.recall(user, password, depth < 1 ? depth : Math.max(depth, 24)))),
                Broken.of("H3", "has one list for everybody", new OneList()),
                Broken.of("H4", "ignores case, accents and spaces", new Mapped()),
                Broken.of("H5", "keeps the password as it is", () -> new InMemoryPasswordHistoryTest() {
                    private final List<String> table = new ArrayList<>();

                    @Override
                    protected void written(UserId user, Secret password) {
                        history.remember(user, password);
                        table.add(password.exposeTo(String::new));
                    }

                    @Override
                    protected String dump() {
                        return super.dump() + table;
                    }
                }),
                Broken.of("H6", "takes a question for a failed sign-in and locks", asking(() -> {
                    ConcurrentHashMap<UserId, Integer> misses = new ConcurrentHashMap<>();
                    return (twin, user, password, depth) -> {
                        Recall recall = twin.recall(user, password, depth);
                        boolean miss = recall == Recall.NOT_USED && depth == 1;
                        int count = miss ? misses.merge(user, 1, Integer::sum) : misses.getOrDefault(user, 0);
                        return count > 10 && !Thread.currentThread().getName().equals("sspr-kit-race")
                                ? Recall.NOT_USED
                                : recall;
                    };
                })),
                Broken.of("H7", "takes an outage for a new password", asking(() -> (twin, user, password, depth) -> {
                    try {
                        return twin.recall(user, password, depth);
                    } catch (BackendUnavailableException e) {
                        return Recall.NOT_USED;
                    }
                })),
                Broken.of("H8", "keeps the question in a field", asking(SharedField::new)),
                Broken.of(
                        "H9",
                        "takes a depth of none for consent",
                        asking(() -> (twin, user, password, depth) ->
                                depth < 1 ? Recall.NOT_USED : twin.recall(user, password, Math.min(depth, 24)))));
    }

    /** Compares what it has mapped first. */
    private static final class Mapped implements Supplier<Contract> {
        @Override
        public Contract get() {
            return new InMemoryPasswordHistoryTest() {
                @Override
                protected void written(UserId user, Secret password) {
                    history.remember(user, mapped(password));
                }

                @Override
                protected PasswordHistory history() {
                    return (user, password, depth) -> history.recall(user, mapped(password), depth);
                }
            };
        }
    }

    /** Forgets whose a password is. */
    private static final class OneList implements Supplier<Contract> {
        private static final UserId EVERYBODY = new UserId("everybody");

        @Override
        public Contract get() {
            return new InMemoryPasswordHistoryTest() {
                @Override
                protected void written(UserId user, Secret password) {
                    history.remember(EVERYBODY, password);
                }

                @Override
                protected PasswordHistory history() {
                    return (user, password, depth) -> history.recall(user == null ? user : EVERYBODY, password, depth);
                }
            };
        }
    }

    /** Two threads write the field before either reads it. */
    private static final class SharedField implements Asking {
        private final Meeting meeting = new Meeting();
        private volatile Secret current;

        @Override
        public Recall recall(PasswordHistory twin, UserId user, Secret password, int depth) {
            current = password;
            meeting.await();
            return twin.recall(user, current, depth);
        }
    }
}
