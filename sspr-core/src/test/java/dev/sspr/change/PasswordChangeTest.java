package dev.sspr.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sspr.Sspr;
import dev.sspr.fixture.NodeFixture;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.FlowStatus;
import dev.sspr.flow.PasswordChangeResult;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.flow.ReportResult;
import dev.sspr.flow.UnavailableException;
import dev.sspr.lockout.SmartLockout;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Notice.PasswordChanged;
import dev.sspr.spi.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordChangeTest extends ChangeFixture {
    @Nested
    class WithTheCurrentPassword {
        @Test
        @Tag("R-PWD-9")
        @Tag("R-SESS-1")
        @Tag("CHG-02")
        @Tag("V-SESS-1")
        @Tag("V-SESS-3")
        void right_setsTheNewOne_endsSessions_andTellsEveryAddress() {
            String other = host.sessions.open(NodeFixture.ALICE, host.now.get().minusSeconds(5));

            assertThat(complete(begun(), NodeFixture.OLD, NodeFixture.NEW)).isEqualTo(DONE);
            assertThat(host.signsIn(NodeFixture.NEW)).isTrue();
            assertThat(host.signsIn(NodeFixture.OLD)).isFalse();
            assertThat(host.sessions.accepts(other)).isFalse();
            assertThat(host.sessions.accepts(host.sessions.open(NodeFixture.ALICE, host.now.get())))
                    .as("the session that the host gives this browser now")
                    .isTrue();
            assertThat(host.sent(PasswordChanged.class)).isEqualTo(2);
        }

        @Test
        @Tag("V-RACE-3")
        void twice_writesOnceAndSaysSoTwice() {
            FlowHandle handle = begun();

            assertThat(complete(handle, NodeFixture.OLD, NodeFixture.NEW)).isEqualTo(DONE);
            assertThat(complete(handle, NodeFixture.OLD, NodeFixture.NEW)).isEqualTo(DONE);
            assertThat(host.noted(AuditType.PASSWORD_SET)).isEqualTo(1);
            assertThat(change.status(handle)).isEqualTo(FlowStatus.DONE);
        }

        @Test
        @Tag("F2-S13")
        @DisplayName("F2-S13: after Done, a second new password is not Done")
        void twice_withAnotherPassword_isNotDone() {
            FlowHandle handle = begun();

            assertThat(complete(handle, NodeFixture.OLD, NodeFixture.NEW)).isEqualTo(DONE);
            assertThat(complete(handle, NodeFixture.OLD, Secret.of("yet another sentence of alice")))
                    .isEqualTo(new CompleteResult.NotConfirmed(CompleteResult.NotConfirmed.Reason.OTHER_PASSWORD));
            assertThat(host.signsIn(NodeFixture.NEW)).isTrue();
        }

        @Test
        @Tag("CHG-08")
        void wrong_changesNothing_andMayBeTypedAgain() {
            FlowHandle handle = begun();

            assertThat(complete(handle, Secret.of("not that"), NodeFixture.NEW))
                    .isEqualTo(new PasswordChangeResult.WrongPassword());
            assertThat(host.signsIn(NodeFixture.OLD)).isTrue();
            assertThat(complete(handle, NodeFixture.OLD, NodeFixture.NEW)).isEqualTo(DONE);
        }

        @ParameterizedTest
        @Tag("R-PWD-10")
        @Tag("V-TYPE-4")
        @ValueSource(strings = {"", "\0", "\0the old horse of alice"})
        void emptyOrLedByNul_isWrong_beforeTheStoreIsAsked(String current) {
            FlowHandle handle = begun();
            List<String> calls = new ArrayList<>();
            host.users.faults().beforeEachCall(calls::add);

            assertThat(complete(handle, Secret.of(current), NodeFixture.NEW))
                    .isEqualTo(new PasswordChangeResult.WrongPassword());
            assertThat(calls).doesNotContain("check");
        }

        @Test
        @Tag("R-PWD-9")
        void leftOut_whereItIsAskedFor_isWrong() {
            assertThat(change.complete(begun(), NodeFixture.NEW)).isEqualTo(new PasswordChangeResult.WrongPassword());
            assertThat(host.signsIn(NodeFixture.OLD)).isTrue();
        }

        @Test
        @Tag("R-PWD-9")
        @Tag("R-RATE-4")
        void tooManyWrong_lockTheChangeAndTheSignInAlike() {
            for (int i = 0; i < 10; i++) {
                complete(begun(), Secret.of("wrong " + i), NodeFixture.NEW);
            }

            assertThat(complete(begun(), NodeFixture.OLD, NodeFixture.NEW))
                    .isInstanceOf(PasswordChangeResult.LockedOut.class);
            assertThat(host.node()
                            .smartLockout()
                            .status(NodeFixture.ALICE)
                            .get(SmartLockout.Location.FAMILIAR)
                            .lockedUntil())
                    .isPresent();
        }

        @Test
        @Tag("CHG-05")
        @Tag("R-PWD-11")
        void sameAsTheCurrent_isRejected() {
            PasswordChangeResult result = complete(begun(), NodeFixture.OLD, NodeFixture.OLD);

            assertThat(result).isInstanceOf(CompleteResult.Rejected.class);
            assertThat(host.noted(AuditType.COMMITTING)).isZero();
        }

        @Test
        @Tag("R-TOK-8")
        void passwordSetElsewhereMeanwhile_endsTheChange() {
            FlowHandle first = begun();
            complete(begun(), NodeFixture.OLD, NodeFixture.NEW);

            assertThat(complete(first, NodeFixture.NEW, Secret.of("one more horse and cart")))
                    .isInstanceOf(CompleteResult.class)
                    .isNotEqualTo(DONE);
            assertThat(host.signsIn(NodeFixture.NEW)).isTrue();
        }

        @Test
        void storeDown_losesNothing() {
            FlowHandle handle = begun();
            host.users.faults().failNext(1);
            assertThatThrownBy(() -> complete(handle, NodeFixture.OLD, NodeFixture.NEW))
                    .isInstanceOf(UnavailableException.class);

            assertThat(complete(handle, NodeFixture.OLD, NodeFixture.NEW)).isEqualTo(DONE);
        }
    }

    @Test
    @Tag("V-BIND-5")
    void handleOfAChange_opensNoReset() {
        Sspr node = host.node();

        assertThat(node.passwordReset().complete(begun(), NodeFixture.NEW)).isEqualTo(Refused.of(Refusal.GONE));
        assertThat(host.signsIn(NodeFixture.OLD)).isTrue();
    }

    @Test
    @Tag("R-NOT-7")
    void thisWasNotMe_afterAChange_endsTheThiefsSessions() {
        complete(begun(), NodeFixture.OLD, NodeFixture.NEW);
        String thiefs = host.sessions.open(NodeFixture.ALICE, host.now.get());
        host.later(Duration.ofMinutes(30));
        PasswordChanged notice = (PasswordChanged)
                host.notifier.lastTo(NodeFixture.MAIL).orElseThrow().content();

        ReportResult result = change.report(NodeFixture.token(notice.notMe().orElseThrow()));

        assertThat(result).isEqualTo(ReportResult.SECURED);
        assertThat(host.sessions.accepts(thiefs)).isFalse();
        assertThat(host.noted(AuditType.REPORTED)).isEqualTo(1);
    }
}
