package dev.sspr.register;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.Sspr;
import dev.sspr.fixture.RegistrationFixture;
import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.BeginResult;
import dev.sspr.flow.ChangeResult;
import dev.sspr.flow.ConfirmResult;
import dev.sspr.flow.EnrolResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.flow.RegisteredMethodView;
import dev.sspr.flow.StartResult;
import dev.sspr.policy.QuestionRules;
import dev.sspr.policy.RegistrationPolicy;
import dev.sspr.policy.SsprPolicy;
import dev.sspr.reset.PasswordReset;
import dev.sspr.spi.Account;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Prompt;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Response;
import dev.sspr.spi.Response.Chosen.Choice;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A registered set of questions: whole, of ordinary accounts, and as large as the policy asks for now. */
class QuestionSetTest {
    private static final String MAIL = "alice@example.net";

    private static SsprPolicy policy(int register, int reset, int proofs) {
        return SsprPolicy.entra()
                .reset(it -> it.proofs(proofs))
                .registration(it -> it.storeDestinations(RegistrationPolicy.StoreDestinations.AFTER_REGISTRATION))
                .methods(it -> it.questions(new QuestionRules(register, reset, List.of())));
    }

    private final RegistrationFixture registrationFixture = new RegistrationFixture(policy(3, 3, 2));
    private final FlowHandle open = registrationFixture.opened();

    private RegisteredMethodView registered() {
        return registered(open);
    }

    private RegisteredMethodView registered(FlowHandle open) {
        registrationFixture.withAddress(open, MethodKind.EMAIL_CODE, MAIL);
        Prompt prompt = ((EnrolResult.Show) registrationFixture.registration.enrol(open, MethodKind.QUESTIONS))
                .prompt()
                .orElseThrow();
        List<Choice> choices = new ArrayList<>();
        ((Prompt.Questions) prompt)
                .questions()
                .subList(0, 3)
                .forEach(one -> choices.add(new Choice(one.id(), Secret.of("quite unusual " + choices.size()))));
        ConfirmResult done = registrationFixture.registration.confirm(open, new Response.Chosen(choices));
        return ((ConfirmResult.Registered) done).method();
    }

    private AnswerResult afterMail(Sspr sspr) {
        registrationFixture.advance(Duration.ofDays(1));
        PasswordReset reset = sspr.passwordReset();
        FlowHandle flow = ((StartResult.Started) reset.start("alice", FlowContext.of(Locale.ENGLISH))).handle();
        reset.choose(flow, MethodKind.EMAIL_CODE);
        return reset.answer(flow, registrationFixture.resetCodeTo(MAIL));
    }

    private void assertNotPossible(Sspr sspr, String name) {
        registrationFixture.advance(Duration.ofDays(1));
        sspr.passwordReset().start(name, FlowContext.of(Locale.ENGLISH));
        assertThat(registrationFixture
                        .notifier
                        .messages()
                        .get(registrationFixture.notifier.messages().size() - 1)
                        .content())
                .isEqualTo(new MessageContent.ResetNotPossible(MessageContent.ResetNotPossible.Reason.TOO_FEW_METHODS));
    }

    @Test
    @Tag("SQ-05")
    void questions_asManyAsAreAsked_areTheSecondProof() {
        registered();

        assertThat(afterMail(registrationFixture.sspr))
                .isInstanceOfSatisfying(
                        AnswerResult.MoreNeeded.class,
                        more -> assertThat(more.offers())
                                .extracting(offer -> offer.kind())
                                .contains(MethodKind.QUESTIONS));
    }

    @Test
    @Tag("SQ-04")
    void questions_fewerThanAreAskedNow_mustBeRegisteredAnew() {
        RegisteredMethodView set = registered();
        Sspr stricter = registrationFixture.over(policy(5, 4, 2));
        registrationFixture.advance(Duration.ofDays(1));

        FlowHandle again = ((BeginResult.Started) stricter.registration()
                        .begin(registrationFixture.signIn(MethodKind.EMAIL_CODE), FlowContext.of(Locale.ENGLISH)))
                .handle();
        assertThat(stricter.registration().list(again).orElseThrow().methods())
                .filteredOn(one -> one.id().equals(set.id()))
                .extracting(RegisteredMethodView::state)
                .containsExactly(RegisteredMethodView.State.DISABLED);
        assertThat(stricter.registration().remove(again, set.id())).isInstanceOf(ChangeResult.Changed.class);
        assertThat(stricter.registration().enrol(again, MethodKind.QUESTIONS)).isInstanceOf(EnrolResult.Show.class);
        assertNotPossible(stricter, "alice");
    }

    @Test
    @Tag("ADM-04")
    @Tag("SQ-15")
    void questions_ofAPrivilegedAccount_proveNothing() {
        registrationFixture.add("boss", Account.Privilege.PRIVILEGED, RegistrationFixture.GIVEN);
        registered(registrationFixture.opened(new UserId("u-boss")));

        assertNotPossible(registrationFixture.sspr, "boss");
    }

    @Test
    @Tag("SQ-16")
    void questions_asASet_areRemovedWhole() {
        RegisteredMethodView set = registered();
        registrationFixture.withAddress(open, MethodKind.SMS_CODE, "+31612345678");

        assertThat(registrationFixture.registration.enrol(open, MethodKind.QUESTIONS))
                .isEqualTo(Refused.of(Purpose.REGISTER, Refusal.LIMIT_REACHED));
        assertThat(registrationFixture.registration.remove(open, set.id())).isInstanceOf(ChangeResult.Changed.class);
        assertThat(registrationFixture.registration.list(open).orElseThrow().methods())
                .extracting(RegisteredMethodView::kind)
                .containsExactly(MethodKind.EMAIL_CODE, MethodKind.SMS_CODE);
    }
}
