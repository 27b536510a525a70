package dev.sspr.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.NodeFixture;
import dev.sspr.fixture.ObservedCall;
import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.StartResult;
import dev.sspr.policy.ResetPolicy;
import dev.sspr.policy.ResetPolicy.MethodRule;
import dev.sspr.policy.ResetPolicy.Use;
import dev.sspr.policy.SsprPolicy;
import dev.sspr.reset.PasswordReset;
import dev.sspr.spi.AuthMethod;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Prompt;
import dev.sspr.spi.Response;
import dev.sspr.spi.memory.ScriptedPush;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Push prompts that an attacker who reads the mailbox repeats until the owner gives in. */
@Tag("V-PUSH")
@Tag("R-RATE-13")
class OthersPromptFaultsTest {
    private static final FlowContext HERE = FlowContext.of(Locale.ENGLISH);
    private static final AuthMethod DEVICE =
            new AuthMethod(MethodKind.PUSH, "d1", "device:d1", "Alice's phone", Optional.empty());

    private final NodeFixture host = new NodeFixture();
    private final ScriptedPush push = new ScriptedPush().enrol(NodeFixture.ALICE, DEVICE);
    private final AtomicInteger prompts = new AtomicInteger();
    private final PasswordReset reset =
            host.node(policy(), builder -> builder.verifier(counted())).passwordReset();

    private static SsprPolicy policy() {
        return SsprPolicy.standard()
                .reset(ResetPolicy.standard()
                        .proofs(2)
                        .methods(List.of(
                                new MethodRule(MethodKind.EMAIL_CODE, Use.ALONE),
                                new MethodRule(MethodKind.PUSH, Use.WITH_ANOTHER))));
    }

    /** Counts what reaches the device. */
    private MfaVerifier counted() {
        return ObservedCall.by(
                call -> {
                    if (call.is("MfaVerifier.begin") && call.args[1].equals(DEVICE)) {
                        prompts.incrementAndGet();
                    }
                    return call.go();
                },
                MfaVerifier.class,
                push);
    }

    private Optional<FlowHandle> atThePush() {
        if (!(reset.start("alice", HERE) instanceof StartResult.Started started)) {
            return Optional.empty();
        }
        MessageContent sent =
                host.notifier.lastTo(NodeFixture.MAIL).orElseThrow().content();
        return sent instanceof MessageContent.ResetCode mail
                        && reset.answer(started.handle(), mail.code()) instanceof AnswerResult.MoreNeeded
                ? Optional.of(started.handle())
                : Optional.empty();
    }

    private void prompts(FlowHandle handle) {
        reset.choose(handle, MethodKind.PUSH);
        reset.resend(handle);
        reset.answer(handle, new Response.Poll());
    }

    @Test
    @DisplayName("V-PUSH: one flow and many flows prompt the device three times in ten minutes")
    void prompts_inTenMinutes_areThree() {
        for (int minute = 0; minute < 9; minute++) {
            atThePush().ifPresent(handle -> {
                for (int i = 0; i < 5; i++) {
                    prompts(handle);
                    host.later(Duration.ofSeconds(10));
                }
            });
            host.later(Duration.ofSeconds(9));
        }

        assertThat(prompts).hasValueBetween(1, 3);
    }

    @Test
    @DisplayName("V-PUSH: a day of flows prompts the device ten times")
    void prompts_inADay_areTen() {
        for (int i = 0; i < 24 * 4; i++) {
            atThePush().ifPresent(handle -> {
                for (int again = 0; again < 4; again++) {
                    prompts(handle);
                    host.later(Duration.ofMinutes(3));
                }
            });
            host.later(Duration.ofMinutes(3));
        }

        assertThat(prompts).hasValueBetween(3, 10);
    }

    @Test
    @DisplayName("V-PUSH: an approval without the number of the page proves nothing")
    void approval_withoutTheNumber_provesNothing() {
        FlowHandle handle = atThePush().orElseThrow();
        reset.choose(handle, MethodKind.PUSH);
        String number = ((Prompt.MatchNumber) reset.prompt(handle).orElseThrow()).number();
        assertThat(reset.answer(handle, new Response.Poll())).isEqualTo(new AnswerResult.Waiting());
        push.type(NodeFixture.ALICE, number.equals("11") ? "12" : "11");
        assertThat(reset.answer(handle, new Response.Poll())).isInstanceOf(AnswerResult.NotProven.class);
    }

    @Test
    @DisplayName("V-PUSH: the number of the page, typed on the device, is the proof")
    void number_typedOnTheDevice_proves() {
        FlowHandle handle = atThePush().orElseThrow();
        reset.choose(handle, MethodKind.PUSH);
        push.type(NodeFixture.ALICE, ((Prompt.MatchNumber) reset.prompt(handle).orElseThrow()).number());

        assertThat(reset.answer(handle, new Response.Poll())).isEqualTo(new AnswerResult.Proven());
    }
}
