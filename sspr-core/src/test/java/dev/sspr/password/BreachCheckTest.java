package dev.sspr.password;

import static dev.sspr.password.PasswordFixture.GOOD;
import static dev.sspr.password.PasswordFixture.RESET;
import static dev.sspr.password.PasswordFixture.change;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sspr.log.CapturedLog;
import dev.sspr.password.PasswordVerdict.LookUp;
import dev.sspr.policy.PasswordPolicy;
import dev.sspr.policy.PasswordPolicy.BreachRules;
import dev.sspr.policy.PasswordPolicy.WhenBreachCheckFails;
import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.BreachedPasswords;
import dev.sspr.spi.Finding;
import dev.sspr.spi.Secret;
import dev.sspr.spi.memory.InMemoryBreachedPasswords;
import dev.sspr.spi.memory.InMemoryPasswordRule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("R-PWD-6")
class BreachCheckTest {
    private static final Secret BREACHED = Secret.of("correct horse barn");
    private static final Secret OTHER = Secret.of(GOOD);
    private static final PasswordContext CHANGE = change("something entirely else");
    private static final PasswordVerdict CLEAR = new PasswordVerdict(List.of(), LookUp.NOT_FOUND);
    private static final PasswordVerdict UNCHECKED = new PasswordVerdict(List.of(), LookUp.UNAVAILABLE);
    private static final PasswordVerdict REFUSED =
            new PasswordVerdict(List.of(Finding.of("password.breach-check-unavailable")), LookUp.UNAVAILABLE);

    private final InMemoryBreachedPasswords list = new InMemoryBreachedPasswords().add(BREACHED, 3_000_000_000L);
    private final PasswordRules rules = rules(list, BreachRules.standard());

    private static PasswordRules rules(BreachedPasswords list, BreachRules when) {
        return new PasswordRules(PasswordPolicy.standard().breach(when)).with(list);
    }

    private static PasswordRules hasty(BreachedPasswords list) {
        return rules(list, BreachRules.standard().timeLimit(Duration.ofMillis(50)));
    }

    @Test
    @Tag("R-PWD-5")
    void breached_isRefusedWithItsCountInEveryFlow() {
        PasswordVerdict found = new PasswordVerdict(
                List.of(new Finding("password.breached", Map.of("times", "3000000000"))), LookUp.FOUND);

        assertThat(rules.verdict(BREACHED, RESET)).isEqualTo(found);
        assertThat(rules.verdict(BREACHED, CHANGE)).isEqualTo(found);
        assertThat(rules.check(BREACHED, RESET)).isEqualTo(found.findings());
    }

    @Test
    void notBreached_isClear() {
        assertThat(rules.verdict(OTHER, RESET)).isEqualTo(CLEAR);
        assertThat(rules.verdict(OTHER, CHANGE)).isEqualTo(CLEAR);
    }

    @Test
    void listIsDown_resetAcceptsAndChangeRefusesUnlessToldOtherwise() {
        list.faults().fail();

        assertThat(rules.verdict(BREACHED, RESET)).isEqualTo(UNCHECKED);
        assertThat(rules.verdict(OTHER, CHANGE)).isEqualTo(REFUSED);
        PasswordRules closed = rules(list, BreachRules.standard().always(WhenBreachCheckFails.REFUSE));
        assertThat(closed.verdict(OTHER, RESET)).isEqualTo(REFUSED);
        PasswordRules open = rules(list, BreachRules.standard().always(WhenBreachCheckFails.ACCEPT));
        assertThat(open.verdict(OTHER, CHANGE)).isEqualTo(UNCHECKED);
    }

    @Test
    void listIsDown_theBundledListStillHolds() {
        list.faults().fail();

        assertThat(rules.verdict(Secret.of("passwordpassword"), RESET))
                .isEqualTo(new PasswordVerdict(List.of(Finding.of("password.common")), LookUp.NOT_ASKED));
    }

    @Nested
    class NotAsked {
        private final BreachedPasswords nobody = password -> {
            throw new AssertionError("asked");
        };

        @Test
        void passwordThatIsRefusedAnyway_goesNowhere() {
            InMemoryPasswordRule rule = new InMemoryPasswordRule();
            rule.answerWith((password, account) -> List.of(Finding.of("example.no")));

            PasswordRules all = rules(nobody, BreachRules.standard()).with(rule);
            assertThat(all.verdict(Secret.of("short"), RESET).lookUp()).isEqualTo(LookUp.NOT_ASKED);
            assertThat(all.check(OTHER, RESET)).containsExactly(Finding.of("example.no"));
        }

