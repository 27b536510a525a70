package dev.sspr.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.ObservedCall;
import dev.sspr.fixture.RegistrationFixture;
import dev.sspr.fixture.ResetFixture;
import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.FlowStatus;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.internal.reset.ResetFlow;
import dev.sspr.reset.PasswordReset;
import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Channel;
import dev.sspr.spi.Destination;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Secret;
import dev.sspr.spi.memory.SignIn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults by which another product's flow acted on another account, or without its proof. */
class OthersBindingFaultsTest {
    private static final LoginName MALLORY = new LoginName("mallory");
    private static final Destination HERS = new Destination("m2", Channel.EMAIL, "mallory@example.net");

    private final List<String> asked = new ArrayList<>();
    private final ResetFixture fixture = new ResetFixture()
            .withAlice()
            .with("mallory", AccountStatus.ACTIVE, Account.Privilege.ORDINARY, HERS)
            .through(call -> {
                asked.add(call.name());
                return call.go();
            });
    private final ResetFlow reset = fixture.reset();

    private void assertAliceKeepsHerPassword() {
        assertThat(fixture.users.signsIn(ResetFixture.ALICE, ResetFixture.OLD)).isEqualTo(SignIn.SIGNED_IN);
    }

    @Test
    @Tag("V-BIND-3")
    @DisplayName("V-BIND-3: a start for another user leaves the flow of a restored, proven handle with its own user")
    void flow_restoredAndProven_keepsItsUser() {
        fixture.started(reset, "mallory");
        FlowHandle restored = ((AnswerResult.Moved) reset.continueHere(fixture.linkTo(HERS))).handle();
        FlowHandle alices = fixture.started(reset, "alice");
        reset.choose(restored, MethodKind.EMAIL_CODE);
        reset.resend(restored);
        fixture.executor.runAll();

        assertThat(reset.complete(alices, ResetFixture.NEW)).isInstanceOf(Refused.class);
        assertThat(reset.answer(alices, fixture.codeTo(HERS))).isEqualTo(new AnswerResult.NotProven(4));
        assertThat(reset.answerLink(alices, fixture.linkTo(HERS))).isEqualTo(Refused.of(Refusal.GONE));
        assertThat(reset.complete(restored, ResetFixture.NEW)).isInstanceOf(CompleteResult.Done.class);
        assertThat(fixture.users.signsIn(MALLORY, ResetFixture.NEW)).isEqualTo(SignIn.SIGNED_IN);
        assertAliceKeepsHerPassword();
    }

    @Test
    @Tag("V-BIND-4")
    @DisplayName(
            "V-BIND-4: after the owner's proof, the user's id, name, address or the stored flow's id set no password")
    void proof_ofTheOwner_servesNoCallerWithoutTheHandle() {
        FlowHandle handle = fixture.proven(reset);
        String stored = handle.expose().substring(0, 22);
        for (String known : List.of(
                ResetFixture.ALICE_ID.value(),
                "alice",
                ResetFixture.MAIL.address(),
                ResetFixture.MAIL.id(),
                stored,
                stored + "A".repeat(43),
                fixture.stored(handle).id().toString())) {
            assertThat(reset.complete(FlowHandle.of(known), ResetFixture.NEW))
                    .as(known)
                    .isEqualTo(Refused.of(Refusal.GONE));
        }

        assertThat(asked).doesNotContain("UserStore.setPassword");
        assertThat(reset.complete(handle, ResetFixture.NEW)).isInstanceOf(CompleteResult.Done.class);
    }

    @Nested
    class OfAnotherPurpose {
        private static final String ADDRESS = "alice@example.net";

        private final RegistrationFixture host = new RegistrationFixture();
        private final PasswordReset resets = host.sspr.passwordReset();

        OfAnotherPurpose() {
            host.withAddress(host.opened(), MethodKind.EMAIL_CODE, ADDRESS);
            host.advance(Duration.ofDays(2));
        }

        private void assertOpensNothing(Secret token) {
            FlowHandle begun = host.reset("alice");
            assertThat(host.resetCodeTo(ADDRESS).length()).isPositive();
            assertThat(resets.answer(begun, token)).isInstanceOf(AnswerResult.NotProven.class);
            assertThat(resets.answerLink(begun, token)).isEqualTo(Refused.of(Refusal.GONE));
            assertThat(resets.continueHere(token)).isEqualTo(Refused.of(Refusal.GONE));
            assertThat(resets.complete(FlowHandle.of(token), ResetFixture.NEW)).isEqualTo(Refused.of(Refusal.GONE));
            assertThat(resets.complete(begun, ResetFixture.NEW)).isInstanceOf(Refused.class);
        }

        @Test
        @Tag("V-BIND-6")
        @DisplayName(
                "V-BIND-6: a code that activates a method, and the undo link of its notice, do not reset a password")
        void token_ofARegistration_resetsNothing() {
            FlowHandle handle = host.opened(MethodKind.EMAIL_CODE);
            host.registration.enrol(handle, MethodKind.SMS_CODE, "+31612345678");
            Secret code = host.codeTo("+31612345678");
            assertOpensNothing(code);
            host.confirm(handle, code);

            assertOpensNothing(code);
            assertOpensNothing(host.undo());
        }

