package dev.sspr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.admin.AccountView;
import dev.sspr.fixture.HelpDeskFixture;
import dev.sspr.fixture.RotationFixture;
import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.FlowStatus;
import dev.sspr.flow.OpenFlow;
import dev.sspr.flow.Refused;
import dev.sspr.flow.ReportResult;
import dev.sspr.flow.StartResult;
import dev.sspr.lockout.GuardResult;
import dev.sspr.lockout.SmartLockout.Location;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.PasswordVerifier;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Secret;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What was stored under a key is found under every later one; three rotations lie between. */
@Tag("F2-S4")
@Tag("R-CFG-4")
class OlderKeysTest {
    private final RotationFixture host = new RotationFixture("anna");
    private final Sspr first = host.node(1);

    private Sspr rotated() {
        return host.node(4, 3, 2, 1);
    }

    private static void wrong(Sspr node, String password) {
        GuardResult unused = node.smartLockout()
                .guard(
                        RotationFixture.id("anna"),
                        Location.UNFAMILIAR,
                        Secret.of(password),
                        prepared -> PasswordVerifier.Result.WRONG);
    }

    private static int failed(Sspr node) {
        return node.smartLockout()
                .status(RotationFixture.id("anna"))
                .get(Location.UNFAMILIAR)
                .wrong();
    }

    private void lock(Sspr node) {
        for (int i = 0; i < 10; i++) {
            wrong(node, "wrong " + i);
        }
    }

    @Test
    @DisplayName("F2-S4: a lockout stays locked after a rotation, for known and unknown names")
    void lockout_staysLocked() {
        lock(first);
        for (int i = 0; i < 10; i++) {
            GuardResult unused = first.smartLockout()
                    .guard(
                            new LoginName("nobody"),
                            Location.UNFAMILIAR,
                            Secret.of("wrong " + i),
                            prepared -> PasswordVerifier.Result.WRONG);
        }
        Sspr later = rotated();

        assertThat(later.smartLockout()
                        .status(RotationFixture.id("anna"))
                        .get(Location.UNFAMILIAR)
                        .lockedUntil())
                .isPresent();
        assertThat(later.smartLockout()
                        .guard(
                                RotationFixture.id("anna"),
                                Location.UNFAMILIAR,
                                Secret.of("x"),
                                prepared -> PasswordVerifier.Result.RIGHT))
                .isInstanceOf(GuardResult.Locked.class);
        assertThat(later.smartLockout()
                        .guard(
                                new LoginName("nobody"),
                                Location.UNFAMILIAR,
                                Secret.of("x"),
                                prepared -> PasswordVerifier.Result.RIGHT))
                .isInstanceOf(GuardResult.Locked.class);
    }

    @Test
    @DisplayName("F2-S4: wrong passwords go on counting after a rotation, and while nodes have different keys")
    void lockout_goesOnCounting() {
        wrong(first, "one");
        Sspr before = host.node(1, 2);
        Sspr after = host.node(2, 1);
        wrong(after, "two");
        assertThat(failed(after)).isEqualTo(2);
        wrong(before, "three");
        assertThat(failed(before)).isEqualTo(3);
        wrong(after, "one");
        wrong(after, "two");

        assertThat(failed(after)).as("known wrong passwords do not count again").isEqualTo(3);
    }

    @Test
    @DisplayName("F2-S4: a right password and the help desk clear a count under every key")
    void lockout_isClearedUnderEveryKey() {
        Sspr other = host.node(1, 4);
        wrong(other, "one");
        Sspr later = rotated();
        GuardResult unused = later.smartLockout()
                .guard(
                        RotationFixture.id("anna"),
                        Location.UNFAMILIAR,
                        Secret.of("right"),
                        prepared -> PasswordVerifier.Result.RIGHT);
        assertThat(failed(later)).isZero();
        assertThat(failed(other)).isZero();

        lock(other);
        later.helpDesk().clearLockout(RotationFixture.help("anna"));
        assertThat(failed(later)).isZero();
        assertThat(failed(other)).isZero();
        assertThat(host.events(AuditType.LOCKOUT_CLEARED)).isEqualTo(1);
    }

    @Test
    @DisplayName("F2-S4: a report from before a rotation still bars a recovery")
    void report_stillBarsARecovery() {
        FlowHandle reset = RotationFixture.started(first, "anna");
        assertThat(first.passwordReset().report(host.cancelTo("anna"))).isEqualTo(ReportResult.REPORTED);
        assertThat(first.passwordReset().status(reset)).isNotEqualTo(FlowStatus.WAITING_FOR_PROOF);
        Sspr later = rotated();
        StartResult unused = later.accountRecovery().start("anna", FlowContext.of(Locale.ENGLISH));

        assertThat(HelpDeskFixture.answer(later.helpDesk().inspect(RotationFixture.help("anna")))
                        .flows())
                .isEmpty();
    }

