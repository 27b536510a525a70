package dev.sspr.register;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.AuthenticatorApp;
import dev.sspr.fixture.RegistrationFixture;
import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.BeginResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.RegisteredMethodView;
import dev.sspr.flow.UndoResult;
import dev.sspr.reset.PasswordReset;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.MessageContent.ResetNotPossible.Reason;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Secret;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A factor that is out of use stays demanded: of a reset, and of a sign-in that opens security info. */
@Tag("F2-S1")
class DemandedFactorTest {
    private static final String MAIL = "alice@example.net";
    private static final Duration DAY = Duration.ofDays(1);

    private final RegistrationFixture host = new RegistrationFixture();
    private final PasswordReset reset = host.sspr.passwordReset();

    /** Returns whether the mailbox alone proves a reset. */
    private boolean mailboxResets() {
        FlowHandle handle = host.reset("alice");
        MessageContent content = host.notifier.lastTo(MAIL).orElseThrow().content();
        return content instanceof MessageContent.ResetCode code
                && reset.answer(handle, code.code()) instanceof AnswerResult.Proven;
    }

    private boolean toldOfTooFewMethods() {
        host.reset("alice");
        MessageContent content =
                host.notifier.lastTo("alice@example.org").orElseThrow().content();
        return content.equals(new MessageContent.ResetNotPossible(Reason.TOO_FEW_METHODS));
    }

    private BeginResult begin(MethodKind... methods) {
        return host.registration.begin(host.signIn(methods), FlowContext.of(Locale.ENGLISH));
    }

