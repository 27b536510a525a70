package dev.sspr.internal.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.flow.LoginCanon;
import dev.sspr.internal.proof.Household.Kind;
import dev.sspr.spi.Begun;
import dev.sspr.spi.CounterKey;
import dev.sspr.spi.Digest;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.Memo;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.UserLookup;
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
class SilenceTest {
    /** 14 acts a round: 10,500 pairs of runs for each class; more with {@code -Dsspr.silence.rounds}. */
    private static final int ROUNDS = Integer.getInteger("sspr.silence.rounds", 750);

    /** Where any class differs from the first, in any round. */
    private static Set<String> differences(Household household, Ear ear, int rounds) {
        household.world.through(ear);
        Face reset = household.world.face();
        Set<String> found = new TreeSet<>();
        for (int round = 0; round < rounds; round++) {
            household.nextDay();
            Map<String, String> first = household.acts(reset, Kind.REGISTERED, ear::of);
            for (Kind kind : Kind.values()) {
                Map<String, String> own = kind == Kind.REGISTERED ? first : household.acts(reset, kind, ear::of);
                if (!own.equals(first)) {
                    own.entrySet().stream()
                            .filter(act -> !act.getValue().equals(first.get(act.getKey())))
                            .forEach(act -> found.add(kind + ", " + act.getKey() + ":\n" + act.getValue() + "\nnot\n"
                                    + first.get(act.getKey())));
                }
            }
            reset.sweep();
            household.world.executor.drop();
        }
        return found;
    }

    private static Set<String> differencesWith(Consumer<Household> leak) {
        Household household = new Household(Locale.ENGLISH);
        leak.accept(household);
        return differences(household, new Ear(), 3);
    }

    @Test
    void caller_hearsNothing_in10500RunsOfEveryClass() {
        assertThat(differences(new Household(Locale.ENGLISH), new Ear(), ROUNDS))
                .isEmpty();
    }

    @Test
    void caller_hearsNothingOfAnUnlock_in10500RunsOfEveryClass() {
        Household household = new Household(Locale.ENGLISH);
        household.world.purpose = Purpose.UNLOCK;

        assertThat(differences(household, new Ear(), ROUNDS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "pt-BR", "zh-Hant-TW", "sr-Latn-RS"})
    void caller_hearsNothing_inAnyLanguage(String language) {
        assertThat(differences(new Household(Locale.forLanguageTag(language)), new Ear(), 3))
                .isEmpty();
    }

    /** A run in which one of these is not found is void. */
    @Nested
    class ALeak {
        private boolean known(Household household, LoginName name) {
            return household.world.users.find(name) instanceof UserLookup.One;
        }

        private LoginCanon canon(Household household, Consumer<LoginName> leak) {
            LoginCanon inner = household.world.logins;
            return typed -> {
                Optional<LoginName> name = inner.canonical(typed);
                name.ifPresent(leak);
                return name;
            };
        }

        @Test
        void lookup_onTheCallingThread_isHeard() {
            assertThat(differencesWith(it -> it.world.logins = canon(it, name -> it.world.usersPlug.find(name))))
                    .isNotEmpty();
        }

        @Test
        void lock_lookedAtWhenAnUnlockBegins_isHeard() {
            assertThat(differencesWith(it -> {
                        it.world.purpose = Purpose.UNLOCK;
                        it.world.logins = canon(it, name -> {
                            if (name.equals(Kind.LOCKED.login())) {
                                it.world.unlockerPlug.unlock(Kind.LOCKED.id(), Generation.of(99));
                            }
                        });
                    }))
                    .allMatch(difference -> difference.startsWith("LOCKED"))
                    .isNotEmpty();
        }

        @Test
        void executor_runningInline_isHeard() {
            assertThat(differencesWith(it -> it.world.executorPlug = Runnable::run))
                    .isNotEmpty();
        }

        @Test
        void counter_forKnownNamesOnly_isHeard() {
            assertThat(differencesWith(it -> it.world.logins = canon(it, name -> {
                        if (known(it, name)) {
                            it.world.countersPlug.add(
                                    new CounterKey(new Digest(1, 1)),
                                    1,
                                    Long.MAX_VALUE,
                                    Duration.ofHours(1),
                                    it.world.clock.instant());
                        }
                    })))
                    .isNotEmpty();
        }

        @Test
        void decoy_missing_isHeard() {
            assertThat(differencesWith(it -> it.world.verifierPlug = inner -> Spied.by(
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
            assertThat(differencesWith(it -> it.world.verifierPlug = inner -> Spied.by(
                            call -> {
                                Object answer = call.go();
                                return answer instanceof Begun begun
                                                && begun.code().isPresent()
                                        ? new Begun(Memo.of(new byte[64]), begun.code())
                                        : answer;
                            },
                            MfaVerifier.class,
                            inner)))
                    .anyMatch(difference -> difference.contains("replace"));
        }
    }
}
