package dev.sspr.admin;

import static dev.sspr.fixture.HelpDeskFixture.ANNA;
import static dev.sspr.fixture.HelpDeskFixture.MAIL;
import static dev.sspr.fixture.HelpDeskFixture.PHONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sspr.fixture.HelpDeskFixture;
import dev.sspr.flow.AccessPassResult;
import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.FlowStatus;
import dev.sspr.flow.HelpDeskResult;
import dev.sspr.flow.HelpDeskResult.Done;
import dev.sspr.flow.LinkView;
import dev.sspr.flow.OpenFlow;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.flow.RegisteredMethodView;
import dev.sspr.flow.StartResult;
import dev.sspr.policy.MethodPolicy.AccessPassUse;
import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.AdminAction;
import dev.sspr.spi.AuditEvent;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Message;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each operation does. */
class HelpDeskTest {
    private static final Secret NEW = Secret.of("a quite different sentence");

    private final HelpDeskFixture host = new HelpDeskFixture();
    private final HelpDeskRequest help = HelpDeskFixture.help();

    private static <T> HelpDeskResult<T> refused(Refusal reason) {
        return new HelpDeskResult.Refused<>(reason);
    }

    private AccountView look() {
        return HelpDeskFixture.answer(host.desk.inspect(help));
    }

    private MessageContent.ResetCode mailed() {
        List<Message> mails = host.notifier.messages().stream()
                .filter(message -> message.content() instanceof MessageContent.ResetCode)
                .toList();
        return (MessageContent.ResetCode) mails.get(mails.size() - 1).content();
    }

    private Secret link() {
        String url = mailed().link().orElseThrow().exposeTo(String::new);
        return Secret.of(url.substring(url.indexOf('=') + 1));
    }