    private RegisteredMethodView method(FlowHandle handle, MethodKind kind) {
        return host.registration.list(handle).orElseThrow().methods().stream()
                .filter(one -> one.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private AuthenticatorApp withMailAndApp() {
        FlowHandle open = host.opened();
        host.withAddress(open, MethodKind.EMAIL_CODE, MAIL);
        AuthenticatorApp app = host.withApp(open);
        host.advance(DAY);
        return app;
    }

    /** Whoever reads the mailbox guesses codes of the app until it is disabled. */
    private void guessedTillDisabled() {
        for (int flow = 0; flow < 11; flow++) {
            host.advance(Duration.ofHours(13));
            FlowHandle handle = host.reset("alice");
            reset.answer(handle, host.resetCodeTo(MAIL));
            reset.choose(handle, MethodKind.APP_CODE);
            for (int guess = 0; guess < 5; guess++) {
                reset.answer(handle, Secret.of("wrong" + guess));
            }
        }
        host.advance(Duration.ofMinutes(1));
    }

    @Nested
    class AfterFiftyWrongCodes {
        @Test
        @Tag("V-STEP-6")
        @DisplayName("F2-S1: 50 wrong app codes of a mailbox reader do not let the mailbox reset alone")
        void app_disabledByAMailboxReader_isStillDemanded() {
            withMailAndApp();
            guessedTillDisabled();

            assertThat(mailboxResets()).isFalse();
            assertThat(toldOfTooFewMethods()).isTrue();
        }

        @Test
        @Tag("R-REG-1")
        @DisplayName("F2-S1: a disabled factor stays demanded of the sign-in that opens security info")
        void app_disabled_isStillDemandedOfASignIn() {
            withMailAndApp();
            guessedTillDisabled();

            assertThat(begin(MethodKind.EMAIL_CODE))
                    .isEqualTo(new BeginResult.SignInAgain(Set.of(MethodKind.APP_CODE)));
            assertThat(begin(MethodKind.APP_CODE)).isInstanceOf(BeginResult.Started.class);
            assertThat(begin(MethodKind.ACCESS_PASS)).isInstanceOf(BeginResult.Started.class);
        }

        @Test
        @DisplayName("F2-S1: the owner who removes the disabled factor lifts its demand")
        void app_removedByItsOwner_isNoLongerDemanded() {
            withMailAndApp();
            guessedTillDisabled();
            FlowHandle open = host.opened(MethodKind.ACCESS_PASS);

            host.registration.remove(open, method(open, MethodKind.APP_CODE).id());

            assertThat(mailboxResets()).isTrue();
            assertThat(begin(MethodKind.EMAIL_CODE)).isInstanceOf(BeginResult.Started.class);
        }

        @Test
        @DisplayName("F2-S1: the help desk that removes the disabled factor lifts its demand")
        void app_removedByTheHelpDesk_isNoLongerDemanded() {
            withMailAndApp();
            guessedTillDisabled();
            String id = method(host.opened(MethodKind.APP_CODE), MethodKind.APP_CODE)
                    .id();

            host.sspr.helpDesk().removeMethod(host.help(RegistrationFixture.ALICE), id);

            assertThat(mailboxResets()).isTrue();
        }

        @Test
        @DisplayName("F2-S1: a required new registration lifts the demand of what it removes")
        void app_removedByARequiredRegistration_isNoLongerDemanded() {
            withMailAndApp();
            guessedTillDisabled();

            host.sspr.helpDesk().requireRegistration(host.help(RegistrationFixture.ALICE));

            assertThat(mailboxResets()).isTrue();
        }
    }

    @Nested
    class AfterAReplacement {
        @Test
        @Tag("R-REG-4")
        @DisplayName("F2-S1: an app added before the old one is removed is demanded in its quarantine")
        void app_replacedByAddingFirst_isDemandedAtOnce() {
            withMailAndApp();
            FlowHandle open = host.opened(MethodKind.APP_CODE);
            String old = method(open, MethodKind.APP_CODE).id();
            host.withApp(open);
            host.registration.remove(open, old);

            assertThat(mailboxResets()).isFalse();
            assertThat(begin(MethodKind.EMAIL_CODE))
                    .isEqualTo(new BeginResult.SignInAgain(Set.of(MethodKind.APP_CODE)));
        }

        @Test
        @Tag("R-REG-4")
        @DisplayName("F2-S1: an app added after the old one was removed is demanded in its quarantine")
        void app_replacedByRemovingFirst_isDemandedAtOnce() {
            withMailAndApp();
            FlowHandle open = host.opened(MethodKind.APP_CODE, MethodKind.EMAIL_CODE);
            host.registration.remove(open, method(open, MethodKind.APP_CODE).id());
            host.withApp(open);

            assertThat(mailboxResets()).isFalse();
            assertThat(toldOfTooFewMethods()).isTrue();
        }

        @Test
        @Tag("R-REG-4")
        @DisplayName("F2-S1: the new app proves a reset from the end of its quarantine on, and not a moment before")
        void app_replaced_provesAtTheEndOfItsQuarantine() {
            withMailAndApp();
            FlowHandle open = host.opened(MethodKind.APP_CODE);
            String old = method(open, MethodKind.APP_CODE).id();
            AuthenticatorApp app = host.withApp(open);
            host.registration.remove(open, old);
            host.advance(DAY.minus(Duration.ofSeconds(61)).minusMillis(1));
            assertThat(toldOfTooFewMethods()).isTrue();

            host.advance(Duration.ofMillis(1).minus(Duration.ofSeconds(61)));
            FlowHandle handle = host.reset("alice");
            assertThat(reset.answer(handle, host.resetCodeTo(MAIL))).isInstanceOf(AnswerResult.MoreNeeded.class);
            reset.choose(handle, MethodKind.APP_CODE);
            assertThat(reset.answer(handle, app.code(host.now))).isInstanceOf(AnswerResult.Proven.class);
        }

        @Test
        @Tag("R-NOT-7")
        @DisplayName("F2-S1: a mailbox reader who takes the new app back does not lift the demand")
        void app_replacedAndTakenBack_isStillDemanded() {
            withMailAndApp();
            FlowHandle open = host.opened(MethodKind.APP_CODE);
            String old = method(open, MethodKind.APP_CODE).id();
            host.withApp(open);
            Secret undo = host.undo();
            host.registration.remove(open, old);

            assertThat(host.registration.undo(undo)).isEqualTo(UndoResult.UNDONE);

            assertThat(mailboxResets()).isFalse();
            assertThat(method(host.opened(MethodKind.ACCESS_PASS), MethodKind.APP_CODE)
                            .state())
                    .isEqualTo(RegisteredMethodView.State.DISABLED);
        }

        @Test
        @DisplayName("F2-S1: a number that is replaced stays demanded in the quarantine of the new one")
        void number_replaced_isDemandedAtOnce() {
            FlowHandle open = host.opened();
            host.withAddress(open, MethodKind.EMAIL_CODE, MAIL);
            RegisteredMethodView number = host.withAddress(open, MethodKind.SMS_CODE, "+31612345678");
            host.advance(DAY);
            FlowHandle again = host.opened(MethodKind.SMS_CODE);
            host.registration.replace(again, number.id(), MethodKind.SMS_CODE, "+31687654321");
            host.confirm(again, host.codeTo("+31687654321"));

            assertThat(mailboxResets()).isFalse();
        }
    }

    @Nested
    class AMethodThatNeverCounted {
        @Test
        @DisplayName("F2-S1: a planted method in its quarantine demands nothing of a reset or a sign-in")
        void method_inQuarantine_demandsNothing() {
            FlowHandle open = host.opened();
            host.withAddress(open, MethodKind.EMAIL_CODE, MAIL);
            host.withApp(open);

            assertThat(begin(MethodKind.EMAIL_CODE)).isInstanceOf(BeginResult.Started.class);
            assertThat(mailboxResets()).isTrue();
        }

        @Test
        @DisplayName("F2-S1: a method becomes demanded at the moment its quarantine ends")
        void method_atTheEndOfItsQuarantine_isDemanded() {
            FlowHandle open = host.opened();
            host.withAddress(open, MethodKind.EMAIL_CODE, MAIL);
            host.withApp(open);
            host.advance(DAY.minusMillis(1));
            assertThat(begin(MethodKind.EMAIL_CODE)).isInstanceOf(BeginResult.Started.class);

            host.advance(Duration.ofMillis(1));
            assertThat(begin(MethodKind.EMAIL_CODE))
                    .isEqualTo(new BeginResult.SignInAgain(Set.of(MethodKind.APP_CODE)));
        }

        @Test
        @DisplayName("F2-S1: a planted method that is replaced before it counts demands nothing")
        void method_replacedInQuarantine_demandsNothing() {
            FlowHandle open = host.opened();
            host.withAddress(open, MethodKind.EMAIL_CODE, MAIL);
            host.withApp(open);
            host.advance(DAY.minusSeconds(120));
            FlowHandle again = host.opened(MethodKind.EMAIL_CODE);
            String planted = method(again, MethodKind.APP_CODE).id();
            host.withApp(again);
            host.registration.remove(again, planted);
            host.advance(Duration.ofHours(1));

            assertThat(mailboxResets()).isTrue();
        }
    }
}
