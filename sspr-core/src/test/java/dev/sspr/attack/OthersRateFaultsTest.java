package dev.sspr.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sspr.Sspr;
import dev.sspr.fixture.AuthenticatorApp;
import dev.sspr.fixture.NodeFixture;
import dev.sspr.fixture.RegistrationFixture;
import dev.sspr.fixture.SentMessage;
import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.flow.StartResult;
import dev.sspr.flow.VerificationSteps;
import dev.sspr.policy.CodePolicy;
import dev.sspr.policy.Limits;
import dev.sspr.policy.ResetPolicy.MethodRule;
import dev.sspr.policy.ResetPolicy.Use;
import dev.sspr.policy.SsprPolicy;
import dev.sspr.reset.PasswordReset;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Channel;
import dev.sspr.spi.Destination;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits of guesses and starts that other products lacked: an attacker plays each of those faults against this one. */
class OthersRateFaultsTest {
    private static final FlowContext HERE = FlowContext.of(Locale.ENGLISH);
    private static final Limits LIMITS = Limits.standard();
    private static final Destination PHONE = new Destination("p1", Channel.SMS, "+31612345678");

    private final NodeFixture host = new NodeFixture();

    private Sspr node() {
        return host.node(SsprPolicy.standard(), builder -> builder.unlocker(host.users));
    }

    /** A node where a text message with a code of six digits proves a reset. */
    private Sspr byTextOfSixDigits() {
        host.users.setDestinations(NodeFixture.ALICE, List.of(PHONE));
        return host.node(
                SsprPolicy.standard()
                        .codes(codes -> codes.phoneDigits(6))
                        .reset(reset -> reset.methods(
                                List.of(new MethodRule(MethodKind.SMS_CODE, Use.ALONE_RISK_ACKNOWLEDGED)))),
                builder -> builder);
    }

    private record Begun(FlowHandle handle, Secret code) {}

    /** Starts a flow for alice and reads its message over her shoulder, so that the test knows the right code. */
    private Begun begun(VerificationSteps flow) {
        host.later(LIMITS.sendGap().plusSeconds(1));
        FlowHandle handle = ((StartResult.Started) flow.start("alice", HERE)).handle();
        flow.choose(handle, MethodKind.EMAIL_CODE);
        List<MessageContent.ResetCode> sent = host.notifier.messages().stream()
                .flatMap(message -> SentMessage.code(message).stream())
                .toList();
        return new Begun(handle, sent.get(sent.size() - 1).code());
    }

