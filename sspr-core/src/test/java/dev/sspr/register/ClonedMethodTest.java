package dev.sspr.register;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.Sspr;
import dev.sspr.SsprKey;
import dev.sspr.fixture.InlineWork;
import dev.sspr.fixture.RegistrationFixture;
import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.HelpDeskResult;
import dev.sspr.flow.RegisteredMethodView;
import dev.sspr.flow.RegisteredMethodView.State;
import dev.sspr.flow.StartResult;
import dev.sspr.policy.ResetPolicy;
import dev.sspr.policy.SsprPolicy;
import dev.sspr.spi.AdminAuthorizer;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Notice.SecurityInfoChanged;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import dev.sspr.spi.memory.ScriptedCredentials;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A device of which a copy was used. */
class ClonedMethodTest {
    private static final MethodKind DEVICE = new MethodKind("device");
    private static final String MAIL = "alice@example.net";

    private final RegistrationFixture fixture = new RegistrationFixture();
    private final ScriptedCredentials devices = new ScriptedCredentials(DEVICE);
    private final Sspr sspr = node();
    private final Registration registration = sspr.registration();
    private boolean copied;

    /** A node whose devices are recognised as copies when the test says so. */
    private Sspr node() {
        CredentialVerifier verifier = (CredentialVerifier) Proxy.newProxyInstance(
                CredentialVerifier.class.getClassLoader(),
                new Class<?>[] {CredentialVerifier.class},
                (proxy, method, arguments) -> {
                    if (copied && method.getName().equals("check")) {
                        List<?> held = (List<?>) arguments[2];
                        return held.isEmpty()
                                ? method.invoke(devices, arguments)
                                : new CredentialVerifier.Verification.Cloned(
                                        ((dev.sspr.spi.Credential) held.get(0)).id());
                    }
                    try {
                        return method.invoke(devices, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        List<ResetPolicy.MethodRule> rules = new ArrayList<>(List.of(
                new ResetPolicy.MethodRule(MethodKind.EMAIL_CODE, ResetPolicy.Use.ALONE),
                new ResetPolicy.MethodRule(DEVICE, ResetPolicy.Use.WITH_ANOTHER)));
        SsprPolicy standard = SsprPolicy.standard();
        List<MethodKind> kinds = List.of(MethodKind.EMAIL_CODE, DEVICE);
        return Sspr.builder(fixture.users, fixture.notifier, fixture.sessions, SsprKey.ofHex(1, "07".repeat(31) + "08"))
                .methodStore(fixture.methods)
                .flowStore(fixture.flows)
                .auditSink(fixture.audit)
                .credentialVerifier(verifier)
                .adminAuthorizer(request -> new AdminAuthorizer.Decision.Granted())
                .policy(standard.reset(reset -> reset.methods(rules)).registration(it -> it.kinds(kinds)))
                .linkBase(URI.create("https://example.org/account"))
                .clock((InstantSource) () -> fixture.now)
                .executor(InlineWork.of(fixture::advance))
                .hostSweeps()
                .build();
    }

    private FlowHandle opened(MethodKind... kinds) {
        return ((dev.sspr.flow.BeginResult.Started)
                        registration.begin(fixture.signIn(kinds), FlowContext.of(Locale.ENGLISH)))
                .handle();
    }

    private void withDevice() {
        FlowHandle handle = opened(MethodKind.EMAIL_CODE, DEVICE);
        registration.enrol(handle, DEVICE);
        registration.confirm(handle, new Response.Typed(devices.nextCode(RegistrationFixture.ALICE)));
    }

    @BeforeEach
    void registered() {
        FlowHandle handle = opened();
        registration.enrol(handle, MethodKind.EMAIL_CODE, MAIL);
        registration.confirm(handle, new Response.Typed(fixture.codeTo(MAIL)));
        withDevice();
        fixture.advance(Duration.ofDays(2));
    }

    private AnswerResult answerByACopy() {
        fixture.advance(Duration.ofSeconds(61));
        FlowHandle flow =
                ((StartResult.Started) sspr.passwordReset().start("alice", FlowContext.of(Locale.ENGLISH))).handle();
        sspr.passwordReset().answer(flow, new Response.Typed(fixture.resetCodeTo(MAIL)));
        sspr.passwordReset().choose(flow, DEVICE);
        copied = true;
        AnswerResult result = sspr.passwordReset().answer(flow, new Response.Typed(Secret.of("12345678")));
        copied = false;
        return result;
    }

    private List<State> states() {
        return ((HelpDeskResult.Done<dev.sspr.admin.AccountView>)
                        sspr.helpDesk().inspect(fixture.help(RegistrationFixture.ALICE)))
                .answer().methods().stream()
                        .filter(one -> one.kind().equals(DEVICE))
                        .map(RegisteredMethodView::state)
                        .toList();
    }

    @Test
    @Tag("F2-S9")
    @DisplayName("F2-S9: a device of which a copy was used is shown as cloned, and its owner is told")
    void device_ofWhichACopyWasUsed_isCloned() {
        assertThat(answerByACopy()).isInstanceOf(AnswerResult.NotProven.class);

        assertThat(states()).containsExactly(State.CLONED);
        assertThat(fixture.events(AuditType.METHOD_DISABLED)).isEqualTo(1);
        assertThat(fixture.notices())
                .extracting(SecurityInfoChanged::change)
                .contains(SecurityInfoChanged.Change.DISABLED);
    }

    @Test
    @Tag("F2-S9")
    @DisplayName("F2-S9: unblocking does not enable it")
    void unblocking_doesNotEnableIt() {
        answerByACopy();

        assertThat(sspr.helpDesk().unblock(fixture.help(RegistrationFixture.ALICE)))
                .isInstanceOf(HelpDeskResult.Done.class);

        assertThat(states()).containsExactly(State.CLONED);
    }

    @Test
    @Tag("F2-S9")
    @DisplayName("F2-S9: an undo of its removal does not enable it")
    void undoOfItsRemoval_doesNotEnableIt() {
        answerByACopy();
        FlowHandle handle = opened(MethodKind.ACCESS_PASS);
        String id = registration.list(handle).orElseThrow().methods().stream()
                .filter(one -> one.state() == State.CLONED)
                .findFirst()
                .orElseThrow()
                .id();
        registration.remove(handle, id);

        registration.undo(fixture.undo());

        assertThat(states()).doesNotContain(State.USABLE, State.QUARANTINED, State.DISABLED);
    }

    @Test
    @Tag("F2-S9")
    @DisplayName("F2-S9: a new device works beside it")
    void newDevice_works() {
        answerByACopy();
        withDevice();

        assertThat(states()).containsExactlyInAnyOrder(State.CLONED, State.QUARANTINED);
    }
}