    @Test
    @DisplayName("F2-S4: the help desk lists and ends registrations, resets and recoveries of every key")
    void helpDesk_listsAndEndsFlowsOfEveryKey() {
        host.opened(first, "anna");
        FlowHandle reset = RotationFixture.started(host.node(2, 1), "anna");
        FlowHandle recovery = ((StartResult.Started)
                        host.node(3, 2, 1).accountRecovery().start("anna", FlowContext.of(Locale.ENGLISH)))
                .handle();
        Sspr later = rotated();
        AccountView view = HelpDeskFixture.answer(later.helpDesk().inspect(RotationFixture.help("anna")));

        assertThat(view.flows())
                .extracting(OpenFlow::purpose)
                .containsExactlyInAnyOrder(Purpose.REGISTER, Purpose.RESET, Purpose.RECOVERY);
        later.helpDesk().disableSelfService(RotationFixture.help("anna"));
        assertThat(later.passwordReset().status(reset)).isEqualTo(FlowStatus.UNKNOWN);
        assertThat(later.accountRecovery().status(recovery)).isEqualTo(FlowStatus.UNKNOWN);
        assertThat(HelpDeskFixture.answer(later.helpDesk().inspect(RotationFixture.help("anna")))
                        .flows())
                .isEmpty();
    }

    @Test
    @DisplayName("F2-S4: the same response twice has one answer, also if a rotation lies between")
    void response_repeatedAfterARotation_hasTheSameAnswer() {
        FlowHandle handle = RotationFixture.started(first, "anna");
        assertThat(first.passwordReset().answer(handle, host.codeTo("anna"))).isEqualTo(new AnswerResult.Proven());

        assertThat(rotated().passwordReset().answer(handle, host.codeTo("anna")))
                .isEqualTo(new AnswerResult.Proven());
    }

    @Test
    @Tag("F2-S11")
    @DisplayName("F2-S4: a change of security info ends flows of every key")
    void newMethod_endsFlowsOfEveryKey() {
        FlowHandle old = RotationFixture.started(first, "anna");

        host.withApp(rotated(), "anna");

        assertThat(rotated().passwordReset().status(old)).isEqualTo(FlowStatus.UNKNOWN);
    }

    @Test
    @Tag("R-RATE-2")
    @DisplayName("F2-S4: a rate limit begins anew once for each rotation, not with each restart, and not by going back")
    void rateLimit_beginsAnewOnceForEachRotation() {
        host.withApp(first, "anna");
        host.advance(Duration.ofDays(2));
        assertThat(guessesUntilRefused(first)).isEqualTo(10);
        Sspr second = host.node(2, 1);

        assertThat(guessesUntilRefused(second)).isEqualTo(10);
        assertThat(guessesUntilRefused(host.node(2, 1))).isZero();
        assertThat(guessesUntilRefused(host.node(1, 2))).isZero();
        assertThat(guessesUntilRefused(host.node(3, 2, 1))).isEqualTo(10);
    }

    private int guessesUntilRefused(Sspr node) {
        int guesses = 0;
        while (true) {
            host.advance(Duration.ofSeconds(90));
            FlowHandle handle = RotationFixture.started(node, "anna");
            node.passwordReset().answer(handle, host.codeTo("anna"));
            node.passwordReset().choose(handle, MethodKind.APP_CODE);
            for (int i = 0; i < 5; i++) {
                if (node.passwordReset().answer(handle, Secret.of("000000")) instanceof Refused) {
                    return guesses;
                }
                guesses++;
            }
        }
    }

    @Test
    @DisplayName("F2-S4: a waiting recovery completes under the fourth key, and an objection ends it under any")
    void recovery_waitsThroughRotations() {
        FlowHandle handle =
                ((StartResult.Started) first.accountRecovery().start("anna", FlowContext.of(Locale.ENGLISH))).handle();
        host.node(2, 1).sweep();
        host.advance(Duration.ofHours(49));
        host.node(3, 2, 1).sweep();
        host.advance(Duration.ofHours(24));

        assertThat(rotated().accountRecovery().complete(handle, RotationFixture.NEW))
                .isInstanceOf(CompleteResult.Done.class);
    }
}
