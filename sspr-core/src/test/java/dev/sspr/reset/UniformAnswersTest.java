package dev.sspr.reset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.AccountClasses;
import dev.sspr.fixture.AccountClasses.Kind;
import dev.sspr.fixture.CallObserver;
import dev.sspr.fixture.ObservedCall;
import dev.sspr.fixture.TestedFlow;
import dev.sspr.flow.LoginCanon;
import dev.sspr.spi.CounterKey;
import dev.sspr.spi.Digest;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.UserStore;
import dev.sspr.spi.VerifierState;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An anonymous caller cannot tell the classes of accounts apart by what the calling thread asks of the host, in what
 * order, with arguments of what size, nor by the answer (security section 6(a), layer 1).
 */
@Tag("R-ENUM-1")
@Tag("R-ENUM-2")
@Tag("R-ENUM-4")
@Tag("V-ENUM-1")
class UniformAnswersTest {
    /** 20 acts a round: 15,000 pairs of runs for each class; more with {@code -Dsspr.silence.rounds}. */
    private static final int ROUNDS = Integer.getInteger("sspr.silence.rounds", 750);

    /** Where any class differs from the first, in any round. */
    private static Set<String> differences(AccountClasses accounts, CallObserver observer, int rounds) {
        accounts.fixture.through(observer);
        TestedFlow reset = accounts.fixture.flow();
        Set<String> found = new TreeSet<>();
        for (int round = 0; round < rounds; round++) {
            accounts.nextDay();
            Map<String, String> first = accounts.acts(reset, Kind.REGISTERED, observer::of);
            for (Kind kind : Kind.values()) {
                Map<String, String> own = kind == Kind.REGISTERED ? first : accounts.acts(reset, kind, observer::of);
                if (!own.equals(first)) {
                    own.entrySet().stream()
                            .filter(act -> !act.getValue().equals(first.get(act.getKey())))
                            .forEach(act -> found.add(kind + ", " + act.getKey() + ":\n" + act.getValue() + "\nnot\n"
                                    + first.get(act.getKey())));
                }
            }
            reset.sweep();
            accounts.fixture.executor.drop();
        }
        return found;
    }

    private static Set<String> differencesWith(Consumer<AccountClasses> leak) {
        AccountClasses accounts = new AccountClasses(Locale.ENGLISH);
        leak.accept(accounts);
        return differences(accounts, new CallObserver(), 3);
    }

    @Test
    void caller_hearsNothing_in15000RunsOfEveryClass() {
        assertThat(differences(new AccountClasses(Locale.ENGLISH), new CallObserver(), ROUNDS))
                .isEmpty();
    }

    @Test
    void caller_hearsNothingOfAnUnlock_in15000RunsOfEveryClass() {
        AccountClasses accounts = new AccountClasses(Locale.ENGLISH);
        accounts.fixture.purpose = Purpose.UNLOCK;

        assertThat(differences(accounts, new CallObserver(), ROUNDS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "pt-BR", "zh-Hant-TW", "sr-Latn-RS"})
    void caller_hearsNothing_inAnyLanguage(String language) {
        assertThat(differences(new AccountClasses(Locale.forLanguageTag(language)), new CallObserver(), 3))
                .isEmpty();
    }

    /** A run in which one of these is not found is void. */
    @Nested
    class ALeak {
        private boolean known(AccountClasses accounts, LoginName name) {
            return accounts.fixture.users.find(name) instanceof UserStore.Lookup.One;
        }

        private LoginCanon canon(AccountClasses accounts, Consumer<LoginName> leak) {
            LoginCanon inner = accounts.fixture.logins;
            return typed -> {
                Optional<LoginName> name = inner.canonical(typed);
                name.ifPresent(leak);
                return name;
            };
        }

        @Test
        void lookup_onTheCallingThread_isHeard() {
            assertThat(differencesWith(it -> it.fixture.logins = canon(it, name -> it.fixture.usersPlug.find(name))))
                    .isNotEmpty();
        }

        @Test
        void lock_lookedAtWhenAnUnlockBegins_isHeard() {
            assertThat(differencesWith(it -> {
                        it.fixture.purpose = Purpose.UNLOCK;
                        it.fixture.logins = canon(it, name -> {
                            if (name.equals(Kind.LOCKED.login())) {
                                it.fixture.unlockerPlug.unlock(Kind.LOCKED.id(), Generation.of(99));
                            }
                        });
                    }))
                    .allMatch(difference -> difference.startsWith("LOCKED"))
                    .isNotEmpty();
        }

        @Test
        void executor_runningInline_isHeard() {
            assertThat(differencesWith(it -> it.fixture.executorPlug = Runnable::run))
                    .isNotEmpty();
        }

        @Test
        void counter_forKnownNamesOnly_isHeard() {
            assertThat(differencesWith(it -> it.fixture.logins = canon(it, name -> {
                        if (known(it, name)) {
                            it.fixture.countersPlug.add(
                                    new CounterKey(new Digest(1, 1)),
                                    1,
                                    Long.MAX_VALUE,
                                    Duration.ofHours(1),
                                    it.fixture.clock.instant());
                        }
                    })))
                    .isNotEmpty();
        }

        @Test
        void decoy_missing_isHeard() {
            assertThat(differencesWith(it -> it.fixture.verifierPlug = inner -> ObservedCall.by(
                            call -> {
                                if (call.is("MfaVerifier.decoy")) {
                                    throw new IllegalStateException("no decoy");
                                }
                                return call.go();
                            },
                            MfaVerifier.class,
                            inner)))
                    .isNotEmpty();
        }

        @Test
        void body_longerForSome_isHeard() {
            assertThat(differencesWith(it -> it.fixture.verifierPlug = inner -> ObservedCall.by(
                            call -> {
                                Object answer = call.go();
                                return answer instanceof MfaVerifier.PreparedChallenge begun
                                                && begun.code().isPresent()
                                        ? new MfaVerifier.PreparedChallenge(
                                                VerifierState.of(new byte[64]), begun.code())
                                        : answer;
                            },
                            MfaVerifier.class,
                            inner)))
                    .anyMatch(difference -> difference.contains("replace"));
        }
    }
}
