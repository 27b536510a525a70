package dev.sspr.internal.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.Refused;
import dev.sspr.flow.UnavailableException;
import dev.sspr.password.BreachRules;
import dev.sspr.password.WhenBreachCheckFails;
import dev.sspr.reset.PasswordReset;
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
class PluggedPasswordsTest {
    private static final Secret GOOD = Secret.of("gluttonous ferret pie");

    private final World world = new World().withAlice();

    private List<Finding> refused(PasswordReset reset, FlowHandle handle) {
        StoredFlow before = world.stored(handle);
        CompleteResult result = reset.complete(handle, World.NEW);
        assertThat(world.stored(handle)).as("the flow as stored").isEqualTo(before);
        assertThat(world.users.signsIn(World.ALICE, World.OLD)).isEqualTo(SignIn.SIGNED_IN);
        return ((CompleteResult.Rejected) result).findings();
    }

    private List<AuditEvent> audited(AuditType type) {
        return world.audit.events().stream()
                .filter(event -> event.type() == type)
                .toList();
    }

    private void assertStillOpen(PasswordReset reset, FlowHandle handle) {
        assertThat(reset.complete(handle, GOOD)).isInstanceOf(CompleteResult.Done.class);
        assertThat(world.users.signsIn(World.ALICE, GOOD)).isEqualTo(SignIn.SIGNED_IN);
    }

    @Nested
    class Breached {
        @Test
        @Tag("R-PWD-5")
        void breached_isRefusedWithItsCountAndSpendsNothing() {
            world.breached.add(World.NEW, 7);
            PasswordReset reset = world.reset();
            FlowHandle handle = world.proven(reset);

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
            world.breached.faults().fail();
            PasswordReset reset = world.reset();

            assertThat(reset.complete(world.proven(reset), World.NEW)).isInstanceOf(CompleteResult.Done.class);
            assertThat(audited(AuditType.PASSWORD_UNCHECKED))
                    .singleElement()
                    .satisfies(event ->
                            assertThat(event.attributes()).containsEntry("reason", "password.breach-check-unavailable"))
                    .satisfies(event -> assertThat(event.user()).contains(World.ALICE_ID));
        }

        @Test
        void listIsDown_theBundledListHolds() {
            world.breached.faults().fail();
            PasswordReset reset = world.reset();

            CompleteResult result = reset.complete(world.proven(reset), Secret.of("passwordpassword"));
            assertThat(((CompleteResult.Rejected) result).findings()).containsExactly(Finding.of("password.common"));
            assertThat(audited(AuditType.PASSWORD_UNCHECKED)).isEmpty();
        }

        @Test
        void listIsDown_andThePolicySaysRefuse_spendsNothing() {
            world.passwords = world.passwords.with(BreachRules.standard().always(WhenBreachCheckFails.REFUSE));
            world.breached.faults().fail();
            PasswordReset reset = world.reset();
            FlowHandle handle = world.proven(reset);

            assertThat(refused(reset, handle)).containsExactly(Finding.of("password.breach-check-unavailable"));
            assertThat(audited(AuditType.PASSWORD_UNCHECKED)).isEmpty();
            world.breached.faults().heal();
            assertStillOpen(reset, handle);
        }

        @Test
        void listThatHangs_keepsNobodyWaitingForGood() {
            world.passwords = world.passwords.with(BreachRules.standard().within(Duration.ofMillis(50)));
            CountDownLatch never = new CountDownLatch(1);
            world.breachedPlug = password -> {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    throw new BackendUnavailableException("given up", e);
                }
                throw new AssertionError("nobody ends this");
            };
            PasswordReset reset = world.reset();

            assertThat(reset.complete(world.proven(reset), World.NEW)).isInstanceOf(CompleteResult.Done.class);
            assertThat(audited(AuditType.PASSWORD_UNCHECKED)).hasSize(1);
        }

        @Test
        void passwordSet_withTheListUp_isNotCalledUnchecked() {
            PasswordReset reset = world.reset();

            assertThat(reset.complete(world.proven(reset), World.NEW)).isInstanceOf(CompleteResult.Done.class);
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
            world.passwordRulePlug = rule;
            PasswordReset reset = world.reset();
            FlowHandle handle = world.proven(reset);

            assertThat(refused(reset, handle))
                    .containsExactly(new Finding("example.no", Map.of("who", World.ALICE_ID.value())));
            assertStillOpen(reset, handle);
        }

        @Test
        @Tag("R-PWD-11")
        void passwordFromTheHistory_isRefusedAndSpendsNothing() {
            world.history.remember(World.ALICE_ID, World.NEW);
            PasswordReset reset = world.reset();
            FlowHandle handle = world.proven(reset);

            assertThat(refused(reset, handle)).extracting(Finding::code).containsExactly("password.used-before");
            assertStillOpen(reset, handle);
        }

        @Test
        void ruleOrHistoryThatIsDown_isAnOutageAndNoConsent() {
            PasswordReset reset = world.reset();
            FlowHandle handle = world.proven(reset);
            for (Faults faults : List.of(world.passwordRule.faults(), world.history.faults())) {
                faults.fail();
                assertThatThrownBy(() -> reset.complete(handle, World.NEW)).isInstanceOf(UnavailableException.class);
                assertThat(world.users.signsIn(World.ALICE, World.OLD)).isEqualTo(SignIn.SIGNED_IN);
                faults.heal();
            }
            assertStillOpen(reset, handle);
        }
    }

    @Test
    @Tag("R-ENUM-1")
    void nobody_isAskedBeforeThePersonHasProven() {
        List<String> asked = new ArrayList<>();
        world.through(call -> {
            asked.add(call.name());
            return call.go();
        });
        PasswordReset reset = world.reset();
        FlowHandle stranger = world.started(reset, "mallory");
        FlowHandle owner = world.started(reset, "alice");

        for (FlowHandle handle : List.of(stranger, owner)) {
            assertThat(reset.complete(handle, World.NEW)).isInstanceOf(Refused.class);
        }
        assertThat(asked).noneMatch(PluggedPasswordsTest::judges);
        reset.answer(owner, world.codeTo(World.MAIL));
        assertThat(asked).noneMatch(PluggedPasswordsTest::judges);
        asked.clear();
        reset.complete(owner, World.NEW);
        assertThat(asked.stream().filter(PluggedPasswordsTest::judges))
                .containsExactly("PasswordRule.check", "PasswordHistory.recall", "BreachedPasswords.lookUp");
        assertThat(asked.indexOf("BreachedPasswords.lookUp"))
                .as("before the commit unit")
                .isLessThan(asked.indexOf("FlowStore.replace"));
    }

    private static boolean judges(String call) {
        return call.startsWith("Password") || call.startsWith("Breached");
    }
}
