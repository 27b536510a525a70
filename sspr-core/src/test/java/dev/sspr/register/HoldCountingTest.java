package dev.sspr.register;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.HoldFixture;
import dev.sspr.fixture.RegistrationFixture;
import dev.sspr.flow.BeginResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.RegisteredMethodView;
import dev.sspr.flow.RegisteredMethodView.State;
import dev.sspr.flow.SecurityInfoView;
import dev.sspr.policy.MethodPolicy.AccessPassUse;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a new method proves in the hold: no reset, and after a recovery a sign-in. */
@Tag("R-HOLD-2")
class HoldCountingTest {
    private static final String NUMBER = "+31612345678";
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final HoldFixture quick =
            new HoldFixture(policy -> policy.registration(registration -> registration.quarantine(Duration.ZERO)));

    private RegisteredMethodView phone(HoldFixture host, FlowHandle open) {
        return host.newest(open, MethodKind.SMS_CODE);
    }

    @Test
    @DisplayName("R-HOLD-2: without a quarantine a new method still proves no reset before the hold is over")
    void newMethod_countsWhenTheHoldIsOver() {
        quick.registered().reset();
        Instant until = quick.stores.now.minus(MINUTE).plus(DAY);
        FlowHandle open = quick.opened(MethodKind.APP_CODE);
        quick.withPhone(open, NUMBER);

        assertThat(phone(quick, open).state()).isEqualTo(State.QUARANTINED);
        assertThat(phone(quick, open).countsFrom()).isEqualTo(until);
    }

    @Test
    @DisplayName("R-HOLD-2: a longer quarantine is not cut short")
    void newMethod_waitsForTheLongerOfBoth() {
        HoldFixture slow = new HoldFixture(
                policy -> policy.registration(registration -> registration.quarantine(Duration.ofDays(3))));
        slow.registered().reset();
        FlowHandle open = slow.opened(MethodKind.APP_CODE);
        slow.withPhone(open, NUMBER);

        assertThat(phone(slow, open).countsFrom()).isEqualTo(slow.stores.now.plus(Duration.ofDays(3)));
    }

    @Test
    @DisplayName("R-HOLD-2: a method planted just before the reset does not count in the middle of the hold")
    void plantedMethod_inQuarantine_waitsToo() {
        HoldFixture host = new HoldFixture().registered();
        host.withPhone(host.opened(MethodKind.APP_CODE), NUMBER);
        host.stores.advance(Duration.ofHours(20));
        host.reset();
        Instant until = host.stores.now.minus(MINUTE).plus(DAY);

        FlowHandle open = host.opened(MethodKind.APP_CODE);
        assertThat(phone(host, open).countsFrom()).isEqualTo(until);
        assertThat(host.registration.list(open).orElseThrow().hold())
                .contains(new SecurityInfoView.Hold(
                        until.minus(DAY), until, Set.of(phone(host, open).id())));
    }

    @Test
    @DisplayName("R-HOLD-2: an undo does not bring a planted method back that counts in the hold")
    void plantedMethod_thatAnUndoRestores_waitsToo() {
        HoldFixture host = new HoldFixture().registered();
        FlowHandle thief = host.opened(MethodKind.APP_CODE);
        host.withPhone(thief, NUMBER);
        host.registration.remove(thief, phone(host, thief).id());
        Secret back = host.stores.undo();
        host.stores.advance(Duration.ofHours(20));
        host.reset();
        Instant until = host.stores.now.minus(MINUTE).plus(DAY);
        host.registration.undo(back);

        assertThat(phone(host, host.opened(MethodKind.APP_CODE)).countsFrom()).isEqualTo(until);
    }

    @Test
    @DisplayName("R-HOLD-2: a further reset moves what does not count yet to its own end")
    void furtherReset_movesWhatDoesNotCountYet() {
        quick.registered().reset();
        quick.withPhone(quick.opened(MethodKind.APP_CODE), NUMBER);
        quick.stores.advance(Duration.ofHours(20));
        quick.reset();

        assertThat(phone(quick, quick.opened(MethodKind.APP_CODE)).countsFrom())
                .isEqualTo(quick.stores.now.minus(MINUTE).plus(DAY));
    }

    @Test
    @DisplayName("R-HOLD-2: a method that counted before the reset counts in the hold")
    void oldMethod_countsOn() {
        quick.registered().reset();

        FlowHandle open = quick.opened(MethodKind.APP_CODE);
        assertThat(quick.registration.list(open).orElseThrow().methods())
                .extracting(RegisteredMethodView::state)
                .containsOnly(State.USABLE);
        quick.reset();
    }

    @Test
    @DisplayName("R-HOLD-2: after a recovery of an account without methods, even the first one proves no reset at once")
    void firstMethod_afterARecovery_waits() {
        HoldFixture host = new HoldFixture().recovered();
        Instant until = host.stores.now.minus(MINUTE).plus(DAY);
        FlowHandle open = host.opened();
        host.withMail(open, HoldFixture.MAIL);

        assertThat(host.newest(open, MethodKind.EMAIL_CODE).countsFrom()).isEqualTo(until);
        assertThat(host.registration.status(RegistrationFixture.ALICE).reset().readyFrom())
                .contains(until);
    }

    @Test
    @DisplayName("R-HOLD-2: after a recovery a new factor opens security info at once; after a reset it does not")
    void newFactor_afterARecovery_servesASignInAtOnce() {
        HoldFixture recovered = new HoldFixture().registered().recovered();
        assertThat(newFactorOpens(recovered)).isTrue();

        HoldFixture reset = new HoldFixture().registered().reset();
        assertThat(newFactorOpens(reset)).isFalse();
    }

    @Test
    @DisplayName("R-HOLD-2: a reset within the hold of a recovery takes that from no method")
    void newFactor_afterARecoveryAndAReset_servesASignIn() {
        assertThat(newFactorOpens(new HoldFixture().registered().recovered().reset()))
                .isTrue();
    }

    /** The app is lost; the help desk issues a pass, and a phone is registered with it. */
    private static boolean newFactorOpens(HoldFixture host) {
        host.desk()
                .issuePass(
                        host.stores.help(RegistrationFixture.ALICE),
                        host.stores.now,
                        Duration.ofHours(1),
                        AccessPassUse.ONCE);
        host.withPhone(host.opened(MethodKind.ACCESS_PASS), NUMBER);
        BeginResult begun =
                host.registration.begin(host.stores.signIn(MethodKind.SMS_CODE), FlowContext.of(Locale.ENGLISH));
        return begun instanceof BeginResult.Started;
    }
}
