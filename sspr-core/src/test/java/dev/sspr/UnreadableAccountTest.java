package dev.sspr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.admin.AccountView;
import dev.sspr.change.ChangeRequest;
import dev.sspr.fixture.HelpDeskFixture;
import dev.sspr.fixture.InlineWork;
import dev.sspr.fixture.ObservedCall;
import dev.sspr.fixture.RotationFixture;
import dev.sspr.flow.AccessPassResult;
import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.HelpDeskResult;
import dev.sspr.flow.NotPossible;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.log.CapturedLog;
import dev.sspr.policy.MethodPolicy.AccessPassUse;
import dev.sspr.register.SignInAdvice;
import dev.sspr.register.SignInEvidence;
import dev.sspr.spi.AdminAuthorizer;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.CounterStore;
import dev.sspr.spi.FlowStore;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MethodStore;
import dev.sspr.spi.Notifier;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.SealedBody;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.event.Level;

/** Security info that does not open: nobody can tell from outside, the help desk can, and nothing is proven by it. */
@Tag("F2-S3")
class UnreadableAccountTest {
    private final RotationFixture host = new RotationFixture("anna", "bob");
    private final Sspr sspr = host.node(1);

    /** How a body comes not to open. */
    enum Fault {
        FORGED {
            @Override
            void in(RotationFixture host) {
                byte[] body = host.set("anna").body().bytes();
                body[body.length - 1] ^= 1;
                put(host, SealedBody.of(body));
            }
        },
        ROLLED_BACK {
            @Override
            void in(RotationFixture host) {
                put(host, host.set("anna").body());
            }
        },
        SWAPPED {
            @Override
            void in(RotationFixture host) {
                host.withApp(host.node(1), "bob");
                put(host, host.set("bob").body());
            }
        },
        OF_ANOTHER_KEY {
            @Override
            void in(RotationFixture host) {
                RotationFixture other = new RotationFixture("anna");
                other.withApp(other.node(9), "anna");
                put(host, other.set("anna").body());
            }
        },
        EMPTY {
            @Override
            void in(RotationFixture host) {
                put(host, SealedBody.of(new byte[0]));
            }
        };

        abstract void in(RotationFixture host);

        static void put(RotationFixture host, SealedBody body) {
            MethodStore.MethodSet kept = host.set("anna");
            host.methods.store(new MethodStore.MethodSet(kept.user(), kept.version() + 1, kept.claims(), body));
        }
    }