    @ParameterizedTest
    @EnumSource(
            value = AdminAction.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"LOOK", "REMOVE_METHOD", "UNLOCK"})
    @Tag("R-ADM-5")
    void operation_thatWasDone_isToldEverywhereOnceAndAuditedOnce(AdminAction action) {
        host.waits();

        HelpDeskResult<?> result = Operations.run(action, host, help);

        assertThat(result)
                .isInstanceOfSatisfying(
                        Done.class, done -> assertThat(done.told()).isEqualTo(2));
        assertThat(host.told(action)).extracting(Message::to).containsExactly(MAIL, PHONE);
        assertThat(host.events(AuditType.HELP_DESK_REFUSED)).isEmpty();
        assertThat(host.events(AuditType.HELP_DESK_ACTED)).singleElement().satisfies(event -> {
            assertThat(event.user()).contains(ANNA);
            assertThat(event.purpose()).isEqualTo(Purpose.HELP_DESK);
            assertThat(event.attributes())
                    .containsEntry("action", action.name())
                    .containsEntry("actor", "u-dora")
                    .containsEntry("reason", "asked on the phone");
        });
    }

    @Test
    void look_isAuditedAndTellsNobody() {
        assertThat(host.desk.inspect(help)).isInstanceOf(Done.class);

        assertThat(host.notifier.messages()).isEmpty();
        assertThat(host.events(AuditType.HELP_DESK_ACTED)).hasSize(1);
    }

    @Test
    @Tag("R-LOG-5")
    void look_showsWhereThePersonStands() {
        host.desk.assignToken(help, Operations.token());
        host.reset();

        AccountView view = look();

        assertThat(view.status()).isEqualTo(AccountStatus.ACTIVE);
        assertThat(view.addresses()).containsExactly("a•••@e•••.org", "+•••••••78");
        assertThat(view.methods()).singleElement().satisfies(method -> {
            assertThat(method.kind()).isEqualTo(MethodKind.OATH_TOKEN);
            assertThat(method.state()).isEqualTo(RegisteredMethodView.State.PRE_PROVISIONED);
        });
        assertThat(view.flows())
                .extracting(OpenFlow::purpose, OpenFlow::status)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Purpose.RESET, FlowStatus.WAITING_FOR_PROOF));
        assertThat(view.throttles()).isEmpty();
        assertThat(view.recent())
                .first()
                .satisfies(latest -> assertThat(latest.type()).isEqualTo(AuditType.CHALLENGE_SENT));
    }

    @Test
    @Tag("R-ADM-4")
    @Tag("TAP-04")
    void pass_issued_signsInOnce_andTheNextVoidsIt() {
        Secret first = pass();
        Secret second = pass();

        assertThat(host.sspr.registration().usePass(ANNA, first)).isEqualTo(AccessPassResult.REFUSED);
        assertThat(host.sspr.registration().usePass(ANNA, second)).isEqualTo(AccessPassResult.ACCEPTED);
        assertThat(host.sspr.registration().usePass(ANNA, second)).isEqualTo(AccessPassResult.REFUSED);
    }

    private Secret pass() {
        return HelpDeskFixture.answer(host.desk.issuePass(help, host.now, Duration.ofHours(1), AccessPassUse.ONCE));
    }

    @Test
    void pass_thatWouldLastTooLong_isAMistakeAndAuditedOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> host.desk.issuePass(help, host.now, Duration.ofDays(40), AccessPassUse.ONCE));

        assertThat(host.audit.events()).extracting(AuditEvent::type).containsExactly(AuditType.HELP_DESK_REFUSED);
    }

    @ParameterizedTest
    @EnumSource(
            value = AccountStatus.class,
            names = {"DISABLED", "EXPIRED", "UNKNOWN"})
    void pass_forAnAccountThatIsOff_isRefused(AccountStatus status) {
        host.users.setStatus(ANNA, status);

        assertThat(List.of(
                        host.desk.issuePass(help, host.now, Duration.ofHours(1), AccessPassUse.ONCE),
                        host.desk.startReset(help)))
                .containsOnly(refused(Refusal.ACCOUNT_NOT_USABLE));
    }

    @Test
    @Tag("R-ADM-1")
    void reset_startedOnBehalf_isFinishedByThePersonAlone() {
        Done<?> done = (Done<?>) host.desk.startReset(help);
        assertThat(done.answer()).isEqualTo(host.now.minusMillis(300).plus(Duration.ofMinutes(15)));
        assertThat(host.events(AuditType.STARTED_FOR)).hasSize(1);
        assertThat(host.sspr.passwordReset().open(link(), Optional.empty())).isEqualTo(LinkView.ELSEWHERE);

        AnswerResult moved = host.sspr.passwordReset().continueHere(link());

        FlowHandle handle = ((AnswerResult.Moved) moved).handle();
        assertThat(host.sspr.passwordReset().complete(handle, NEW)).isInstanceOf(CompleteResult.Done.class);
    }

    @Test
    @Tag("R-ADM-1")
    void reset_startedOnBehalf_asksForTheSameProofs() {
        host.add("boss", AccountStatus.ACTIVE, Account.Privilege.PRIVILEGED, HelpDeskFixture.mail("boss"), PHONE);
        host.desk.startReset(HelpDeskFixture.of("dora", "boss"));

        AnswerResult.Moved moved =
                (AnswerResult.Moved) host.sspr.passwordReset().continueHere(link());

        assertThat(moved.then()).isInstanceOf(AnswerResult.MoreNeeded.class);
        assertThat(host.sspr.passwordReset().complete(moved.handle(), NEW)).isInstanceOf(Refused.class);
    }

    @Test
    void reset_ofSomebodyWithoutAMailbox_cannotBeStarted() {
        host.users.setDestinations(ANNA, List.of(PHONE));

        assertThat(host.desk.startReset(help)).isEqualTo(refused(Refusal.NOT_REACHABLE));
        assertThat(host.notifier.messages()).isEmpty();
    }

    @Test
    void method_unknown_isNoMethod() {
        assertThat(host.desk.removeMethod(help, "nothing")).isEqualTo(refused(Refusal.UNKNOWN_METHOD));
        assertThat(host.events(AuditType.HELP_DESK_REFUSED)).hasSize(1);
    }

    @Test
    void method_removed_isGoneAndTold() {
        host.desk.assignToken(help, Operations.token());
        String id = look().methods().get(0).id();

        assertThat(host.desk.removeMethod(help, id)).isInstanceOf(Done.class);

        assertThat(look().methods()).isEmpty();
        assertThat(host.told(AdminAction.REMOVE_METHOD)).hasSize(2);
        assertThat(host.desk.assignToken(HelpDeskFixture.help(), Operations.token()))
                .isInstanceOf(Done.class);
    }

    @Test
    @Tag("R-RATE-2")
    void guesses_usedUp_areSeenAndUnblocked() {
        host.desk.unblock(help, "anna");
        for (int round = 0; round < 3; round++) {
            FlowHandle handle = host.reset();
            host.sspr.passwordReset().choose(handle, MethodKind.EMAIL_CODE);
            for (int i = 0; i < 5; i++) {
                host.sspr.passwordReset().answer(handle, Secret.of("AAAAAAAAAA"));
            }
        }
        assertThat(look().throttles())
                .contains(new AccountView.Throttle(
                        AccountView.Throttle.Limit.GUESSES_TODAY, Optional.of(MethodKind.EMAIL_CODE)));

        assertThat(host.desk.unblock(help)).isInstanceOf(Done.class);

        assertThat(look().throttles()).isEmpty();
        FlowHandle handle = host.reset();
        host.sspr.passwordReset().choose(handle, MethodKind.EMAIL_CODE);
        assertThat(host.sspr.passwordReset().answer(handle, mailed().code())).isInstanceOf(AnswerResult.Proven.class);
    }

    @Test
    @Tag("R-ENUM-5")
    void starts_usedUp_areUnblockedForTheirOwnNameOnly() {
        for (int i = 0; i < 11; i++) {
            host.sspr.passwordReset().start("anna", FlowContext.of(Locale.ENGLISH));
        }
        assertThat(host.sspr.passwordReset().start("anna", FlowContext.of(Locale.ENGLISH)))
                .isInstanceOf(Refused.class);
        assertThat(host.desk.unblock(help, "dora")).isEqualTo(refused(Refusal.NOT_THEIR_NAME));
        assertThat(host.desk.unblock(help, "")).isEqualTo(refused(Refusal.NOT_THEIR_NAME));

        assertThat(host.desk.unblock(help, "Anna")).isInstanceOf(Done.class);

        assertThat(host.sspr.passwordReset().start("anna", FlowContext.of(Locale.ENGLISH)))
                .isInstanceOf(StartResult.Started.class);
    }

    @Test
    @Tag("R-SESS-4")
    void selfService_turnedOff_endsOpenFlowsAndLetsNoneBegin() {
        FlowHandle open = host.reset();
        host.sspr.passwordReset().choose(open, MethodKind.EMAIL_CODE);
        Secret code = mailed().code();
        FlowHandle proven = host.reset();
        host.sspr.passwordReset().choose(proven, MethodKind.EMAIL_CODE);
        host.sspr.passwordReset().answer(proven, mailed().code());

        host.desk.disableSelfService(help);

        assertThat(host.sspr.passwordReset().answer(open, code)).isInstanceOf(Refused.class);
        assertThat(host.sspr.passwordReset().complete(proven, NEW)).isInstanceOf(Refused.class);
        assertThat(look().flows()).isEmpty();
        assertThat(look().selfServiceOff()).contains(host.now);
        assertThat(host.sspr.registration().status(ANNA).enabled()).isFalse();
        assertThat(host.desk.startReset(help)).isEqualTo(refused(Refusal.NOT_REACHABLE));
        host.notifier.clear();
        host.reset();
        assertThat(host.notifier.messages())
                .extracting(message -> message.content().template())
                .containsExactly("reset.not-possible");

        host.desk.enableSelfService(help);
        host.notifier.clear();
        host.sspr.passwordReset().choose(host.reset(), MethodKind.EMAIL_CODE);
        assertThat(mailed().code()).isNotNull();
        assertThat(look().selfServiceOff()).isEmpty();
    }

    @Test
    @Tag("NOT-02")
    void administrator_helped_isHelpedByAnotherOnly() {
        host.add("eva", AccountStatus.ACTIVE, Account.Privilege.PRIVILEGED, HelpDeskFixture.mail("eva"));

        assertThat(host.desk.disableSelfService(HelpDeskFixture.of("dora", "eva")))
                .isInstanceOf(Done.class);
        assertThat(host.desk.inspect(HelpDeskFixture.of("dora", "dora"))).isEqualTo(refused(Refusal.SELF));
    }
}
