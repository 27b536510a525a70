package dev.sspr.reset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.CanaryValues;
import dev.sspr.fixture.CanaryValues.Canary;
import dev.sspr.fixture.CanaryValues.What;
import dev.sspr.fixture.ObservedCall;
import dev.sspr.fixture.ResetFixture;
import dev.sspr.fixture.RevealedFields;
import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.StartResult;
import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.reset.ResetFlow;
import dev.sspr.internal.verification.state.StateCodec;
import dev.sspr.log.CapturedLog;
import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.Finding;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.Secret;
import dev.sspr.spi.StoredFlow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No secret, no name and no address is ever where it does not belong (R-LOG-1, V-LEAK-6..8, G6). */
@Tag("R-LOG-1")
@Tag("R-LOG-4")
@Tag("R-TOK-2")
@Tag("R-OTP-4")
@Tag("V-LEAK-6")
@Tag("V-LEAK-7")
@Tag("V-LEAK-8")
@Tag("G6")
class CanaryTest {
    /** What each call must carry; whatever is not here carries nothing. */
    private static final Map<String, Set<What>> RIGHTFUL = Map.of(
            "UserStore.find", EnumSet.of(What.LOGIN),
            "UserStore.setPassword", EnumSet.of(What.PASSWORD),
            "PasswordRule.check", EnumSet.of(What.PASSWORD, What.LOGIN, What.ADDRESS),
            "PasswordHistory.recall", EnumSet.of(What.PASSWORD),
            "BreachedPasswords.lookUp", EnumSet.of(What.PASSWORD),
            "Notifier.send", EnumSet.of(What.CODE, What.LINK, What.ADDRESS),
            "MfaVerifier.methods", EnumSet.of(What.LOGIN, What.ADDRESS),
            "MfaVerifier.begin", EnumSet.of(What.ADDRESS),
            "MfaVerifier.check", EnumSet.of(What.CODE, What.LINK));

    private record Caught(String call, String content) {}

    private final ResetFixture fixture = new ResetFixture();
    private final CanaryValues canaryValues = new CanaryValues(fixture);
    private final List<Caught> arguments = new ArrayList<>();
    private final StringBuilder printed = new StringBuilder();
    private int failingCall = -1;
    private int calls;
    private ResetFlow reset;

    private Object spied(ObservedCall call) throws Throwable {
        for (Object argument : call.args) {
            arguments.add(new Caught(call.name(), RevealedFields.contentOf(argument)));
            if (failingCall >= 0) {
                continue;
            }
            printed.append(RevealedFields.printedBy(argument));
            if (argument instanceof StoredFlow flow) {
                fixture.keys()
                        .open(flow.id(), flow.purpose(), flow.version(), flow.body())
                        .ifPresent(body -> printed.append(RevealedFields.printedBy(new StateCodec().read(body))));
            }
        }
        if (calls++ == failingCall) {
            throw new BackendUnavailableException(
                    CanaryValues.everything(), new IllegalStateException(CanaryValues.everything()));
        }
        Object answer = call.go();
        if (failingCall < 0) {
            printed.append(RevealedFields.printedBy(answer));
        }
        return answer;
    }

