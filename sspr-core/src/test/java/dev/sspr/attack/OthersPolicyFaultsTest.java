package dev.sspr.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sspr.Sspr;
import dev.sspr.SsprBuilder;
import dev.sspr.SsprKey;
import dev.sspr.UnsafeSetting;
import dev.sspr.change.ChangeRequest;
import dev.sspr.fixture.NodeFixture;
import dev.sspr.fixture.RegistrationFixture;
import dev.sspr.fixture.ResetFixture;
import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.ChangeStartResult;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.flow.StartResult;
import dev.sspr.internal.reset.ResetFlow;
import dev.sspr.lockout.SmartLockout;
import dev.sspr.policy.RecoveryPolicy;
import dev.sspr.policy.ResetPolicy;
import dev.sspr.policy.ResetPolicy.MethodRule;
import dev.sspr.policy.ResetPolicy.Use;
import dev.sspr.policy.SsprPolicy;
import dev.sspr.register.SignInAdvice;
import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Channel;
import dev.sspr.spi.Destination;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.SessionRevoker;
import dev.sspr.spi.memory.InMemoryMethodStore;
import dev.sspr.spi.memory.InMemoryNotifier;
import dev.sspr.spi.memory.InMemoryUserStore;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Policies by which other products let a weak proof do the work of a strong one. */
class OthersPolicyFaultsTest {
    static List<MethodKind> phones() {
        return List.of(MethodKind.SMS_CODE, MethodKind.VOICE_CODE, MethodKind.OFFICE_CODE);
    }

    static List<MethodKind> oneFactor() {
        return List.of(
                MethodKind.EMAIL_CODE,
                MethodKind.SMS_CODE,
                MethodKind.VOICE_CODE,
                MethodKind.OFFICE_CODE,
                MethodKind.APP_CODE,
                MethodKind.OATH_TOKEN,
                MethodKind.RECOVERY_CODE);
    }

    private static SsprBuilder builder(SsprPolicy policy) {
        return Sspr.builder(
                        InMemoryUserStore.forTests(),
                        new InMemoryNotifier(EnumSet.allOf(Channel.class)),
                        SessionRevoker.hostHasNoSessions(),
                        SsprKey.ofHex(1, "07".repeat(31) + "08"))
                .methodStore(new InMemoryMethodStore())
                .policy(policy)
                .hostSweeps();
    }

    /** The longest codes and the fewest guesses, with which a year of guessing stays below one in a million. */
    private static SsprPolicy phone(MethodKind kind, Use use) {
        return SsprPolicy.standard()
                .codes(codes -> codes.phoneDigits(10))
                .limits(limits -> limits.guessesPerTenantPerDay(1))
                .reset(reset -> reset.methods(List.of(new MethodRule(kind, use)))
                        .secondFactor(ResetPolicy.SecondFactor.OPTIONAL)
                        .passkeyHolders(ResetPolicy.PasskeyHolders.ANY_METHOD));
    }

    @ParameterizedTest
    @MethodSource("phones")
    @Tag("R-NOT-12")
    @DisplayName(
            "R-NOT-12: a text or a call is no only proof unless the policy acknowledges the risk, however long its codes")
    void phone_alone_isRefusedUnlessAcknowledged(MethodKind kind) {
        assertThatIllegalStateException()
                .isThrownBy(() -> builder(phone(kind, Use.ALONE)).build())
                .withMessageContaining(kind.value())
                .withMessageContaining("ALONE_RISK_ACKNOWLEDGED");

        try (Sspr sspr = builder(phone(kind, Use.ALONE_RISK_ACKNOWLEDGED)).build()) {
            assertThat(sspr.report()).extracting(UnsafeSetting::setting).contains("reset.methods." + kind.value());
        }
    }

