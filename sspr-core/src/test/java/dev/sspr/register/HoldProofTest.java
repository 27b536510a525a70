package dev.sspr.register;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.HoldFixture;
import dev.sspr.fixture.RegistrationFixture;
import dev.sspr.flow.BeginResult;
import dev.sspr.flow.ChangeResult;
import dev.sspr.flow.ConfirmResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Response;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The phishing-resistant proof that removes what was there before, and what only looks like one. */
@Tag("R-HOLD-1")
class HoldProofTest {
    private final HoldFixture host = new HoldFixture().registered();

    private ChangeResult removesApp(FlowHandle open) {
        return host.registration.remove(
                open, host.oldest(open, MethodKind.APP_CODE).id());
    }

    private static void assertHeld(ChangeResult result) {
        assertThat(result).isInstanceOf(Refused.class);
        assertThat(((Refused) result).reason()).isEqualTo(Refusal.HELD_AFTER_RESET);
    }

    private FlowHandle openedBy(SignInEvidence evidence) {
        return ((BeginResult.Started) host.registration.begin(evidence, FlowContext.of(Locale.ENGLISH))).handle();
    }

    @Test
    @DisplayName("R-HOLD-1: a sign-in with the owner's old passkey removes what was there before")
    void oldPasskey_removes() {
        host.withOldPasskey().reset();

        assertThat(removesApp(host.opened(MethodKind.PASSKEY))).isInstanceOf(ChangeResult.Changed.class);
    }

    @Test
    @DisplayName("R-HOLD-1: the same sign-in with a code in place of the passkey does not")
    void code_doesNotRemove() {
        host.withOldPasskey().reset();

        assertHeld(removesApp(host.opened(MethodKind.APP_CODE)));
    }

    @Test
    @DisplayName("R-HOLD-1: a passkey sign-in from before the reset is none")
    void oldPasskey_usedBeforeTheReset_doesNotRemove() {
        host.withOldPasskey();
        SignInEvidence before = host.stores.signIn(MethodKind.PASSKEY);
        host.reset();

        assertHeld(removesApp(openedBy(before)));
    }

    @Test
    @DisplayName("R-HOLD-1: a passkey that was added in the hold is none")
    void newPasskey_doesNotRemove() {
        host.reset();
        host.withPasskey(host.opened(MethodKind.APP_CODE));
        host.stores.advance(Duration.ofMinutes(1));

        assertHeld(removesApp(host.opened(MethodKind.APP_CODE, MethodKind.PASSKEY)));
    }

    @Test
    @DisplayName("R-HOLD-1: a passkey that was added six days before the reset is none")
    void plantedPasskey_doesNotRemove() {
        host.withPasskey(host.opened(MethodKind.APP_CODE));
        host.stores.advance(Duration.ofDays(6));
        host.reset();

        assertHeld(removesApp(host.opened(MethodKind.PASSKEY)));
    }

    @Test
    @DisplayName("R-HOLD-1: a passkey that is enrolled in the same registration is none")
    void passkey_enrolledInTheSameRegistration_doesNotRemove() {
        host.reset();
        FlowHandle open = host.opened(MethodKind.APP_CODE);
        host.withPasskey(open);

        assertHeld(removesApp(open));
    }

    @Test
    @DisplayName("R-HOLD-1: beside a new passkey, the kind does not say which of them signed in")
    void newPasskey_besideTheOldOne_doesNotRemove() {
        host.withOldPasskey().reset();
        host.withPasskey(host.opened(MethodKind.PASSKEY));
        host.stores.advance(Duration.ofMinutes(1));

        assertHeld(removesApp(host.opened(MethodKind.PASSKEY)));
    }

    @Test
    @DisplayName("R-HOLD-1: once the new passkey is gone, only a sign-in after that counts")
    void newPasskey_thatHasGone_mayHaveMadeAnEarlierSignIn() {
        host.withOldPasskey().reset();
        host.withPasskey(host.opened(MethodKind.PASSKEY));
        host.stores.advance(Duration.ofMinutes(1));
        SignInEvidence withTheNewOne = host.stores.signIn(MethodKind.PASSKEY);
        FlowHandle thief = openedBy(withTheNewOne);
        assertThat(host.registration.remove(
                        thief, host.newest(thief, MethodKind.PASSKEY).id()))
                .isInstanceOf(ChangeResult.Changed.class);

        assertHeld(removesApp(thief));
        assertHeld(removesApp(openedBy(withTheNewOne)));
        host.stores.advance(Duration.ofSeconds(3));
        assertHeld(removesApp(openedBy(withTheNewOne)));
        assertThat(removesApp(host.opened(MethodKind.PASSKEY))).isInstanceOf(ChangeResult.Changed.class);
    }

    @Test
    @DisplayName("R-HOLD-1: the same if the help desk removes the new passkey")
    void newPasskey_thatTheHelpDeskRemoved_mayHaveMadeAnEarlierSignIn() {
        host.withOldPasskey().reset();
        FlowHandle open = host.opened(MethodKind.PASSKEY);
        host.withPasskey(open);
        host.stores.advance(Duration.ofMinutes(1));
        SignInEvidence withTheNewOne = host.stores.signIn(MethodKind.PASSKEY);
        String passkey = host.newest(open, MethodKind.PASSKEY).id();
        host.desk().removeMethod(host.stores.help(RegistrationFixture.ALICE), passkey);

        assertHeld(removesApp(openedBy(withTheNewOne)));
    }

    @Test
    @DisplayName("R-HOLD-1: the same if an undo takes the new passkey back")
    void newPasskey_thatAnUndoTookBack_mayHaveMadeAnEarlierSignIn() {
        host.withOldPasskey().reset();
        host.withPasskey(host.opened(MethodKind.PASSKEY));
        host.stores.advance(Duration.ofMinutes(1));
        SignInEvidence withTheNewOne = host.stores.signIn(MethodKind.PASSKEY);
        host.registration.undo(host.stores.undo());

        assertHeld(removesApp(openedBy(withTheNewOne)));
    }

    @Test
    @DisplayName("R-HOLD-1: a registration that outranks the hold may also replace")
    void oldPasskey_replaces() {
        host.withOldPasskey().reset();
        FlowHandle open = host.opened(MethodKind.PASSKEY);
        String mail = host.newest(open, MethodKind.EMAIL_CODE).id();
        host.registration.replace(open, mail, MethodKind.EMAIL_CODE, "alice@elsewhere.example");

        assertThat(host.stores.notifier.lastTo("alice@elsewhere.example")).isPresent();
        assertThat(host.registration.confirm(open, new Response.Typed(host.stores.codeTo("alice@elsewhere.example"))))
                .isInstanceOf(ConfirmResult.Registered.class);
    }
}
