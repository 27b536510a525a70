package dev.sspr.register;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.CallObserver;
import dev.sspr.fixture.RegistrationFixture;
import dev.sspr.fixture.TestExecutor;
import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.StartResult;
import dev.sspr.policy.SsprPolicy;
import dev.sspr.reset.PasswordReset;
import dev.sspr.spi.Channel;
import dev.sspr.spi.Destination;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * An anonymous caller hears nothing of a hold: not by the answers, nor by what the calling thread asks of the host, in what
 * order and with what sizes.
 */
@Tag("R-ENUM-1")
@Tag("R-ENUM-2")
@Tag("R-HOLD-1")
class HoldUniformityTest {
    private static final Secret WRONG = Secret.of("AAAAAAAAAA");
    private static final Secret PASSWORD = Secret.of("a long and new password");

    /** Names of one length. */
    private enum Account {
        REGISTERED("bobby"),
        IN_A_HOLD("carol"),
        IN_A_HOLD_WITH_A_NEW_METHOD("david"),
        IN_A_HOLD_WITH_NOTHING_THAT_COUNTS("ellen"),
        UNKNOWN("nobod");

        private final String login;

        Account(String login) {
            this.login = login;
        }

        UserId id() {
            return new UserId("u-" + login);
        }

        String mail() {
            return login + "@example.net";
        }
    }

    /** So long that the budgets of the day of the reset are whole again. */
    private static final SsprPolicy LONG =
            SsprPolicy.standard().reset(reset -> reset.hold(hold -> hold.period(Duration.ofDays(3))));

    private final RegistrationFixture host = new RegistrationFixture(LONG);

    private HoldUniformityTest() {
        for (Account account : Account.values()) {
            if (account != Account.UNKNOWN) {
                host.add(account.login, new Destination("m1", Channel.EMAIL, account.login + "@example.org"));
                host.withAddress(host.opened(account.id()), MethodKind.EMAIL_CODE, account.mail());
            }
        }
        host.advance(Duration.ofDays(2));
        for (Account account : Account.values()) {
            if (account.compareTo(Account.IN_A_HOLD) >= 0 && account != Account.UNKNOWN) {
                reset(account);
            }
        }
        host.advance(Duration.ofHours(1));
        FlowHandle open = host.opened(Account.IN_A_HOLD_WITH_A_NEW_METHOD.id(), MethodKind.EMAIL_CODE);
        host.withAddress(open, MethodKind.SMS_CODE, "+31612345678");
        UserId ellen = Account.IN_A_HOLD_WITH_NOTHING_THAT_COUNTS.id();
        FlowHandle mail = host.opened(ellen, MethodKind.EMAIL_CODE);
        String id = host.registration.list(mail).orElseThrow().methods().get(0).id();
        host.sspr.helpDesk().removeMethod(host.help(ellen), id);
        host.advance(Duration.ofDays(2));
        host.now = host.now.truncatedTo(ChronoUnit.DAYS);
        host.notifier.clear();
    }

    private void reset(Account account) {
        FlowHandle flow = host.reset(account.login);
        assertThat(host.sspr.passwordReset().answer(flow, new Response.Typed(host.resetCodeTo(account.mail()))))
                .isInstanceOf(AnswerResult.Proven.class);
        assertThat(host.sspr.passwordReset().complete(flow, PASSWORD)).isInstanceOf(CompleteResult.Done.class);
    }

    private Map<String, String> heard(Account account) {
        Instant at = host.now;
        CallObserver observer = new CallObserver();
        TestExecutor executor = new TestExecutor();
        PasswordReset reset = host.over(LONG, observer, executor).passwordReset();
        Map<String, String> acts = new LinkedHashMap<>();
        StartResult[] begun = new StartResult[1];
        FlowContext context = FlowContext.of(Locale.ENGLISH);
        acts.put("start", observer.of(() -> begun[0] = reset.start(account.login, context)));
        FlowHandle handle = ((StartResult.Started) begun[0]).handle();
        acts.put("resume at once", observer.of(() -> reset.resume(handle)));
        executor.runAll();
        for (MethodKind kind : new MethodKind[] {MethodKind.EMAIL_CODE, MethodKind.SMS_CODE}) {
            acts.put("choose " + kind.value(), observer.of(() -> reset.choose(handle, kind)));
            executor.runAll();
            host.advance(LONG.limits().publicationDelay());
            acts.put("resume " + kind.value(), observer.of(() -> reset.resume(handle)));
            acts.put("guess " + kind.value(), observer.of(() -> reset.answer(handle, WRONG)));
            acts.put("password " + kind.value(), observer.of(() -> reset.complete(handle, PASSWORD)));
        }
        host.advance(Duration.ofSeconds(61));
        acts.put("resend", observer.of(() -> reset.resend(handle)));
        executor.runAll();
        acts.put("status", observer.of(() -> reset.status(handle)));
        host.now = at;
        return acts;
    }

    @ParameterizedTest
    @EnumSource(value = Account.class, mode = EnumSource.Mode.EXCLUDE, names = "REGISTERED")
    @DisplayName("R-HOLD-1: an account in a hold answers an anonymous reset like any other")
    void account_inAHold_answersLikeAnyOther(Account account) {
        assertThat(heard(account)).isEqualTo(heard(Account.REGISTERED));
    }

    @Test
    @DisplayName("R-HOLD-1: the accounts are what they are said to be")
    void accounts_areInTheirClasses() {
        for (Account account : Account.values()) {
            if (account != Account.UNKNOWN && account != Account.IN_A_HOLD_WITH_NOTHING_THAT_COUNTS) {
                FlowHandle open = host.opened(account.id(), MethodKind.EMAIL_CODE);
                assertThat(host.registration.list(open).orElseThrow().hold().isPresent())
                        .isEqualTo(account != Account.REGISTERED);
            }
        }
    }
}