    private AccountView inspected() {
        return HelpDeskFixture.answer(sspr.helpDesk().inspect(RotationFixture.help("anna")));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    @Tag("F2-S10")
    @DisplayName("F2-S3, F2-S10: an account whose security info does not open resets nothing, and a help desk sees why")
    void anyFault_opensNothing(Fault fault) {
        host.withApp(sspr, "anna");
        FlowHandle open = RotationFixture.started(sspr, "anna");
        Secret code = host.codeTo("anna");
        assertThat(inspected().securityInfo()).isEqualTo(AccountView.SecurityInfo.READABLE);
        fault.in(host);
        host.notifier.clear();

        FlowHandle late = RotationFixture.started(sspr, "anna");

        assertThat(host.notifier.messages()).isEmpty();
        assertThat(sspr.passwordReset().answer(late, code)).isEqualTo(new AnswerResult.NotProven(4));
        sspr.passwordReset().answer(open, code);
        assertThat(sspr.passwordReset().complete(open, RotationFixture.NEW))
                .isInstanceOfAny(Refused.class, NotPossible.class);
        assertThat(host.signsIn("anna", RotationFixture.NEW)).isFalse();
        AccountView view = inspected();
        assertThat(view.securityInfo()).isEqualTo(AccountView.SecurityInfo.UNREADABLE);
        assertThat(view.methods()).isEmpty();
    }

    @Test
    @Tag("R-ENUM-1")
    @DisplayName("F2-S3: the answers and calls are those of an unknown name, but for the one look at the security info")
    void start_hasTheCallsOfAnUnknownName() {
        host.withApp(sspr, "anna");
        Fault.FORGED.in(host);

        List<String> unreadable = callsOf("anna");

        assertThat(unreadable.remove("MethodStore.find")).isTrue();
        assertThat(unreadable).isEqualTo(callsOf("nobody"));
    }

    private List<String> callsOf(String name) {
        List<String> calls = new ArrayList<>();
        ObservedCall.Around around = call -> {
            calls.add(call.name());
            return call.go();
        };
        Sspr node = Sspr.builder(
                        ObservedCall.by(around, UserStore.class, host.users),
                        ObservedCall.by(around, Notifier.class, host.notifier),
                        host.sessions,
                        RotationFixture.key(1))
                .methodStore(ObservedCall.by(around, MethodStore.class, host.methods))
                .flowStore(ObservedCall.by(around, FlowStore.class, host.flows))
                .counterStore(ObservedCall.by(around, CounterStore.class, host.counters))
                .adminAuthorizer(request -> new AdminAuthorizer.Decision.Granted())
                .clock((InstantSource) host.now::get)
                .executor(InlineWork.of(host::advance))
                .hostSweeps()
                .build();
        FlowHandle handle = RotationFixture.started(node, name);
        assertThat(node.passwordReset().answer(handle, Secret.of("AAAAAAAAAA")))
                .isEqualTo(new AnswerResult.NotProven(4));
        return calls;
    }

    @Test
    @Tag("R-LOG-4")
    @DisplayName("F2-S3: it is logged and audited once, without a secret")
    void unreadable_isReportedOnce() {
        host.withApp(sspr, "anna");
        Fault.FORGED.in(host);

        List<CapturedLog.Entry> logs = CapturedLog.during(() -> {
            RotationFixture.started(sspr, "anna");
            RotationFixture.started(sspr, "anna");
            inspected();
        });

        assertThat(logs.stream().filter(entry -> entry.level() == Level.ERROR))
                .singleElement()
                .satisfies(entry -> assertThat(entry.text())
                        .contains("u-anna", "SsprKey")
                        .doesNotContain(RotationFixture.mail("anna")));
        assertThat(host.events(AuditType.SECURITY_INFO_UNREADABLE)).isEqualTo(1);
    }

    @Test
    @DisplayName("F2-S3: the signed-in calls refuse, and none of them throws")
    void signedIn_isRefused() {
        host.withApp(sspr, "anna");
        ChangeRequest change = ChangeRequest.voluntary(RotationFixture.id("anna"), host.now.get());
        Secret pass = HelpDeskFixture.answer(sspr.helpDesk()
                .issuePass(
                        RotationFixture.help("anna"), host.now.get(), Duration.ofHours(1), AccessPassUse.UNTIL_EXPIRY));
        Fault.FORGED.in(host);
        SignInEvidence signIn = new SignInEvidence(
                RotationFixture.id("anna"), "anna", host.now.get(), Set.of(MethodKind.APP_CODE), host.now.get());

        assertThat(sspr.registration().begin(signIn, FlowContext.of(Locale.ENGLISH)))
                .isEqualTo(Refused.of(Purpose.REGISTER, Refusal.ACCOUNT_NOT_USABLE));
        assertThat(sspr.registration().adviceAfterSignIn(RotationFixture.id("anna")))
                .isInstanceOf(SignInAdvice.Nothing.class);
        assertThat(sspr.registration().usePass(RotationFixture.id("anna"), pass))
                .isEqualTo(AccessPassResult.REFUSED);
        assertThat(sspr.passwordChange().begin(change, FlowContext.of(Locale.ENGLISH)))
                .isInstanceOf(Refused.class);
        assertThat(sspr.helpDesk().startReset(RotationFixture.help("anna")))
                .isEqualTo(new HelpDeskResult.Refused<>(Refusal.NOT_REACHABLE));
    }

    @Test
    @DisplayName("F2-S3: a required registration begins anew, and the account can register and reset again")
    void requiredRegistration_beginsAnew() {
        host.withApp(sspr, "anna");
        Fault.FORGED.in(host);

        assertThat(sspr.helpDesk().requireRegistration(RotationFixture.help("anna")))
                .isInstanceOf(HelpDeskResult.Done.class);
        assertThat(inspected().securityInfo()).isEqualTo(AccountView.SecurityInfo.READABLE);
        assertThat(inspected().mustRegister()).isPresent();
        assertThat(host.set("anna").claims()).isEmpty();
        FlowHandle handle = RotationFixture.started(sspr, "anna");
        sspr.passwordReset().answer(handle, host.codeTo("anna"));
        assertThat(sspr.passwordReset().complete(handle, RotationFixture.NEW)).isInstanceOf(CompleteResult.Done.class);
    }
}