    @ParameterizedTest
    @MethodSource("oneFactor")
    @Tag("R-NOT-11")
    @Tag("R-NOT-12")
    @DisplayName("R-NOT-11, R-NOT-12: no policy lets a code of one factor suffice where two proofs are needed")
    void code_ofOneFactor_cannotSuffice(MethodKind kind) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResetPolicy.nist()
                        .methods(List.of(
                                new MethodRule(kind, Use.SUFFICES), new MethodRule(MethodKind.PASSKEY, Use.SUFFICES))))
                .withMessageContaining(kind.value());
    }

    @Test
    @Tag("R-NOT-11")
    @DisplayName("R-NOT-11: where two proofs are needed, two mailboxes of an account are one proof")
    void mail_twice_isOneProof() {
        ResetFixture fixture = new ResetFixture();
        fixture.policy = fixture.policy.proofs(2);
        Destination other = new Destination("m2", Channel.EMAIL, "alice@example.net");
        fixture.with(
                "alice",
                AccountStatus.ACTIVE,
                Account.Privilege.ORDINARY,
                ResetFixture.MAIL,
                other,
                ResetFixture.PHONE);
        ResetFlow reset = fixture.reset();
        FlowHandle handle = fixture.started(reset, "alice");

        assertThat(reset.answer(handle, fixture.codeTo(ResetFixture.MAIL))).isInstanceOf(AnswerResult.MoreNeeded.class);
        assertThat(reset.choose(handle, MethodKind.EMAIL_CODE)).isEqualTo(Refused.of(Refusal.METHOD_NOT_OFFERED));
        assertThat(reset.complete(handle, ResetFixture.NEW)).isEqualTo(Refused.of(Refusal.NOT_NOW));
        fixture.clock.advance(Duration.ofSeconds(61));
        reset.choose(handle, MethodKind.SMS_CODE);
        fixture.executor.runAll();
        assertThat(reset.answer(handle, fixture.codeTo(ResetFixture.PHONE))).isEqualTo(new AnswerResult.Proven());
    }

    @Nested
    class LossOfEverything {
        private final NodeFixture host = new NodeFixture();

        @Test
        @Tag("R-FLOW-14")
        @DisplayName(
                "R-FLOW-14: a reset beside a working method ends at once; a recovery takes no proof and waits for objections")
        void recovery_isStricterThanAReset() {
            RecoveryPolicy waiting = new RecoveryPolicy(
                    Duration.ofDays(2), Duration.ofHours(12), Duration.ofHours(24), RecoveryPolicy.Approval.NOT_NEEDED);
            FlowContext here = FlowContext.of(Locale.ENGLISH);
            try (Sspr sspr = host.node(SsprPolicy.standard(), one -> one.recovery(waiting))) {
                FlowHandle lost = ((StartResult.Started) sspr.accountRecovery().start("alice", here)).handle();
                assertThat(sspr.accountRecovery().choose(lost, MethodKind.EMAIL_CODE))
                        .isInstanceOf(Refused.class);
                assertThat(sspr.accountRecovery().complete(lost, NodeFixture.NEW))
                        .isEqualTo(Refused.of(Refusal.NOT_NOW));
                assertThat(host.signsIn(NodeFixture.OLD)).isTrue();

                FlowHandle forgotten =
                        ((StartResult.Started) sspr.passwordReset().start("alice", here)).handle();
                MessageContent.ResetCode content = (MessageContent.ResetCode)
                        host.notifier.lastTo(NodeFixture.MAIL).orElseThrow().content();
                sspr.passwordReset().answer(forgotten, content.code());
                assertThat(sspr.passwordReset().complete(forgotten, NodeFixture.NEW))
                        .isInstanceOf(CompleteResult.Done.class);
                host.later(Duration.ofDays(3));
                sspr.sweep();
                assertThat(sspr.accountRecovery().complete(lost, NodeFixture.OLD))
                        .as("an account that is reset is not recovered")
                        .isInstanceOf(Refused.class);
            }
        }

        @Test
        @Tag("R-FLOW-14")
        @DisplayName(
                "R-FLOW-14: without a policy of its own there is no recovery, and a policy without any wait is refused")
        void recovery_needsItsOwnPolicy() {
            try (Sspr sspr = host.node()) {
                assertThatIllegalStateException().isThrownBy(sspr::accountRecovery);
            }
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new RecoveryPolicy(
                            Duration.ZERO, Duration.ZERO, Duration.ofHours(24), RecoveryPolicy.Approval.NOT_NEEDED));
        }
    }

    @Test
    @Tag("R-REG-8")
    @DisplayName("R-REG-8: a user without methods is asked for two, and may register a mailbox and two numbers")
    void user_isAskedForTwoMethodsAndMayRegisterTwoAddresses() {
        RegistrationFixture host = new RegistrationFixture();
        assertThat(host.registration.adviceAfterSignIn(RegistrationFixture.ALICE))
                .isInstanceOfSatisfying(
                        SignInAdvice.MaySnooze.class,
                        advice -> assertThat(advice.missing()).isEqualTo(2));
        FlowHandle handle = host.opened();

        host.withAddress(handle, MethodKind.EMAIL_CODE, "alice@example.net");
        assertThat(host.registration.adviceAfterSignIn(RegistrationFixture.ALICE))
                .isInstanceOfSatisfying(
                        SignInAdvice.MaySnooze.class,
                        advice -> assertThat(advice.missing()).isEqualTo(1));
        host.withAddress(handle, MethodKind.SMS_CODE, "+31612345678");
        host.withAddress(handle, MethodKind.SMS_CODE, "+31612345679");
        assertThat(host.registration.list(handle).orElseThrow().methods()).hasSize(3);
        assertThat(host.registration.adviceAfterSignIn(RegistrationFixture.ALICE))
                .isEqualTo(new SignInAdvice.Nothing());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 365, 3650})
    @Tag("R-PWD-4")
    @DisplayName(
            "R-PWD-4: a password of any age still signs in; a host that knows of a breach forces its change at once")
    void password_ofAnyAge_hasNotExpired(int days) {
        NodeFixture host = new NodeFixture();
        try (Sspr sspr = host.node()) {
            Instant set = host.now.get();
            host.later(Duration.ofDays(days));
            sspr.sweep();
            assertThat(host.signsIn(NodeFixture.OLD)).isTrue();
            assertThat(host.notifier.messages()).isEmpty();
            assertThat(host.users.load(NodeFixture.ALICE).orElseThrow().status())
                    .isEqualTo(AccountStatus.ACTIVE);

            ChangeRequest breached = new ChangeRequest(
                    NodeFixture.ALICE,
                    ChangeRequest.Occasion.FOUND_BREACHED,
                    ChangeRequest.PasswordEvidence.TYPED,
                    host.now.get(),
                    Set.of(),
                    SmartLockout.Location.UNFAMILIAR,
                    Optional.of(set));
            assertThat(sspr.passwordChange().begin(breached, FlowContext.of(Locale.ENGLISH)))
                    .isInstanceOf(ChangeStartResult.Started.class);
        }
    }
}
