package dev.sspr.reset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sspr.fixture.ResetFixture;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.Refused;
import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.reset.ResetFlow;
import dev.sspr.policy.PasswordPolicy.BreachRules;
import dev.sspr.policy.PasswordPolicy.WhenBreachCheckFails;
import dev.sspr.spi.AuditEvent;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.Finding;
import dev.sspr.spi.PasswordRule;
import dev.sspr.spi.Secret;
import dev.sspr.spi.StoredFlow;
import dev.sspr.spi.memory.Faults;
import dev.sspr.spi.memory.SignIn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a host plugs in to judge passwords: asked after the proofs, before anything is stored or written. */
@Tag("R-PWD-6")
class HostPasswordRulesTest {
    private static final Secret GOOD = Secret.of("gluttonous ferret pie");

    private final ResetFixture fixture = new ResetFixture().withAlice();

    private List<Finding> refused(ResetFlow reset, FlowHandle handle) {
        StoredFlow before = fixture.stored(handle);
        CompleteResult result = reset.complete(handle, ResetFixture.NEW);
        assertThat(fixture.stored(handle)).as("the flow as stored").isEqualTo(before);
        assertThat(fixture.users.signsIn(ResetFixture.ALICE, ResetFixture.OLD)).isEqualTo(SignIn.SIGNED_IN);
        return ((CompleteResult.Rejected) result).findings();
    }

    private List<AuditEvent> audited(AuditType type) {
        return fixture.audit.events().stream()
                .filter(event -> event.type() == type)
                .toList();
    }

    private void assertStillOpen(ResetFlow reset, FlowHandle handle) {
        assertThat(reset.complete(handle, GOOD)).isInstanceOf(CompleteResult.Done.class);
        assertThat(fixture.users.signsIn(ResetFixture.ALICE, GOOD)).isEqualTo(SignIn.SIGNED_IN);
    }

    @Nested
    class Breached {
        @Test
        @Tag("R-PWD-5")
        void breached_isRefusedWithItsCountAndSpendsNothing() {
            fixture.breached.add(ResetFixture.NEW, 7);
            ResetFlow reset = fixture.reset();
            FlowHandle handle = fixture.proven(reset);

            for (int i = 0; i < 20; i++) {
                assertThat(refused(reset, handle))
                        .containsExactly(new Finding("password.breached", Map.of("times", "7")));
            }
            assertThat(audited(AuditType.PASSWORD_REFUSED))
                    .hasSize(20)
                    .allMatch(event ->
                            "password.breached".equals(event.attributes().get("reason")));
            assertThat(audited(AuditType.PASSWORD_UNCHECKED)).isEmpty();
            assertStillOpen(reset, handle);
        }

        @Test
        void listIsDown_passwordIsSetAndTheAuditSaysThatItWasUnchecked() {
            fixture.breached.faults().fail();
            ResetFlow reset = fixture.reset();

            assertThat(reset.complete(fixture.proven(reset), ResetFixture.NEW)).isInstanceOf(CompleteResult.Done.class);
            assertThat(audited(AuditType.PASSWORD_UNCHECKED))
                    .singleElement()
                    .satisfies(event ->
                            assertThat(event.attributes()).containsEntry("reason", "password.breach-check-unavailable"))
                    .satisfies(event -> assertThat(event.user()).contains(ResetFixture.ALICE_ID));
        }

        @Test
        void listIsDown_theBundledListHolds() {
            fixture.breached.faults().fail();
            ResetFlow reset = fixture.reset();

            CompleteResult result = reset.complete(fixture.proven(reset), Secret.of("passwordpassword"));
            assertThat(((CompleteResult.Rejected) result).findings()).containsExactly(Finding.of("password.common"));
            assertThat(audited(AuditType.PASSWORD_UNCHECKED)).isEmpty();
        }

        @Test
        void listIsDown_andThePolicySaysRefuse_spendsNothing() {
            fixture.passwords = fixture.passwords.breach(BreachRules.standard().always(WhenBreachCheckFails.REFUSE));
            fixture.breached.faults().fail();
            ResetFlow reset = fixture.reset();
            FlowHandle handle = fixture.proven(reset);

            assertThat(refused(reset, handle)).containsExactly(Finding.of("password.breach-check-unavailable"));
            assertThat(audited(AuditType.PASSWORD_UNCHECKED)).isEmpty();
            fixture.breached.faults().heal();
            assertStillOpen(reset, handle);
        }

