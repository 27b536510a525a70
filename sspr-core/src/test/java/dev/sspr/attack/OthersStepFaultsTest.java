package dev.sspr.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.AuthenticatorApp;
import dev.sspr.fixture.RegistrationFixture;
import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.FlowStatus;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.reset.PasswordReset;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import dev.sspr.spi.memory.SignIn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Steps that an attacker of another product skipped, reordered or repeated, here in every order. */
class OthersStepFaultsTest {
    private static final String MAIL = "alice@example.net";
    private static final String PHONE = "+31612345678";
    private static final Secret THIEF = Secret.of("what the thief would like to set");
    private static final int DEPTH = 3;

    /** What an attacker has. */
    private enum Has {
        NOTHING,
        MAILBOX,
        PHONE_AND_APP
    }

    /** Alice has a mailbox, a phone and an app; a reset asks for the mailbox and one of the others. */
    private static final class Alice {
        final RegistrationFixture host = new RegistrationFixture();
        final PasswordReset reset = host.sspr.passwordReset();
        final AuthenticatorApp app;
        FlowHandle handle;

        Alice() {
            FlowHandle open = host.opened();
            host.withAddress(open, MethodKind.EMAIL_CODE, MAIL);
            host.withAddress(open, MethodKind.SMS_CODE, PHONE);
            app = host.withApp(open);
            host.advance(Duration.ofDays(1));
            handle = host.reset("alice");
        }

        /** Another flow, when no limit counts the one before. */
        void again() {
            host.advance(Duration.ofDays(1));
            handle = host.reset("alice");
        }

        boolean signsIn(Secret password) {
            return host.users.signsIn(new LoginName("alice"), password) == SignIn.SIGNED_IN;
        }

        void answer(Secret code) {
            reset.answer(handle, code);
        }
    }

    /** One request that the attacker may send, right responses of what the attacker has included. */
    private interface Move {
        void make(Alice alice);
    }

    private static List<Move> moves(Has has) {
        List<Move> all = new ArrayList<>(List.of(
                alice -> alice.reset.choose(alice.handle, MethodKind.EMAIL_CODE),
                alice -> alice.reset.choose(alice.handle, MethodKind.APP_CODE),
                alice -> alice.reset.choose(alice.handle, MethodKind.SMS_CODE),
                alice -> alice.reset.resend(alice.handle),
                alice -> alice.reset.answer(alice.handle, new Response.Poll()),
                alice -> alice.reset.resume(alice.handle),
                alice -> alice.reset.complete(alice.handle, THIEF)));
        if (has == Has.MAILBOX) {
            all.add(alice -> alice.answer(alice.host.resetCodeTo(MAIL)));
        }
        if (has == Has.PHONE_AND_APP) {
            all.add(alice -> alice.answer(alice.app.code(alice.host.now)));
        }
        return all;
    }

    private static void play(Alice alice, Has has, List<Integer> order) {
        alice.again();
        List<Move> moves = moves(has);
        for (int at : order) {
            moves.get(at).make(alice);
            assertThat(alice.reset.status(alice.handle)).as("%s %s", has, order).isNotEqualTo(FlowStatus.PROVEN);
        }
        assertThat(alice.reset.complete(alice.handle, THIEF))
                .as("%s %s", has, order)
                .isEqualTo(Refused.of(Refusal.NOT_NOW));
        assertThat(alice.signsIn(THIEF)).as("%s %s", has, order).isFalse();
    }

    private static List<List<Integer>> orders(int moves) {
        List<List<Integer>> all = new ArrayList<>(List.of(List.of()));
        for (int length = 0; length < DEPTH; length++) {
            List<List<Integer>> longer = new ArrayList<>();
            for (List<Integer> order : all) {
                for (int move = 0; move < moves; move++) {
                    List<Integer> next = new ArrayList<>(order);
                    next.add(move);
                    longer.add(next);
                }
            }
            all = longer;
        }
        return all;
    }

    @ParameterizedTest
    @EnumSource(Has.class)
    @Tag("V-STEP-1")
    @DisplayName(
            "V-STEP-1: no order of choices, polls and proofs of one kind stands for the mail's code or the second proof")
    void choices_inEveryOrder_completeNoStep(Has has) {
        Alice alice = new Alice();
        for (List<Integer> order : orders(moves(has).size())) {
            play(alice, has, order);
        }
    }

    @Test
    @Tag("V-STEP-1")
    @DisplayName("V-STEP-1: the owner with both proofs does complete, so the orders above fail for want of proofs only")
    void owner_withBothProofs_completes() {
        Alice alice = new Alice();
        alice.answer(alice.host.resetCodeTo(MAIL));
        alice.reset.choose(alice.handle, MethodKind.APP_CODE);

        assertThat(alice.reset.answer(alice.handle, alice.app.code(alice.host.now)))
                .isEqualTo(new AnswerResult.Proven());
        assertThat(alice.reset.complete(alice.handle, THIEF)).isInstanceOf(CompleteResult.Done.class);
    }

    @Test
    @Tag("V-STEP-1")
    @DisplayName("V-STEP-1: a method chosen again after its proof is no second proof")
    void method_chosenAgain_isNoSecondProof() {
        Alice alice = new Alice();
        Secret code = alice.host.resetCodeTo(MAIL);
        alice.answer(code);

        assertThat(alice.reset.choose(alice.handle, MethodKind.EMAIL_CODE)).isInstanceOf(Refused.class);
        alice.reset.choose(alice.handle, MethodKind.APP_CODE);
        assertThat(alice.reset.answer(alice.handle, code)).isNotInstanceOf(AnswerResult.Proven.class);
        assertThat(alice.reset.complete(alice.handle, THIEF)).isEqualTo(Refused.of(Refusal.NOT_NOW));
    }
}