        @Test
        void strangersAndPagesThatCheckAsOneTypes_goNowhere() {
            PasswordRules all = rules(nobody, BreachRules.standard());

            assertThat(all.check(OTHER, PasswordContext.first(List.of()))).isEmpty();
            assertThat(all.live(OTHER, RESET)).isNotEmpty();
        }
    }

    @Nested
    class Broken {
        private final CountDownLatch end = new CountDownLatch(1);

        @ParameterizedTest
        @EnumSource(Fault.class)
        void list_thatBreaksItsContract_isDownAndSaysNothing(Fault fault) {
            List<CapturedLog.Entry> log = CapturedLog.during(() -> {
                assertThat(hasty(fault).verdict(OTHER, RESET)).isEqualTo(UNCHECKED);
                assertThat(hasty(fault).verdict(OTHER, CHANGE)).isEqualTo(REFUSED);
            });

            assertThat(log.toString()).contains("breached-passwords").doesNotContain("ferret");
        }

        @Test
        void lookUp_thatHangs_isGivenUpAndLosesItsCopy() throws InterruptedException {
            AtomicReference<Secret> copy = new AtomicReference<>();
            CountDownLatch interrupted = new CountDownLatch(1);
            PasswordRules hanging = hasty(password -> {
                copy.set(password);
                try {
                    end.await();
                } catch (InterruptedException e) {
                    interrupted.countDown();
                }
                throw new BackendUnavailableException("too late");
            });

            assertThat(hanging.verdict(OTHER, RESET)).isEqualTo(UNCHECKED);
            assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
            assertThatThrownBy(() -> copy.get().exposeTo(String::new)).isInstanceOf(IllegalStateException.class);
            assertThat(OTHER).isEqualTo(Secret.of(GOOD));
        }

        @Test
        void lookUps_thatHangForGood_takeAtMost64Threads() {
            CountDownLatch started = new CountDownLatch(64);
            TimeLimited hanging = new TimeLimited(
                    password -> {
                        started.countDown();
                        while (end.getCount() > 0) {
                            awaitDeaf();
                        }
                        throw new BackendUnavailableException("too late");
                    },
                    Duration.ofMillis(1));
            while (started.getCount() > 0) {
                assertThatThrownBy(() -> hanging.lookUp(OTHER)).isInstanceOf(BackendUnavailableException.class);
            }
            List<CapturedLog.Entry> log = CapturedLog.during(() ->
                    assertThatThrownBy(() -> hanging.lookUp(OTHER)).isInstanceOf(BackendUnavailableException.class));
            end.countDown();

            assertThat(log.toString()).contains("64 look-ups that still hang");
        }

        private void awaitDeaf() {
            try {
                end.await();
            } catch (InterruptedException e) {
                // As an adapter that swallows interrupts does.
                return;
            }
        }

        @Test
        void caller_thatIsInterrupted_staysSo() {
            PasswordRules waiting = rules(
                    password -> {
                        awaitDeaf();
                        throw new BackendUnavailableException("too late");
                    },
                    BreachRules.standard());
            Thread.currentThread().interrupt();

            assertThat(waiting.verdict(OTHER, CHANGE)).isEqualTo(REFUSED);
            assertThat(Thread.interrupted()).isTrue();
        }

        @Test
        void error_ofTheProcess_isNotTakenForAnOutage() {
            assertThatThrownBy(() -> hasty(password -> {
                                throw new StackOverflowError();
                            })
                            .verdict(OTHER, RESET))
                    .isInstanceOf(StackOverflowError.class);
        }
    }

    /** What a list may do that it must not. */
    private enum Fault implements BreachedPasswords {
        ANSWERS_NULL,
        THROWS_ANYTHING,
        TELLS_THE_PASSWORD;

        @Override
        @SuppressWarnings("NullAway")
        public BreachedPasswords.Answer lookUp(Secret password) {
            return switch (this) {
                case ANSWERS_NULL -> null;
                case THROWS_ANYTHING -> throw new IllegalStateException("broken");
                case TELLS_THE_PASSWORD ->
                    throw new BackendUnavailableException(
                            "no answer for " + password.exposeTo(String::new), new IllegalStateException(GOOD));
            };
        }
    }
}
