package dev.sspr.spi.broken;

import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.PasswordVerifier;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.kit.Contract;
import dev.sspr.spi.kit.Hostile;
import dev.sspr.spi.memory.InMemoryPasswordVerifierTest;
import dev.sspr.spi.memory.InMemoryUserStore;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Password verifiers that are wrong. */
final class BrokenPasswordVerifiers {
    private BrokenPasswordVerifiers() {}

    /** The twin's fixture with something in front of the twin. */
    private static final class Fixture extends InMemoryPasswordVerifierTest {
        final Map<UserId, String> typed = new ConcurrentHashMap<>();
        private final Map<UserId, AccountStatus> statuses = new ConcurrentHashMap<>();
        private final PasswordVerifier broken;

        Fixture(Function<Fixture, PasswordVerifier> broken) {
            this.broken = broken.apply(this);
        }

        InMemoryUserStore twin() {
            return store;
        }

        @Override
        protected void add(Account account, Secret password) {
            super.add(account, password);
            typed.put(account.id(), text(password));
            statuses.put(account.id(), account.status());
        }

        Optional<AccountStatus> status(UserId user) {
            return Optional.ofNullable(statuses.get(user));
        }

        @Override
        protected PasswordVerifier verifier() {
            return broken;
        }
    }

    private static String text(Secret password) {
        return password.exposeTo(String::new);
    }

    private static Supplier<Contract> with(Function<Fixture, PasswordVerifier> broken) {
        return () -> new Fixture(broken);
    }

    /** Takes what maps to the same text as the password for it. */
    private static Supplier<Contract> comparing(UnaryOperator<String> map) {
        return with(fixture -> (user, password) -> {
            PasswordVerifier.Result said = fixture.twin().check(user, password);
            String kept = fixture.typed.get(user);
            boolean like =
                    kept != null && !text(password).isEmpty() && map.apply(kept).equals(map.apply(text(password)));
            return said == PasswordVerifier.Result.WRONG
                            && like
                            && fixture.status(user).equals(Optional.of(AccountStatus.ACTIVE))
                    ? fixture.twin().check(user, Secret.of(kept))
                    : said;
        });
    }

    /** Says something else of some answers; null and an outage pass through. */
    private static Supplier<Contract> saying(Change change) {
        return with(fixture -> (user, password) -> {
            PasswordVerifier.Result said = fixture.twin().check(user, password);
            return change.of(fixture, user, text(password), said);
        });
    }

    private interface Change {
        PasswordVerifier.Result of(Fixture fixture, UserId user, String typed, PasswordVerifier.Result said);
    }

    static List<Broken> all() {
        return List.of(
                Broken.of("Q1", "remembers what was right once", with(BrokenPasswordVerifiers::remembering)),
                Broken.of("Q2", "trims", comparing(String::strip)),
                Broken.of("Q2", "ignores case", comparing(text -> text.toLowerCase(Locale.ROOT))),
                Broken.of(
                        "Q2",
                        "looks at 72 characters",
                        comparing(text -> text.substring(0, Math.min(72, text.length())))),
                Broken.of(
                        "Q3",
                        "takes an anonymous bind for a right password",
                        saying((fixture, user, typed, said) ->
                                typed.isEmpty() || typed.charAt(0) == 0 ? PasswordVerifier.Result.RIGHT : said)),
                Broken.of("Q3", "asks the backend about nothing", with(fixture -> (user, password) -> {
                    fixture.twin().load(user);
                    return fixture.twin().check(user, password);
                })),
                Broken.of(
                        "Q4",
                        "tells that there is no such account",
                        saying((fixture, user, typed, said) ->
                                fixture.status(user).isEmpty() ? PasswordVerifier.Result.NOT_USABLE : said)),
                Broken.of(
                        "Q5",
                        "lets the disabled in",
                        saying((fixture, user, typed, said) ->
                                said == PasswordVerifier.Result.NOT_USABLE ? PasswordVerifier.Result.RIGHT : said)),
                Broken.of(
                        "Q5",
                        "tells the status to anybody",
                        saying((fixture, user, typed, said) -> said == PasswordVerifier.Result.WRONG
                                        && fixture.status(user)
                                                .filter(status -> !status.usable())
                                                .isPresent()
                                ? PasswordVerifier.Result.NOT_USABLE
                                : said)),
                Broken.of("Q6", "disables after a wrong password", saying((fixture, user, typed, said) -> {
                    if (said == PasswordVerifier.Result.WRONG
                            && Hostile.passwords().contains(typed)) {
                        fixture.status(user)
                                .filter(AccountStatus::usable)
                                .ifPresent(status -> fixture.twin().setStatus(user, AccountStatus.DISABLED));
                    }
                    return said;
                })),
                Broken.of("Q6", "makes a new generation with each sign-in", saying((fixture, user, typed, said) -> {
                    if (said == PasswordVerifier.Result.RIGHT) {
                        fixture.twin()
                                .setDestinations(
                                        user,
                                        fixture.twin().load(user).orElseThrow().destinations());
                    }
                    return said;
                })),
                Broken.of("Q7", "lets everybody in during an outage", during(PasswordVerifier.Result.RIGHT)),
                Broken.of("Q7", "takes an outage for a wrong password", during(PasswordVerifier.Result.WRONG)),
                Broken.of(
                        "Q8",
                        "takes null for a wrong password",
                        with(fixture -> (user, password) -> user == null || password == null
                                ? PasswordVerifier.Result.WRONG
                                : fixture.twin().check(user, password))));
    }

    private static Supplier<Contract> during(PasswordVerifier.Result answer) {
        return with(fixture -> (user, password) -> {
            try {
                return fixture.twin().check(user, password);
            } catch (BackendUnavailableException e) {
                return answer;
            }
        });
    }

    private static PasswordVerifier remembering(Fixture fixture) {
        Set<String> right = ConcurrentHashMap.newKeySet();
        return (user, password) -> {
            PasswordVerifier.Result said = fixture.twin().check(user, password);
            String key = user.value() + "\n" + text(password);
            if (said == PasswordVerifier.Result.RIGHT) {
                right.add(key);
            }
            return right.contains(key) ? PasswordVerifier.Result.RIGHT : said;
        };
    }
}