    private static List<AnswerResult> guesses(VerificationSteps flow, FlowHandle handle, int times) {
        List<AnswerResult> answers = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            answers.add(flow.answer(handle, Secret.of("%06d".formatted(i))));
        }
        return answers;
    }

    @Test
    @Tag("V-RATE-1")
    @DisplayName("V-RATE-1: guesses at a reset and at an unlock are counted together, so another door gives none")
    void guesses_atAnotherFlowKind_areCountedTogether() {
        host.users.setStatus(NodeFixture.ALICE, AccountStatus.LOCKED);
        Sspr sspr = node();
        Begun one = begun(sspr.passwordReset());
        Begun two = begun(sspr.accountUnlock());
        Begun unlock = begun(sspr.accountUnlock());
        Begun reset = begun(sspr.passwordReset());
        guesses(sspr.passwordReset(), one.handle(), LIMITS.guessesPerDay() / 2);
        guesses(sspr.accountUnlock(), two.handle(), LIMITS.guessesPerDay() / 2);

        assertThat(sspr.accountUnlock().answer(unlock.handle(), unlock.code()))
                .isInstanceOf(AnswerResult.NotProven.class);
        assertThat(sspr.passwordReset().answer(reset.handle(), reset.code()))
                .isInstanceOf(AnswerResult.NotProven.class);
    }

    @Test
    @Tag("V-RATE-3")
    @DisplayName("V-RATE-3: a code dies with the last wrong guess, and the right code comes too late")
    void code_afterTheLastWrongGuess_isDead() {
        PasswordReset reset = node().passwordReset();
        Begun begun = begun(reset);
        assertThat(guesses(reset, begun.handle(), LIMITS.guessesPerMethod()))
                .allMatch(AnswerResult.NotProven.class::isInstance)
                .last()
                .isEqualTo(new AnswerResult.NotProven(0));

        assertThat(reset.answer(begun.handle(), begun.code())).isEqualTo(Refused.of(Refusal.TOO_MANY_TRIES));
        assertThat(reset.complete(begun.handle(), NodeFixture.NEW)).isEqualTo(Refused.of(Refusal.NOT_NOW));
    }

    @Test
    @Tag("V-RATE-4")
    @DisplayName("V-RATE-4: new flows give no new guesses at codes of 6 digits")
    void sixDigits_overManyFlows_areGuessedAtTenTimesADay() {
        PasswordReset reset = byTextOfSixDigits().passwordReset();
        Begun one = begun(reset);
        Begun two = begun(reset);
        Begun three = begun(reset);
        assertThat(three.code().length()).isEqualTo(6);
        guesses(reset, one.handle(), LIMITS.guessesPerMethod());
        guesses(reset, two.handle(), LIMITS.guessesPerMethod());

        assertThat(reset.answer(three.handle(), three.code())).isInstanceOf(AnswerResult.NotProven.class);
    }

    @Test
    @Tag("V-RATE-6")
    @DisplayName("V-RATE-6: a code is void once it is used, replaced or over its time")
    void code_usedReplacedOrOld_isVoid() {
        PasswordReset reset = node().passwordReset();
        Begun used = begun(reset);
        reset.answer(used.handle(), used.code());
        reset.complete(used.handle(), NodeFixture.NEW);
        Begun next = begun(reset);
        assertThat(reset.answer(next.handle(), used.code())).isInstanceOf(AnswerResult.NotProven.class);
        assertThat(reset.complete(used.handle(), Secret.of("what the thief of the code wants")))
                .isNotInstanceOf(CompleteResult.Done.class);
        assertThat(host.signsIn(NodeFixture.NEW)).isTrue();

        host.later(CodePolicy.standard().mailLife().dividedBy(2).plusSeconds(1));
        reset.resend(next.handle());
        assertThat(reset.answer(next.handle(), next.code())).as("replaced").isInstanceOf(AnswerResult.NotProven.class);

        Begun old = begun(reset);
        host.later(CodePolicy.standard().mailLife());
        assertThat(reset.answer(old.handle(), old.code())).isEqualTo(Refused.of(Refusal.CHALLENGE_EXPIRED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"203.0.113.7, 10.0.0.1", "for=192.0.2.60; proto=http", "10.0.0.1\r\nX-Real-IP: 10.0.0.2", ""})
    @Tag("V-RATE-10")
    @Tag("V-RATE-11")
    @DisplayName("V-RATE-10, V-RATE-11: a list of forwarded addresses is no source")
    void source_thatIsARawHeader_isRefused(String header) {
        assertThatIllegalArgumentException().isThrownBy(() -> FlowContext.of(Locale.ENGLISH, header));
    }

    @Test
    @Tag("V-RATE-11")
    @Tag("V-RATE-15")
    @DisplayName("V-RATE-11, V-RATE-15: 200 starts from 200 sources in a quarter of an hour are eleven flows")
    void starts_fromManySources_areLimitedByTheName() {
        PasswordReset reset = node().passwordReset();
        int started = 0;
        for (int i = 0; i < 200; i++) {
            FlowContext forged = FlowContext.of(Locale.ENGLISH, "198.51.100." + i);
            started += reset.start("alice", forged) instanceof StartResult.Started ? 1 : 0;
            host.later(Duration.ofSeconds(4));
        }

        assertThat(started).as("and one more in the gap").isEqualTo(LIMITS.startsPerName() + 1);
        assertThat(host.notifier.messages()).hasSizeBetween(1, LIMITS.mailsPerHour());
    }

    @Test
    @Tag("V-RATE-14")
    @DisplayName("V-RATE-14: another source for each flow gives no guesses at the second factor")
    void secondFactor_fromManySources_isGuessedAtTenTimesADay() {
        RegistrationFixture registered = new RegistrationFixture();
        FlowHandle open = registered.opened();
        registered.withAddress(open, MethodKind.EMAIL_CODE, "alice@example.net");
        AuthenticatorApp app = registered.withApp(open);
        registered.advance(Duration.ofDays(1));
        PasswordReset reset = registered.sspr.passwordReset();
        for (int i = 0; i < LIMITS.guessesPerDay() / LIMITS.guessesPerMethod(); i++) {
            FlowHandle guessed = atTheSecondFactor(registered, "198.51.100." + i);
            guesses(reset, guessed, LIMITS.guessesPerMethod());
        }

        FlowHandle last = atTheSecondFactor(registered, "203.0.113.99");
        assertThat(reset.answer(last, app.code(registered.now)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Refusal.TRY_LATER));
    }

    private static FlowHandle atTheSecondFactor(RegistrationFixture registered, String source) {
        registered.advance(LIMITS.sendGap().plusSeconds(1));
        PasswordReset reset = registered.sspr.passwordReset();
        FlowHandle handle =
                ((StartResult.Started) reset.start("alice", FlowContext.of(Locale.ENGLISH, source))).handle();
        assertThat(reset.answer(handle, registered.resetCodeTo("alice@example.net")))
                .isInstanceOf(AnswerResult.MoreNeeded.class);
        reset.choose(handle, MethodKind.APP_CODE);
        return handle;
    }

    @Test
    @Tag("V-RATE-16")
    @DisplayName("V-RATE-16: no policy has shorter codes or no limit, and codes do not repeat")
    void codes_ofEveryPolicy_areLongEnoughAndLimited() {
        CodePolicy codes = CodePolicy.standard();
        assertThatIllegalArgumentException().isThrownBy(() -> codes.mailCharacters(5));
        assertThatIllegalArgumentException().isThrownBy(() -> codes.phoneDigits(5));
        for (int none : new int[] {0, -1, Integer.MAX_VALUE}) {
            assertThatIllegalArgumentException().isThrownBy(() -> LIMITS.guessesPerMethod(none));
            assertThatIllegalArgumentException().isThrownBy(() -> LIMITS.guessesPerDay(none));
            assertThatIllegalArgumentException().isThrownBy(() -> LIMITS.guessesInARow(none));
        }
        PasswordReset reset = node().passwordReset();
        Set<Secret> sent = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            host.later(Duration.ofHours(6));
            sent.add(begun(reset).code());
        }
        assertThat(sent).hasSize(100).allMatch(code -> code.length() >= codes.mailCharacters());
    }
}
