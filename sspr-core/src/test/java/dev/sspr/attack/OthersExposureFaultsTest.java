package dev.sspr.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.HelpDeskFixture;
import dev.sspr.fixture.NodeFixture;
import dev.sspr.fixture.RegistrationFixture;
import dev.sspr.fixture.RevealedFields;
import dev.sspr.flow.EnrolResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.StartResult;
import dev.sspr.policy.MethodPolicy.AccessPassUse;
import dev.sspr.policy.QuestionRules;
import dev.sspr.policy.SsprPolicy;
import dev.sspr.reset.PasswordReset;
import dev.sspr.spi.Channel;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Prompt;
import dev.sspr.spi.Response;
import dev.sspr.spi.Response.Chosen.Choice;
import dev.sspr.spi.Secret;
import dev.sspr.spi.memory.SignIn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Secrets that other products showed to the wrong reader, sent to the wrong place or made easy to foresee. */
class OthersExposureFaultsTest {
    private static final FlowContext HERE = FlowContext.of(Locale.ENGLISH);

    private static String text(Secret secret) {
        return secret.exposeTo(String::new);
    }

    @Test
    @Tag("V-LEAK-2")
    @Tag("V-LEAK-9")
    @DisplayName("V-LEAK-2, V-LEAK-9: the caller who asks for a reset is shown no code and no link")
    void caller_whoAsksForAReset_seesNoTokenOfIt() {
        NodeFixture host = new NodeFixture();
        PasswordReset reset = host.node().passwordReset();
        StartResult.Started started = (StartResult.Started) reset.start("alice", HERE);
        FlowHandle handle = started.handle();
        List<Object> shown = new ArrayList<>(List.of(started));
        shown.add(reset.answer(handle, Secret.of("wrong")));
        shown.add(reset.choose(handle, MethodKind.EMAIL_CODE));
        host.later(Duration.ofSeconds(61));
        shown.add(reset.resend(handle));
        shown.add(reset.resume(handle));
        shown.add(reset.prompt(handle));
        shown.add(reset.status(handle));
        shown.add(reset.complete(handle, NodeFixture.NEW));
        String all = RevealedFields.contentOf(shown);
        MessageContent.ResetCode mail = (MessageContent.ResetCode)
                host.notifier.lastTo(NodeFixture.MAIL).orElseThrow().content();

        assertThat(all).contains(handle.expose()).doesNotContain(text(mail.code()));
        for (Secret link : List.of(mail.link().orElseThrow(), mail.cancel().orElseThrow())) {
            // the first 22 characters name the flow, and the handle has them too
            assertThat(all).doesNotContain(text(NodeFixture.token(link)).substring(22));
        }
    }

    @Test
    @Tag("V-FLOOD-3")
    @DisplayName("V-FLOOD-3: a number that an anonymous caller types gets no text")
    void number_typedByAnAnonymousCaller_getsNoText() {
        RegistrationFixture host = new RegistrationFixture();
        host.withAddress(host.opened(), MethodKind.SMS_CODE, "+31612345678");
        host.notifier.clear();
        for (int i = 10; i < 60; i++) {
            if (host.sspr.passwordReset().start("+316123456" + i, HERE) instanceof StartResult.Started started) {
                host.sspr.passwordReset().choose(started.handle(), MethodKind.SMS_CODE);
                host.sspr.passwordReset().resend(started.handle());
            }
            host.advance(Duration.ofMinutes(2));
        }

        assertThat(host.notifier.messages()).noneMatch(message -> message.to().channel() != Channel.EMAIL);
    }

    @Test
    @Tag("V-SQ-2")
    @Tag("V-SQ-3")
    @Tag("R-SQ-6")
    @DisplayName("V-SQ-2, V-SQ-3: no view, no store, no event and no order of a list shows an answer")
    void answers_registered_areShownNowhere() {
        RegistrationFixture host = new RegistrationFixture(SsprPolicy.entra()
                .reset(it -> it.proofs(2))
                .methods(it -> it.questions(new QuestionRules(3, 3, List.of()))));
        FlowHandle open = host.opened();
        host.withAddress(open, MethodKind.EMAIL_CODE, "alice@example.net");
        Prompt asked = ((EnrolResult.Show) host.registration.enrol(open, MethodKind.QUESTIONS))
                .prompt()
                .orElseThrow();
        List<Choice> choices = new ArrayList<>();
        ((Prompt.Questions) asked)
                .questions()
                .subList(0, 3)
                .forEach(one -> choices.add(new Choice(one.id(), Secret.of("zebrafinch " + choices.size()))));
        Response.Chosen chosen = new Response.Chosen(choices);
        List<Object> shown = new ArrayList<>(List.of(host.registration.confirm(open, chosen)));
        shown.add(host.registration.list(open));
        shown.add(host.registration.status(RegistrationFixture.ALICE));
        shown.add(host.registration.adviceAfterSignIn(RegistrationFixture.ALICE));
        shown.add(host.sspr.helpDesk().inspect(host.help(RegistrationFixture.ALICE)));
        FlowHandle reset = host.reset("alice");
        host.sspr.passwordReset().choose(reset, MethodKind.EMAIL_CODE);
        shown.add(host.sspr.passwordReset().answer(reset, host.resetCodeTo("alice@example.net")));
        shown.add(host.sspr.passwordReset().choose(reset, MethodKind.QUESTIONS));
        Optional<Prompt> prompt = host.sspr.passwordReset().prompt(reset);
        shown.add(prompt);
        shown.add(host.sspr.passwordReset().resume(reset));
        shown.add(host.methods.find(RegistrationFixture.ALICE));
        shown.add(host.audit.events());
        shown.add(host.notifier.messages());

        assertThat(prompt).containsInstanceOf(Prompt.Questions.class);
        assertThat(RevealedFields.contentOf(chosen)).as("the search finds one").contains("zebrafinch");
        assertThat(RevealedFields.contentOf(shown)).doesNotContainIgnoringCase("zebrafinch");
        assertThat(RevealedFields.printedBy(chosen))
                .as("a page that prints the response")
                .doesNotContain("zebrafinch");
    }

    @Test
    @Tag("V-TEMP-1")
    @Tag("V-TEMP-2")
    @DisplayName("V-TEMP-1, V-TEMP-2: a reset by the help desk sets no password, and an access pass is none")
    void reset_byTheHelpDesk_setsNoPassword() {
        HelpDeskFixture host = new HelpDeskFixture();
        LoginName anna = new LoginName("anna");
        Secret old = Secret.of("the old password of all");
        Set<Secret> passes = new HashSet<>();
        host.desk.startReset(HelpDeskFixture.help());
        host.desk.unblock(HelpDeskFixture.help());
        for (int i = 0; i < 20; i++) {
            Secret pass = HelpDeskFixture.answer(
                    host.desk.issuePass(HelpDeskFixture.help(), host.now, Duration.ofHours(1), AccessPassUse.ONCE));
            passes.add(pass);
            assertThat(host.users.signsIn(anna, pass))
                    .as("the pass as a password")
                    .isNotEqualTo(SignIn.SIGNED_IN);
        }

        assertThat(host.users.signsIn(anna, old)).as("the password of before").isEqualTo(SignIn.SIGNED_IN);
        assertThat(passes).hasSize(20);
        assertThat(passes.stream().map(pass -> text(pass).substring(0, 4))).doesNotHaveDuplicates();
    }
}
