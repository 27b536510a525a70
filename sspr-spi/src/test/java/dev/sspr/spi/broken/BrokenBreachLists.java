package dev.sspr.spi.broken;

import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.BreachedPasswords;
import dev.sspr.spi.Secret;
import dev.sspr.spi.kit.Contract;
import dev.sspr.spi.memory.InMemoryBreachedPasswordsTest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Lists of breached passwords that are wrong. */
final class BrokenBreachLists {
    private BrokenBreachLists() {}

    private static Supplier<Contract> with(Function<BreachedPasswords, BreachedPasswords> broken) {
        return () -> new InMemoryBreachedPasswordsTest() {
            @Override
            protected BreachedPasswords holding(List<Secret> breached) {
                return broken.apply(super.holding(breached));
            }
        };
    }

    /** A list that takes every password for another one, of the same text but for a change. */
    private static Supplier<Contract> folding(UnaryOperator<String> fold) {
        return () -> new InMemoryBreachedPasswordsTest() {
            @Override
            protected BreachedPasswords holding(List<Secret> breached) {
                BreachedPasswords twin = super.holding(
                        breached.stream().map(password -> folded(password)).toList());
                return password -> twin.lookUp(folded(password));
            }

            private Secret folded(Secret password) {
                return Secret.of(fold.apply(password.exposeTo(String::new)));
            }
        };
    }

    static List<Broken> all() {
        return List.of(
                Broken.of("B1", "has room for 300", () -> new InMemoryBreachedPasswordsTest() {
                    @Override
                    protected BreachedPasswords holding(List<Secret> breached) {
                        return super.holding(breached.subList(0, Math.min(300, breached.size())));
                    }
                }),
                Broken.of("B2", "finds one in 25 by chance", with(twin -> password -> {
                    BreachedPasswords.Answer answer = twin.lookUp(password);
                    boolean chance = Math.floorMod(sha1(password).hashCode(), 25) == 0 && password.length() > 40;
                    return chance ? new BreachedPasswords.Answer.Found(1) : answer;
                })),
                Broken.of("B3", "compares without case", folding(text -> text.toLowerCase(Locale.ROOT))),
                Broken.of("B3", "trims", folding(String::strip)),
                Broken.of("B3", "reads ISO 8859-1", folding(text -> text.replace('\u00e9', '?'))),
                Broken.of("B4", "has a buffer of 100 characters", with(twin -> password -> {
                    if (password.length() > 100) {
                        throw new ArrayIndexOutOfBoundsException(100);
                    }
                    return twin.lookUp(password);
                })),
                Broken.of("B5", "keeps the question in a field", with(SharedField::new)),
                Broken.of("B6", "takes an outage for 'not found'", with(twin -> password -> {
                    try {
                        return twin.lookUp(password);
                    } catch (BackendUnavailableException e) {
                        return new BreachedPasswords.Answer.NotFound();
                    }
                })),
                Broken.of("B7", "asks by the whole hash", AsksByTheWholeHash::new),
                Broken.of(
                        "B8",
                        "takes null for 'not found'",
                        with(twin -> password ->
                                password == null ? new BreachedPasswords.Answer.NotFound() : twin.lookUp(password))));
    }

    private static String sha1(Secret password) {
        try {
            byte[] bytes = password.exposeTo(String::new).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Two threads write the field before either reads it. */
    private static final class SharedField implements BreachedPasswords {
        private final BreachedPasswords twin;
        private final Meeting meeting = new Meeting();
        private volatile Secret asked;

        SharedField(BreachedPasswords twin) {
            this.twin = twin;
        }

        @Override
        public BreachedPasswords.Answer lookUp(Secret password) {
            asked = password;
            meeting.await();
            return twin.lookUp(asked);
        }
    }

    private static final class AsksByTheWholeHash extends InMemoryBreachedPasswordsTest {
        private final Queue<String> wire = new ConcurrentLinkedQueue<>();

        @Override
        protected BreachedPasswords holding(List<Secret> breached) {
            BreachedPasswords twin = super.holding(breached);
            return password -> {
                wire.add("GET /hash/" + sha1(password));
                return twin.lookUp(password);
            };
        }

        @Override
        protected String shown() {
            return wire.toString();
        }
    }
}