        @Test
        @Tag("V-BIND-6")
        @DisplayName("V-BIND-6: the code and the link of an old reset, or of another user's, do not serve a new one")
        void token_ofAnOldResetOrAnotherUsers_resetsNothing() {
            fixture.started(reset, "alice");
            Secret oldCode = fixture.codeTo(ResetFixture.MAIL);
            Secret oldLink = fixture.linkTo(ResetFixture.MAIL);
            fixture.started(reset, "mallory");
            fixture.clock.advance(Duration.ofMinutes(16));
            FlowHandle next = fixture.started(reset, "alice");

            for (Secret code : List.of(oldCode, fixture.codeTo(HERS))) {
                assertThat(reset.answer(next, code)).isInstanceOf(AnswerResult.NotProven.class);
            }
            for (Secret link : List.of(oldLink, fixture.linkTo(HERS))) {
                assertThat(reset.answerLink(next, link)).isEqualTo(Refused.of(Refusal.GONE));
                assertThat(reset.continueHere(link)).isInstanceOf(Refused.class);
            }
            assertThat(reset.status(next)).isEqualTo(FlowStatus.WAITING_FOR_PROOF);
            assertAliceKeepsHerPassword();
        }

        @Test
        @Tag("R-TOK-11")
        @DisplayName(
                "R-TOK-11: the handle of a signed-in registration proves no reset, and a reset's handle opens no info")
        void handle_ofOneFlow_isNoSessionForAnother() {
            FlowHandle signedIn = host.opened(MethodKind.EMAIL_CODE);
            FlowHandle begun = host.reset("alice");
            resets.answer(begun, host.resetCodeTo(ADDRESS));
            assertThat(resets.status(begun)).isEqualTo(FlowStatus.PROVEN);

            assertThat(resets.status(signedIn)).isEqualTo(FlowStatus.UNKNOWN);
            assertThat(resets.complete(signedIn, ResetFixture.NEW)).isEqualTo(Refused.of(Refusal.GONE));
            assertThat(host.registration.list(begun)).isEmpty();
            assertThat(host.registration.list(signedIn)).isPresent();
            assertThat(host.registration.enrol(begun, MethodKind.APP_CODE)).isInstanceOf(Refused.class);
            assertThat(host.registration.remove(begun, "m1")).isInstanceOf(Refused.class);
        }
    }

    /** The verifier says one of its results, whatever was typed. */
    @ParameterizedTest
    @EnumSource(MfaVerifier.Result.class)
    @Tag("V-BIND-9")
    @DisplayName("V-BIND-9: of all results of a verifier, PASSED alone proves; none is left undecided and passes")
    void result_otherThanPassed_provesNothing(MfaVerifier.Result result) {
        ResetFixture own = new ResetFixture().withAlice();
        own.verifierPlug = inner ->
                ObservedCall.by(call -> call.is("MfaVerifier.check") ? result : call.go(), MfaVerifier.class, inner);
        ResetFlow there = own.reset();
        FlowHandle handle = own.started(there, "alice");

        AnswerResult answer = there.answer(handle, Secret.of("AAAAAAAAAA"));
        CompleteResult completed = there.complete(handle, ResetFixture.NEW);

        boolean right = result == MfaVerifier.Result.PASSED;
        assertThat(answer.equals(new AnswerResult.Proven())).isEqualTo(right);
        assertThat(completed instanceof CompleteResult.Done).isEqualTo(right);
        assertThat(own.users.signsIn(ResetFixture.ALICE, ResetFixture.OLD) == SignIn.SIGNED_IN)
                .isEqualTo(!right);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "AAAAAAAAAA", "0000000000", "null"})
    @Tag("V-BIND-10")
    @DisplayName("V-BIND-10: an account without any address proves nothing, and its password is not set")
    void account_withoutAnAddress_provesNothing(String typed) {
        fixture.with("bare", AccountStatus.ACTIVE, Account.Privilege.ORDINARY);
        FlowHandle handle = fixture.started(reset, "bare");
        asked.clear();

        assertThat(reset.answer(handle, Secret.of(typed))).isEqualTo(new AnswerResult.NotProven(4));
        reset.choose(handle, MethodKind.EMAIL_CODE);
        fixture.executor.runAll();
        assertThat(reset.answer(handle, Secret.of(typed))).isInstanceOf(AnswerResult.NotProven.class);
        assertThat(reset.complete(handle, ResetFixture.NEW)).isEqualTo(Refused.of(Refusal.NOT_NOW));
        assertThat(asked).doesNotContain("UserStore.setPassword");
        assertThat(fixture.users.signsIn(new LoginName("bare"), ResetFixture.OLD))
                .isEqualTo(SignIn.SIGNED_IN);
    }
}