    private <T> T told(Supplier<T> act) {
        try {
            T result = act.get();
            printed.append(result).append('\n');
            return result;
        } catch (UnavailableException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                printed.append(cause).append('\n');
            }
            assertThat(e).hasNoCause().hasNoSuppressedExceptions();
            return null;
        }
    }

    private FlowHandle started() {
        StartResult result = told(() -> reset.start(CanaryValues.LOGIN, FlowContext.of(Locale.ENGLISH)));
        fixture.executor.runAll();
        return result instanceof StartResult.Started started ? canaryValues.keep(started.handle()) : null;
    }

    private MessageContent.ResetCode mail() {
        return fixture.notifier
                .lastTo(CanaryValues.MAIL)
                .map(message -> message.content())
                .filter(MessageContent.ResetCode.class::isInstance)
                .map(MessageContent.ResetCode.class::cast)
                .orElse(null);
    }

    /** Everything that can happen to a person, good and bad. */
    private void live() {
        reset = fixture.reset();
        FlowHandle first = started();
        if (first != null && mail() != null) {
            Secret link = ResetFixture.token(mail().link().orElseThrow());
            told(() -> reset.answer(first, Secret.of("wrong")));
            told(() -> reset.open(link, Optional.of(first)));
            if (told(() -> reset.continueHere(link)) instanceof AnswerResult.Moved moved) {
                canaryValues.keep(moved.handle());
                told(() -> reset.cancel(moved.handle()));
            }
        }
        fixture.clock.advance(Duration.ofSeconds(61));
        if (started() != null && mail() != null) {
            told(() -> reset.report(ResetFixture.token(mail().cancel().orElseThrow())));
        }
        fixture.clock.advance(Duration.ofDays(1));
        FlowHandle handle = started();
        if (handle != null && mail() != null) {
            told(() -> reset.answer(handle, mail().code()));
            told(() -> reset.complete(handle, CanaryValues.WEAK));
            fixture.users.rejectPasswordsWith(password -> List.of(Finding.of("password.in-history")));
            told(() -> reset.complete(handle, CanaryValues.PASSWORD));
            fixture.users.rejectPasswordsWith(password -> List.of());
            told(() -> reset.complete(handle, CanaryValues.PASSWORD));
            fixture.executor.runAll();
            told(() -> reset.status(handle));
        }
        fixture.clock.advance(Duration.ofMinutes(5));
        told(reset::sweep);
        fixture.executor.runAll();
        told(() -> reset.start(CanaryValues.LOGIN + "\u202e", FlowContext.of(Locale.ENGLISH)));
    }

    private void assertNothingFound(List<CapturedLog.Entry> logs) {
        List<Canary> all = canaryValues.all();
        String audit = String.join("\n", fixture.audit.lines()) + fixture.audit.events();
        String threads = Thread.getAllStackTraces().keySet().toString();
        for (Canary canary : all) {
            assertThat(logs)
                    .as("logs, %s", canary.what())
                    .noneMatch(entry -> entry.text().contains(canary.text()));
            assertThat(audit.contains(canary.text()))
                    .as("audit, %s", canary.what())
                    .isFalse();
            assertThat(threads.contains(canary.text()))
                    .as("threads, %s", canary.what())
                    .isFalse();
            assertThat(printed.indexOf(canary.text()))
                    .as("toString, %s", canary.what())
                    .isNegative();
            for (Caught one : arguments) {
                if (!RIGHTFUL.getOrDefault(one.call(), Set.of()).contains(canary.what())) {
                    assertThat(one.content().contains(canary.text()))
                            .as("%s got %s", one.call(), canary.what())
                            .isFalse();
                }
            }
        }
    }

    @Test
    @Tag("V-LEAK-4")
    void secrets_ofAWholeLife_areNowhereElse() {
        fixture.through(this::spied);

        List<CapturedLog.Entry> logs = CapturedLog.during(this::live);

        assertThat(canaryValues.all()).extracting(Canary::what).contains(What.values());
        assertThat(arguments)
                .as("where they belong they are")
                .anyMatch(one -> one.call().equals("UserStore.setPassword")
                        && one.content().contains("tweetTweet"));
        assertNothingFound(logs);
    }

    @Test
    void secrets_inTheExceptionsOfEveryRole_areNowhereElse() {
        fixture.through(this::spied);
        live();
        int all = calls;
        assertThat(all).isGreaterThan(60);
        List<CapturedLog.Entry> logs = new ArrayList<>();
        for (int at = 0; at < all; at++) {
            CanaryTest next = new CanaryTest();
            next.failingCall = at;
            next.fixture.through(next::spied);
            logs = CapturedLog.during(next::live);
            next.assertNothingFound(logs);
        }
        assertThat(logs).isNotNull();
    }
}
