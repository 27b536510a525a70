package dev.sspr.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sspr.change.ChangeRequest;
import dev.sspr.change.PasswordChange;
import dev.sspr.fixture.HoldFixture;
import dev.sspr.fixture.RegistrationFixture;
import dev.sspr.flow.ChangeStartResult;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.SecurityInfoView;
import dev.sspr.flow.StartResult;
import dev.sspr.flow.UnavailableException;
import dev.sspr.flow.UnlockResult;
import dev.sspr.lockout.SmartLockout;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import dev.sspr.spi.memory.Faults;
import dev.sspr.spi.memory.SignIn;
import dev.sspr.unlock.AccountUnlock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which commits begin a hold, and that no failure leaves a new password without one. */
@Tag("R-HOLD-3")
class HoldCommitTest {
    private static final LoginName ALICE = new LoginName("alice");

    private final HoldFixture host = new HoldFixture().registered();
    private final Secret next = host.nextPassword();

    private Optional<SecurityInfoView.Hold> hold() {
        FlowHandle open = host.opened(MethodKind.APP_CODE);
        return host.registration.list(open).orElseThrow().hold();
    }

    private boolean signsIn(Secret password) {
        return host.stores.users.signsIn(ALICE, password) == SignIn.SIGNED_IN;
    }

    @Test
    @DisplayName("R-HOLD-3: the hold is stored before the password, and it begins by then")
    void hold_isStoredBeforeThePassword() {
        FlowHandle flow = host.proven();
        List<String> calls = new ArrayList<>();
        host.stores.methods.faults().beforeEachCall(call -> calls.add("methods." + call));
        host.stores.users.faults().beforeEachCall(call -> calls.add("users." + call));

        host.sspr.passwordReset().complete(flow, next);

        assertThat(calls).containsSubsequence("methods.store", "users.setPassword");
        assertThat(calls).containsOnlyOnce("methods.store");
        assertThat(hold().orElseThrow().resetAt()).isEqualTo(host.stores.now);
    }

    @Test
    @DisplayName("R-HOLD-3: if the answer of the write is lost, the password and the hold are there")
    void write_whoseAnswerIsLost_hasAHold() {
        FlowHandle flow = host.proven();
        Faults faults = host.stores.users.faults();
        faults.beforeEachCall(call -> {
            if (call.equals("setPassword")) {
                faults.loseNextAnswers(1);
            }
        });
        assertThatThrownBy(() -> host.sspr.passwordReset().complete(flow, next))
                .isInstanceOf(UnavailableException.class);
        faults.beforeEachCall(call -> {});

        assertThat(signsIn(next)).isTrue();
        assertThat(hold()).isPresent();
    }

    @Test
    @DisplayName("R-HOLD-3: while the hold cannot be stored, no password is written; afterwards both are")
    void hold_thatCannotBeStored_stopsTheWrite() {
        FlowHandle flow = host.proven();
        host.stores.methods.faults().beforeEachCall(call -> {
            if (call.equals("store")) {
                host.stores.methods.faults().failNext(1);
            }
        });

        assertThatThrownBy(() -> host.sspr.passwordReset().complete(flow, next))
                .isInstanceOf(UnavailableException.class);
        assertThat(signsIn(next)).isFalse();

        host.stores.methods.faults().beforeEachCall(call -> {});
        assertThat(host.sspr.passwordReset().complete(flow, next)).isInstanceOf(CompleteResult.Done.class);
        assertThat(signsIn(next)).isTrue();
        assertThat(hold()).isPresent();
    }

    @Test
    @DisplayName("R-HOLD-3: proofs alone, without a password, begin no hold")
    void proofs_beginNoHold() {
        host.proven();

        assertThat(hold()).isEmpty();
    }

    @Test
    @DisplayName("R-HOLD-3: a recovery begins a hold")
    void recovery_beginsAHold() {
        host.recovered();

        assertThat(hold()).isPresent();
    }

    @Test
    @DisplayName("R-HOLD-3: a change of the password by the user who knows it begins no hold")
    void change_beginsNoHold() {
        PasswordChange change = host.sspr.passwordChange();
        ChangeRequest request = new ChangeRequest(
                RegistrationFixture.ALICE,
                ChangeRequest.Occasion.VOLUNTARY,
                ChangeRequest.PasswordEvidence.TYPED,
                host.stores.now,
                Set.of(),
                SmartLockout.Location.FAMILIAR,
                Optional.empty());
        ChangeStartResult.Started begun =
                (ChangeStartResult.Started) change.begin(request, FlowContext.of(Locale.ENGLISH));

        assertThat(change.complete(
                        begun.handle(), SmartLockout.Location.FAMILIAR, Secret.of("the old password of alice"), next))
                .isInstanceOf(CompleteResult.Done.class);
        assertThat(signsIn(next)).isTrue();
        assertThat(hold()).isEmpty();
    }

    @Test
    @DisplayName("R-HOLD-3: a change of the password in a hold does not end the hold")
    void change_inAHold_keepsIt() {
        host.reset();
        Secret current = Secret.of("a long and new password 1");
        assertThat(signsIn(current)).isTrue();
        Optional<SecurityInfoView.Hold> before = hold();
        PasswordChange change = host.sspr.passwordChange();
        ChangeRequest request = new ChangeRequest(
                RegistrationFixture.ALICE,
                ChangeRequest.Occasion.VOLUNTARY,
                ChangeRequest.PasswordEvidence.TYPED,
                host.stores.now,
                Set.of(),
                SmartLockout.Location.FAMILIAR,
                Optional.empty());
        ChangeStartResult.Started begun =
                (ChangeStartResult.Started) change.begin(request, FlowContext.of(Locale.ENGLISH));
        change.complete(begun.handle(), SmartLockout.Location.FAMILIAR, current, host.nextPassword());

        assertThat(before).isPresent();
        assertThat(hold()).isEqualTo(before);
    }

    @Test
    @DisplayName("R-HOLD-3: an unlock begins no hold")
    void unlock_beginsNoHold() {
        host.stores.users.setStatus(RegistrationFixture.ALICE, AccountStatus.LOCKED);
        host.stores.advance(Duration.ofSeconds(61));
        AccountUnlock unlock = host.sspr.accountUnlock();
        FlowHandle flow = ((StartResult.Started) unlock.start("alice", FlowContext.of(Locale.ENGLISH))).handle();
        host.published();
        unlock.choose(flow, MethodKind.EMAIL_CODE);
        host.published();
        unlock.answer(
                flow,
                new Response.Typed(((MessageContent.UnlockCode) host.stores
                                .notifier
                                .lastTo(HoldFixture.MAIL)
                                .orElseThrow()
                                .content())
                        .code()));

        assertThat(unlock.complete(flow)).isInstanceOf(UnlockResult.Unlocked.class);
        assertThat(hold()).isEmpty();
    }

    @Test
    @DisplayName("R-HOLD-3: a policy that loses its hold later ends none that runs")
    void policy_thatChangesLater_endsNoHold() {
        host.reset();

        HoldFixture off = new HoldFixture(policy -> policy.reset(reset -> reset.noHoldAfterReset()), host.stores);
        FlowHandle open = off.opened(MethodKind.APP_CODE);
        assertThat(off.registration.list(open).orElseThrow().hold()).isPresent();
    }
}
