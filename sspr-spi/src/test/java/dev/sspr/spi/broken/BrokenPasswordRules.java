package dev.sspr.spi.broken;

import dev.sspr.spi.Account;
import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.Finding;
import dev.sspr.spi.PasswordRule;
import dev.sspr.spi.Secret;
import dev.sspr.spi.kit.Contract;
import dev.sspr.spi.memory.InMemoryPasswordRuleTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/** Password rules that are wrong. */
final class BrokenPasswordRules {
    private BrokenPasswordRules() {}

    private static Supplier<Contract> with(Function<PasswordRule, PasswordRule> broken) {
        return () -> new InMemoryPasswordRuleTest() {
            private final PasswordRule one = broken.apply(rule);

            @Override
            protected PasswordRule rule() {
                return one;
            }
        };
    }

    static List<Broken> all() {
        return List.of(
                Broken.of("P1", "lets the fourth try of a password pass", with(twin -> {
                    AtomicInteger refusals = new AtomicInteger();
                    return (password, account) -> {
                        List<Finding> findings = twin.check(password, account);
                        boolean tired = !findings.isEmpty()
                                && !Thread.currentThread().getName().equals("sspr-kit-race")
                                && refusals.incrementAndGet() > 3;
                        return tired ? List.of() : findings;
                    };
                })),
                Broken.of("P2", "has an array of 255 characters", with(twin -> (password, account) -> {
                    char[] field = new char[255];
                    if (password != null) {
                        password.exposeTo(chars -> {
                            System.arraycopy(chars, 0, field, 0, chars.length);
                            return field;
                        });
                    }
                    return twin.check(password, account);
                })),
                Broken.of("P3", "quotes the word it does not like", with(twin -> (password, account) -> {
                    List<Finding> findings = twin.check(password, account);
                    return findings.isEmpty()
                            ? findings
                            : List.of(new Finding("example.xkcd", Map.of("word", "monkey")));
                })),
                Broken.of("P4", "keeps a cache of passwords", () -> new InMemoryPasswordRuleTest() {
                    private final List<String> cache = new ArrayList<>();

                    @Override
                    protected PasswordRule rule() {
                        return (password, account) -> {
                            List<Finding> findings = rule.check(password, account);
                            synchronized (cache) {
                                cache.add(password.exposeTo(String::new));
                            }
                            return findings;
                        };
                    }

                    @Override
                    protected String kept() {
                        return cache.toString();
                    }
                }),
                Broken.of("P5", "keeps the question in a field", with(SharedField::new)),
                Broken.of("P6", "takes an outage for consent", with(twin -> (password, account) -> {
                    try {
                        return twin.check(password, account);
                    } catch (BackendUnavailableException e) {
                        return List.of();
                    }
                })),
                Broken.of(
                        "P7",
                        "has no objection to nothing",
                        with(twin ->
                                (password, account) -> password == null ? List.of() : twin.check(password, account))));
    }

    /** Two threads write the field before either reads it. */
    private static final class SharedField implements PasswordRule {
        private final PasswordRule twin;
        private final Meeting meeting = new Meeting();
        private volatile Secret current;

        SharedField(PasswordRule twin) {
            this.twin = twin;
        }

        @Override
        public List<Finding> check(Secret password, Account account) {
            current = password;
            meeting.await();
            return twin.check(current, account);
        }
    }
}
