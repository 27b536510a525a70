package dev.sspr.reset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sspr.Sspr;
import dev.sspr.change.ChangeRequest;
import dev.sspr.change.PasswordChange;
import dev.sspr.fixture.InlineWork;
import dev.sspr.fixture.NodeFixture;
import dev.sspr.flow.ChangeStartResult;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.PasswordChangeResult;
import dev.sspr.flow.StartResult;
import dev.sspr.flow.UnavailableException;
import dev.sspr.lockout.SmartLockout;
import dev.sspr.password.PasswordReason;
import dev.sspr.policy.ChangePolicy;
import dev.sspr.policy.PasswordPolicy;
import dev.sspr.policy.SsprPolicy;
import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.Finding;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.PasswordVerifier;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The current password as the new one, at a store that can verify passwords and without a history. */
class CurrentPasswordTest {
    private static final Secret NEW = Secret.of("a fresh cart for alice");

    private final NodeFixture host = new NodeFixture();
    private final AtomicInteger checks = new AtomicInteger();

    private CompleteResult reset(Sspr node, Secret password) {
        PasswordReset reset = node.passwordReset();
        StartResult start = reset.start("alice", FlowContext.of(Locale.ENGLISH));
        FlowHandle handle = ((StartResult.Started) start).handle();
        MessageContent.ResetCode code = (MessageContent.ResetCode)
                host.notifier.lastTo(NodeFixture.MAIL).orElseThrow().content();
        reset.answer(handle, new Response.Typed(code.code()));
        return reset.complete(handle, password);
    }

    /** A node whose store answers a check of a password as the test says. */
    private Sspr node(SsprPolicy policy, Supplier<PasswordVerifier.Result> check) {
        UserStore store = (UserStore) Proxy.newProxyInstance(
                UserStore.class.getClassLoader(),
                new Class<?>[] {UserStore.class, PasswordVerifier.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("check")) {
                        checks.incrementAndGet();
                        return check.get();
                    }
                    try {
                        return method.invoke(host.users, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return Sspr.builder(
                        store,
                        host.notifier,
                        host.sessions,
                        dev.sspr.SsprKey.ofHex(1, "00112233445566778899aabbccddeeff".repeat(2)))
                .policy(policy)
                .clock(host.now::get)
                .executor(InlineWork.of(host::later))
                .hostSweeps()
                .build();
    }

    private static List<String> codes(CompleteResult result) {
        return ((CompleteResult.Rejected) result)
                .findings().stream().map(Finding::code).toList();
    }

    @Test
    @Tag("F2-S13")
    @DisplayName("F2-S13: standard refuses the current password on reset without a history")
    void reset_toTheCurrentPassword_isRejected() {
        assertThat(codes(reset(host.node(), NodeFixture.OLD))).containsExactly(PasswordReason.SAME_AS_CURRENT.code());
        assertThat(host.signsIn(NodeFixture.OLD)).isTrue();
    }

    @Test
    @Tag("F2-S13")
    @Tag("PP-09")
    @DisplayName("F2-S13: entra allows the current password on reset, and does not ask the store")
    void reset_underEntra_allowsIt() {
        Sspr entra = node(SsprPolicy.standard().password(PasswordPolicy.entra()), () -> PasswordVerifier.Result.RIGHT);

        assertThat(reset(entra, Secret.of("Fresh-Cart-47-alpha"))).isInstanceOf(CompleteResult.Done.class);
        assertThat(checks).hasValue(0);
    }

    @ParameterizedTest(name = "a store that answers {0}: done is {1}")
    @CsvSource({"RIGHT, false", "NOT_USABLE, false", "WRONG, true", "LOCKED, true"})
    @Tag("F2-S13")
    @DisplayName("F2-S13: what the store says of a password decides; a locked store cannot tell")
    void reset_isRejected_ifTheStoreKnowsThePassword(PasswordVerifier.Result answer, boolean done) {
        CompleteResult result = reset(node(SsprPolicy.standard(), () -> answer), NEW);

        assertThat(result instanceof CompleteResult.Done).isEqualTo(done);
        assertThat(checks).hasValue(1);
    }

    @Test
    @Tag("F2-S13")
    @DisplayName("F2-S13: a password with other findings is not tried at the store")
    void reset_withAnotherFinding_doesNotAskTheStore() {
        Sspr node = node(SsprPolicy.standard(), () -> PasswordVerifier.Result.RIGHT);

        assertThat(codes(reset(node, Secret.of("short")))).doesNotContain(PasswordReason.SAME_AS_CURRENT.code());
        assertThat(checks).hasValue(0);
    }

    @Test
    @Tag("F2-S13")
    @DisplayName("F2-S13: a store that is down during the check sets nothing")
    void reset_whileTheStoreIsDown_setsNothing() {
        Sspr node = node(SsprPolicy.standard(), () -> {
            throw new BackendUnavailableException("down");
        });

        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> reset(node, NEW));
        assertThat(host.signsIn(NodeFixture.OLD)).isTrue();
    }

    @Test
    @Tag("F2-S13")
    @DisplayName("F2-S13: a change that asks no current password refuses it all the same")
    void change_withoutTypingTheCurrentPassword_refusesIt() {
        SsprPolicy policy = SsprPolicy.entra()
                .change(it -> it.currentPassword(ChangePolicy.CurrentPassword.NOT_AFTER_SECOND_FACTOR));
        PasswordChange change =
                node(policy, () -> PasswordVerifier.Result.RIGHT).passwordChange();
        ChangeRequest request = new ChangeRequest(
                NodeFixture.ALICE,
                ChangeRequest.Occasion.VOLUNTARY,
                ChangeRequest.PasswordEvidence.TYPED,
                host.now.get(),
                Set.of(MethodKind.APP_CODE),
                SmartLockout.Location.FAMILIAR,
                Optional.empty());
        FlowHandle handle =
                ((ChangeStartResult.Started) change.begin(request, FlowContext.of(Locale.ENGLISH))).handle();

        PasswordChangeResult result = change.complete(handle, Secret.of("Fresh-Cart-47-alpha"));

        assertThat(((CompleteResult.Rejected) result).findings())
                .extracting(Finding::code)
                .containsExactly(PasswordReason.SAME_AS_CURRENT.code());
    }
}
