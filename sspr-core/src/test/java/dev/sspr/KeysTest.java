package dev.sspr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sspr.KeyUse.Role;
import dev.sspr.fixture.AuthenticatorApp;
import dev.sspr.fixture.ObservedCall;
import dev.sspr.fixture.RotationFixture;
import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowHandle;
import dev.sspr.internal.verify.ResealerBounds;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.FlowStore;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MethodStore;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Keys are rotated and dropped; nothing that an account has registered is lost. */
@Tag("F2-S3")
@Tag("R-CFG-4")
class KeysTest {
    private final RotationFixture host = new RotationFixture("anna", "bob");

    private static KeyUse use(int id, Role role, long accounts, long flows) {
        return new KeyUse(id, role, OptionalLong.of(accounts), OptionalLong.of(flows));
    }

    private AnswerResult resetBy(Sspr node, String name, AuthenticatorApp app) {
        host.advance(Duration.ofSeconds(90));
        FlowHandle handle = RotationFixture.started(node, name);
        node.passwordReset().answer(handle, host.codeTo(name));
        node.passwordReset().choose(handle, MethodKind.APP_CODE);
        AnswerResult answer = node.passwordReset().answer(handle, app.code(host.now.get()));
        assertThat(node.passwordReset().complete(handle, RotationFixture.NEW)).isInstanceOf(CompleteResult.Done.class);
        return answer;
    }

    @Test
    @DisplayName("F2-S3: after two rotations and their sweeps the first keys can go, and the account still resets")
    void rotatedTwice_withSweeps_losesNothing() {
        AuthenticatorApp app = host.withApp(host.node(1), "anna");
        host.advance(Duration.ofDays(31));
        host.node(2, 1).sweep();
        host.node(3, 2).sweep();
        Sspr last = host.node(3);

        assertThat(last.keys()).containsExactly(use(3, Role.WRITES, 1, 0));
        assertThat(resetBy(last, "anna", app)).isEqualTo(new AnswerResult.Proven());
    }

    @Test
    @DisplayName("F2-S3: a write seals anew, without a sweep")
    void write_sealsAnew() {
        AuthenticatorApp app = host.withApp(host.node(1), "anna");
        Sspr rotated = host.node(2, 1);
        host.advance(Duration.ofDays(2));
        resetBy(rotated, "anna", app);

        assertThat(host.set("anna").body().key()).hasValue(2);
    }

    @Test
    @DisplayName("F2-S3: the report counts accounts and flows by the key that each needs")
    void keys_countWhatEachNeeds() {
        Sspr first = host.node(1);
        host.withApp(first, "anna");
        host.withApp(first, "bob");
        RotationFixture.started(first, "anna");
        long flows = host.flows.size();
        Sspr second = host.node(2, 1);

        assertThat(first.keys()).containsExactly(use(1, Role.WRITES, 2, flows));
        assertThat(second.keys()).containsExactly(use(2, Role.WRITES, 0, 0), use(1, Role.ACCEPTED, 2, flows));
        RotationFixture.started(second, "bob");
        second.sweep();
        assertThat(second.keys()).containsExactly(use(2, Role.WRITES, 2, 1), use(1, Role.ACCEPTED, 0, flows));
    }

    @Test
    @DisplayName("F2-S3: a flow goes on needing the key of its start, because its links were made under it")
    void flow_writtenUnderTheNextKey_stillNeedsTheFirst() {
        FlowHandle handle = RotationFixture.started(host.node(1), "anna");
        Sspr second = host.node(2, 1);
        second.passwordReset().answer(handle, host.codeTo("anna"));

        assertThat(second.keys()).containsExactly(use(2, Role.WRITES, 0, 0), use(1, Role.ACCEPTED, 0, 1));
        assertThat(host.node(3, 2, 1).passwordReset().complete(handle, RotationFixture.NEW))
                .isInstanceOf(CompleteResult.Done.class);
    }

    @Test
    @DisplayName("F2-S3: stores that cannot tell make the numbers unknown, and refuse no start-up")
    void stores_thatCannotTell_areUnknown() {
        host.withApp(host.node(1), "anna");
        Sspr second = Sspr.builder(host.users, host.notifier, host.sessions, RotationFixture.key(2))
                .methodStore(ObservedCall.by(ObservedCall::go, MethodStore.class, host.methods))
                .flowStore(ObservedCall.by(ObservedCall::go, FlowStore.class, host.flows))
                .hostSweeps()
                .build();

        assertThat(second.keys())
                .containsExactly(new KeyUse(2, Role.WRITES, OptionalLong.empty(), OptionalLong.empty()));
        second.sweep();
        assertThat(host.set("anna").body().key()).hasValue(1);
    }

    @Test
    @DisplayName("F2-S3: an engine that lacks a needed key does not start, and the message names it")
    void start_withoutANeededKey_isRefused() {
        host.withApp(host.node(1), "anna");
        host.withApp(host.node(5, 1), "bob");

        assertThatIllegalStateException()
                .isThrownBy(() -> host.node(6))
                .withMessageContaining("[1, 5]")
                .withMessageContaining("withoutLost");
        assertThatIllegalStateException()
                .isThrownBy(() -> host.node(6, 5))
                .withMessageContaining("[1]")
                .withMessageNotContaining("u-anna");
        assertThat(host.node(6, 5, 1).keys()).hasSize(3);
    }

    @Test
    @DisplayName("F2-S3: a key that is named as lost does not stop a start, and the report says that it is lacking")
    void start_withALostKey_isAllowed() {
        host.withApp(host.node(1), "anna");
        host.advance(Duration.ofDays(31));
        Sspr without = host.node(RotationFixture.key(2).withoutLost(1), builder -> builder);
        without.sweep();

        assertThat(without.keys()).containsExactly(use(2, Role.WRITES, 0, 0), use(1, Role.LACKING, 1, 0));
    }

    @Test
    @DisplayName("F2-S3: a method store that does not answer at start-up stops nothing")
    void start_whileTheStoreIsDown_isAllowed() {
        host.withApp(host.node(1), "anna");
        host.methods.faults().fail();

        host.node(2).close();
        host.methods.faults().heal();
        assertThat(host.events(AuditType.SECURITY_INFO_UNREADABLE)).isZero();
    }

    @Test
    @DisplayName("F2-S3: a run of the sweep is bounded, and the next goes on, past accounts that do not open")
    void sweep_isBoundedAndGoesOn() {
        int accounts = 2 * ResealerBounds.MOST + 10;
        Sspr first = host.node(1);
        host.withApp(first, "anna");
        MethodStore.MethodSet one = host.set("anna");
        for (int i = 0; i < accounts; i++) {
            // bodies of another account: they name key 1 and never open
            host.methods.store(new MethodStore.MethodSet(RotationFixture.id("a" + i), 1, Set.of(), one.body()));
        }
        host.withApp(first, "bob");
        Sspr second = host.node(2, 1);

        second.sweep();
        assertThat(host.set("bob").body().key()).hasValue(1);
        second.sweep();
        second.sweep();
        assertThat(List.of(host.set("anna").body().key(), host.set("bob").body().key()))
                .allSatisfy(key -> assertThat(key).hasValue(2));
        assertThat(second.keys().get(1).accounts()).hasValue(accounts);
    }
}
