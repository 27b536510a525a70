package dev.sspr.reset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.ResetFixture;
import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.FlowStatus;
import dev.sspr.flow.LinkView;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.flow.ReportResult;
import dev.sspr.flow.StartResult;
import dev.sspr.internal.reset.ResetFlow;
import dev.sspr.internal.secret.Token;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Secret;
import dev.sspr.spi.memory.SignIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever comes in from outside has a clear answer, and nothing is lost by it. */
@Tag("R-INJ-3")
@Tag("R-TOK-3")
@Tag("V-BIND-7")
@Tag("V-BIND-8")
class BadInputTest {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private final List<String> asked = new ArrayList<>();
    private final ResetFixture fixture = new ResetFixture().withAlice().through(call -> {
        asked.add(call.name());
        return call.go();
    });
    private final ResetFlow reset = fixture.reset();

    static Stream<String> oddTexts() {
        return Stream.of(
                "",
                " ",
                "\0",
                "\u0007bell",
                "alice\r\nBcc: mallory@evil.example",
                "\u202ealice",
                "al\u200bice",
                "\ud800alice",
                "alice\udc00",
                "\ufeffalice",
                "x".repeat(1 << 20),
                "\ud83d\udc69\u200d\ud83d\udcbb",
                "{\"$gt\":\"\"}",
                "' or 1=1 --",
                "*)(uid=*",
                "${jndi:ldap://evil.example}");
    }

    @ParameterizedTest
    @MethodSource("oddTexts")
    @Tag("R-UNI-5")
    @Tag("V-TYPE-5")
    void login_odd_isRefusedOrNobodys(String odd) {
        StartResult result = reset.start(odd, FlowContext.of(Locale.ENGLISH));
        fixture.executor.runAll();

        if (result instanceof Refused refused) {
            assertThat(refused).isEqualTo(Refused.of(Refusal.MALFORMED_NAME));
            assertThat(asked).containsExactly("AuditSink.record");
        }
        assertThat(fixture.notifier.messages()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("oddTexts")
    @Tag("R-OTP-6")
    @Tag("V-TYPE-8")
    void code_odd_isWrongAndNothingMore(String odd) {
        FlowHandle handle = fixture.started(reset, "alice");

        assertThat(reset.answer(handle, Secret.of(odd))).isEqualTo(new AnswerResult.NotProven(4));
        assertThat(reset.answer(handle, fixture.codeTo(ResetFixture.MAIL))).isEqualTo(new AnswerResult.Proven());
    }

    @ParameterizedTest
    @MethodSource("oddTexts")
    @Tag("R-PWD-7")
    @Tag("V-HASH-4")
    void password_odd_isRejectedWithReasonsAndNothingIsSpent(String odd) {
        FlowHandle handle = fixture.proven(reset);

        CompleteResult result = reset.complete(handle, Secret.of(odd));

        if (result instanceof CompleteResult.Rejected rejected) {
            assertThat(rejected.findings()).isNotEmpty();
            assertThat(asked).doesNotContain("UserStore.setPassword");
            assertThat(reset.complete(handle, ResetFixture.NEW)).isInstanceOf(CompleteResult.Done.class);
        } else {
            assertThat(result).isInstanceOf(CompleteResult.Done.class);
            assertThat(fixture.users.signsIn(ResetFixture.ALICE, Secret.of(odd)))
                    .isEqualTo(SignIn.SIGNED_IN);
        }
    }

    @ParameterizedTest
    @Tag("V-TYPE-6")
    @MethodSource("oddTexts")
    void handleAndLink_odd_openNothingAndAreNotLookedUp(String odd) {
        FlowHandle handle = fixture.started(reset, "alice");
        asked.clear();

        for (FlowHandle wrong : List.of(FlowHandle.of(odd), FlowHandle.of(Secret.of(odd)))) {
            assertThat(reset.status(wrong)).isEqualTo(FlowStatus.UNKNOWN);
            assertThat(reset.answer(wrong, Secret.of("AAAAAAAAAA"))).isEqualTo(Refused.of(Refusal.GONE));
            assertThat(reset.complete(wrong, ResetFixture.NEW)).isEqualTo(Refused.of(Refusal.GONE));
            assertThat(reset.cancel(wrong)).isEqualTo(FlowStatus.UNKNOWN);
        }
        assertThat(reset.answerLink(handle, Secret.of(odd))).isEqualTo(Refused.of(Refusal.GONE));
        assertThat(reset.continueHere(Secret.of(odd))).isEqualTo(Refused.of(Refusal.GONE));
        assertThat(reset.report(Secret.of(odd))).isEqualTo(ReportResult.GONE);
        assertThat(reset.open(Secret.of(odd), Optional.empty())).isEqualTo(LinkView.ENDED);

        assertThat(asked).isEmpty();
        assertThat(reset.status(handle)).isEqualTo(FlowStatus.WAITING_FOR_PROOF);
    }

    private static List<String> spellings(String text, int at, int spare) {
        List<String> all = new ArrayList<>();
        int value = ALPHABET.indexOf(text.charAt(at));
        for (int other = 0; other < spare; other++) {
            char last = ALPHABET.charAt((value & -spare) | other);
            all.add(text.substring(0, at) + last + text.substring(at + 1));
        }
        return all;
    }

    @Test
    void handle_inAnotherSpellingOfTheSameBytes_isNotLookedUp() {
        FlowHandle handle = fixture.started(reset, "alice");
        String text = handle.expose();
        asked.clear();
        List<String> variants = new ArrayList<>();
        for (String first : spellings(text, 21, 16)) {
            variants.addAll(spellings(first, Token.LENGTH - 1, 4));
        }
        variants.remove(text);

        assertThat(variants).hasSize(63);
        assertThat(variants).allMatch(one -> reset.status(FlowHandle.of(one)) == FlowStatus.UNKNOWN);
        assertThat(reset.status(FlowHandle.of(text + "="))).isEqualTo(FlowStatus.UNKNOWN);
        assertThat(reset.status(FlowHandle.of(text.replace('-', '+').replace('_', '/') + " ")))
                .isEqualTo(FlowStatus.UNKNOWN);
        assertThat(asked).isEmpty();
    }

    @Test
    void handle_forgedInEveryCharacter_asksNoVerifier() {
        FlowHandle handle = fixture.started(reset, "alice");
        String text = handle.expose();
        Secret code = fixture.codeTo(ResetFixture.MAIL);
        asked.clear();
        for (int at = 0; at < text.length(); at++) {
            char other = text.charAt(at) == 'A' ? 'Q' : 'A';
            FlowHandle forged = FlowHandle.of(text.substring(0, at) + other + text.substring(at + 1));
            assertThat(reset.answer(forged, code)).isEqualTo(Refused.of(Refusal.GONE));
            assertThat(reset.choose(forged, MethodKind.EMAIL_CODE)).isEqualTo(Refused.of(Refusal.GONE));
        }

        assertThat(asked).containsOnly("FlowStore.find");
        assertThat(reset.answer(handle, code)).isEqualTo(new AnswerResult.Proven());
    }

    @Test
    void handle_ofAnotherFlow_withItsSecret_opensNothing() {
        String one = fixture.started(reset, "alice").expose();
        String two = fixture.started(reset, "somebody").expose();

        assertThat(reset.status(FlowHandle.of(one.substring(0, 22) + two.substring(22))))
                .isEqualTo(FlowStatus.UNKNOWN);
    }
}
