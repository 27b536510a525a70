package dev.sspr.register;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.AuthenticatorApp;
import dev.sspr.fixture.PastedCharacters;
import dev.sspr.fixture.RegistrationFixture;
import dev.sspr.flow.AccessPassResult;
import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.ChangeResult;
import dev.sspr.flow.ConfirmResult;
import dev.sspr.flow.EnrolResult;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.HelpDeskResult;
import dev.sspr.flow.LinkKind;
import dev.sspr.flow.MessageLink;
import dev.sspr.flow.RegisteredMethodView;
import dev.sspr.policy.MethodPolicy.AccessPassUse;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Secret;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every value that a user pastes, through the call that takes it. */
@Tag("F2-P3")
class PastedValuesTest {
    private static final String NUMBER = "+31612345678";
    private static final String MAILBOX = "alice@example.net";

    private final RegistrationFixture fixture = new RegistrationFixture();
    private final FlowHandle handle = fixture.opened();

    static List<String> padding() {
        return List.of(
                "\u00a0", "\t", "\r\n", "\u200b", "\u202f", "\ufeff", "\u200e", "\u2069", "\u00ad", "\u0085", "\ufe0f");
    }

    private static Secret padded(Secret value, String padding) {
        return value.exposeTo(chars -> Secret.of(
                padding + new String(chars, 0, 3) + padding + new String(chars, 3, chars.length - 3) + padding));
    }

    @ParameterizedTest
    @MethodSource("padding")
    @DisplayName("F2-P3: a pasted code of a reset is right")
    void resetCode_isTaken(String padding) {
        fixture.withAddress(handle, MethodKind.EMAIL_CODE, MAILBOX);
        FlowHandle reset = fixture.reset("alice");

        assertThat(fixture.sspr.passwordReset().answer(reset, padded(fixture.resetCodeTo(MAILBOX), padding)))
                .isInstanceOf(AnswerResult.Proven.class);
    }

    @ParameterizedTest
    @MethodSource("padding")
    @DisplayName("F2-P3: a pasted code of a registration and of an app is right")
    void registrationCodes_areTaken(String padding) {
        fixture.registration.enrol(handle, MethodKind.EMAIL_CODE, MAILBOX);
        assertThat(fixture.confirm(handle, padded(fixture.codeTo(MAILBOX), padding)))
                .isInstanceOf(ConfirmResult.Registered.class);

        EnrolResult.Show show = (EnrolResult.Show) fixture.registration.enrol(handle, MethodKind.APP_CODE);
        AuthenticatorApp app = AuthenticatorApp.scanned(show.prompt().orElseThrow());
        assertThat(fixture.confirm(handle, padded(app.code(fixture.now), padding)))
                .isInstanceOf(ConfirmResult.Registered.class);
    }

    @ParameterizedTest
    @MethodSource("padding")
    @DisplayName("F2-P3: a pasted access pass is right")
    void accessPass_isTaken(String padding) {
        HelpDeskResult<Secret> issued = fixture.sspr
                .helpDesk()
                .issuePass(
                        fixture.help(RegistrationFixture.ALICE), fixture.now, Duration.ofHours(1), AccessPassUse.ONCE);
        Secret pass = ((HelpDeskResult.Done<Secret>) issued).answer();

        assertThat(fixture.registration.usePass(RegistrationFixture.ALICE, padded(pass, padding)))
                .isEqualTo(AccessPassResult.ACCEPTED);
    }

    @Test
    @DisplayName("F2-P3: a pasted number is taken, whatever stands around and between its digits")
    void number_isTaken() {
        for (String padding : PastedCharacters.basic()) {
            RegistrationFixture fresh = new RegistrationFixture();
            FlowHandle open = fresh.opened();
            String typed = padding + "+31" + padding + "6-1234" + padding + "5678" + padding;

            assertThat(fresh.registration.enrol(open, MethodKind.SMS_CODE, typed))
                    .as("%x", padding.codePointAt(0))
                    .isInstanceOf(EnrolResult.Sent.class);
            assertThat(fresh.notifier.lastTo(NUMBER)).isPresent();
        }
    }

    @Test
    @DisplayName("F2-P3: a pasted mailbox is taken, whatever stands around it")
    void mailbox_isTaken() {
        for (String padding : PastedCharacters.basic()) {
            RegistrationFixture fresh = new RegistrationFixture();
            FlowHandle open = fresh.opened();

            assertThat(fresh.registration.enrol(open, MethodKind.EMAIL_CODE, padding + MAILBOX + padding))
                    .as("%x", padding.codePointAt(0))
                    .isInstanceOf(EnrolResult.Sent.class);
            assertThat(fresh.notifier.lastTo(MAILBOX)).isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+31\u20116\u201112345678",
                "+31\u20136\u201312345678",
                "+31\u22126\u221212345678",
                "\u2066+31 6 12345678\u2069"
            })
    @DisplayName("F2-P3: other hyphens between digits are left out")
    void number_withOtherHyphens_isTaken(String typed) {
        assertThat(fixture.registration.enrol(handle, MethodKind.SMS_CODE, typed))
                .isInstanceOf(EnrolResult.Sent.class);
        assertThat(fixture.notifier.lastTo(NUMBER)).isPresent();
    }

    @ParameterizedTest
    @MethodSource("padding")
    @DisplayName("F2-P3: a pasted link is taken apart, whatever stands in it")
    void link_isParsed(String padding) {
        String link = "https://example.org/account#undo=" + "A".repeat(65);
        Secret pasted = Secret.of(padding + link.substring(0, 40) + padding + link.substring(40) + padding);

        assertThat(MessageLink.parse(pasted)).contains(new MessageLink(LinkKind.UNDO, Secret.of("A".repeat(65))));
    }

    @ParameterizedTest
    @MethodSource("padding")
    @DisplayName("F2-P3: a pasted name of a method is taken without what stands around it")
    void methodName_isTaken(String padding) {
        RegisteredMethodView method = fixture.withAddress(handle, MethodKind.EMAIL_CODE, MAILBOX);

        assertThat(fixture.registration.rename(handle, method.id(), padding + "Work" + padding))
                .isInstanceOf(ChangeResult.Changed.class);
        assertThat(fixture.registration.list(handle).orElseThrow().methods())
                .extracting(RegisteredMethodView::name)
                .contains("Work");
    }
}