        @Test
        void listThatHangs_keepsNobodyWaitingForGood() {
            fixture.passwords = fixture.passwords.breach(BreachRules.standard().timeLimit(Duration.ofMillis(50)));
            CountDownLatch never = new CountDownLatch(1);
            fixture.breachedPlug = password -> {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    throw new BackendUnavailableException("given up", e);
                }
                throw new AssertionError("nobody ends this");
            };
            ResetFlow reset = fixture.reset();

            assertThat(reset.complete(fixture.proven(reset), ResetFixture.NEW)).isInstanceOf(CompleteResult.Done.class);
            assertThat(audited(AuditType.PASSWORD_UNCHECKED)).hasSize(1);
        }

        @Test
        void passwordSet_withTheListUp_isNotCalledUnchecked() {
            ResetFlow reset = fixture.reset();

            assertThat(reset.complete(fixture.proven(reset), ResetFixture.NEW)).isInstanceOf(CompleteResult.Done.class);
            assertThat(audited(AuditType.PASSWORD_UNCHECKED)).isEmpty();
        }
    }

    @Nested
    class Others {
        @Test
        void ruleOfTheHost_isHeardAndSpendsNothing() {
            PasswordRule rule = (password, account) -> password.equals(GOOD)
                    ? List.of()
                    : List.of(
                            new Finding("example.no", Map.of("who", account.id().value())));
            fixture.passwordRulePlug = rule;
            ResetFlow reset = fixture.reset();
            FlowHandle handle = fixture.proven(reset);

            assertThat(refused(reset, handle))
                    .containsExactly(new Finding("example.no", Map.of("who", ResetFixture.ALICE_ID.value())));
            assertStillOpen(reset, handle);
        }

        @Test
        @Tag("R-PWD-11")
        void passwordFromTheHistory_isRefusedAndSpendsNothing() {
            fixture.history.remember(ResetFixture.ALICE_ID, ResetFixture.NEW);
            ResetFlow reset = fixture.reset();
            FlowHandle handle = fixture.proven(reset);

            assertThat(refused(reset, handle)).extracting(Finding::code).containsExactly("password.used-before");
            assertStillOpen(reset, handle);
        }

        @Test
        void ruleOrHistoryThatIsDown_isAnOutageAndNoConsent() {
            ResetFlow reset = fixture.reset();
            FlowHandle handle = fixture.proven(reset);
            for (Faults faults : List.of(fixture.passwordRule.faults(), fixture.history.faults())) {
                faults.fail();
                assertThatThrownBy(() -> reset.complete(handle, ResetFixture.NEW))
                        .isInstanceOf(UnavailableException.class);
                assertThat(fixture.users.signsIn(ResetFixture.ALICE, ResetFixture.OLD))
                        .isEqualTo(SignIn.SIGNED_IN);
                faults.heal();
            }
            assertStillOpen(reset, handle);
        }
    }

    @Test
    @Tag("R-ENUM-1")
    void nobody_isAskedBeforeThePersonHasProven() {
        List<String> asked = new ArrayList<>();
        fixture.through(call -> {
            asked.add(call.name());
            return call.go();
        });
        ResetFlow reset = fixture.reset();
        FlowHandle stranger = fixture.started(reset, "mallory");
        FlowHandle owner = fixture.started(reset, "alice");

        for (FlowHandle handle : List.of(stranger, owner)) {
            assertThat(reset.complete(handle, ResetFixture.NEW)).isInstanceOf(Refused.class);
        }
        assertThat(asked).noneMatch(HostPasswordRulesTest::judges);
        reset.answer(owner, fixture.codeTo(ResetFixture.MAIL));
        assertThat(asked).noneMatch(HostPasswordRulesTest::judges);
        asked.clear();
        reset.complete(owner, ResetFixture.NEW);
        assertThat(asked.stream().filter(HostPasswordRulesTest::judges))
                .containsExactly("PasswordRule.check", "PasswordHistory.recall", "BreachedPasswords.lookUp");
        assertThat(asked.indexOf("BreachedPasswords.lookUp"))
                .as("before the commit unit")
                .isLessThan(asked.indexOf("FlowStore.replace"));
    }

    private static boolean judges(String call) {
        return call.startsWith("Password") || call.startsWith("Breached");
    }
}
