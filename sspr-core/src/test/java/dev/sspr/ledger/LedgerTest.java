package dev.sspr.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.Sspr;
import dev.sspr.admin.HelpDeskRequest;
import dev.sspr.change.ChangeRequest;
import dev.sspr.fixture.NodeFixture;
import dev.sspr.flow.ChangeStartResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.StartResult;
import dev.sspr.lockout.SmartLockout;
import dev.sspr.policy.RecoveryPolicy;
import dev.sspr.policy.RegistrationPolicy;
import dev.sspr.policy.SsprPolicy;
import dev.sspr.spi.AdminAction;
import dev.sspr.spi.AuditEvent;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.Secret;
import dev.sspr.spi.memory.InMemoryAdminAuthorizer;
import dev.sspr.spi.memory.InMemoryMethodStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every call of every flow, with how often it changed a stored flow and which events it caused. */
class LedgerTest {
    private static final FlowContext HERE = FlowContext.of(Locale.ENGLISH);
    private static final Secret WRONG = Secret.of("ABCDEFGHJK");

    private final NodeFixture host = new NodeFixture();
    private final List<String> ledger = new ArrayList<>();
    private final List<String> stored = new ArrayList<>();
    private final Sspr sspr = host.node(
            SsprPolicy.standard().registration(it -> it.storeDestinations(RegistrationPolicy.StoreDestinations.COUNT)),
            builder -> builder.methodStore(new InMemoryMethodStore())
                    .unlocker(host.users)
                    .recovery(RecoveryPolicy.careful())
                    .adminAuthorizer(new InMemoryAdminAuthorizer().grant(NodeFixture.DORA, AdminAction.values())));

    LedgerTest() {
        host.flows.faults().beforeEachCall(operation -> {
            if (Set.of("insert", "replace").contains(operation)) {
                stored.add(operation);
            }
        });
    }

    private <T> T enters(String call, Callable<T> does) throws Exception {
        stored.clear();
        int before = host.audit.events().size();
        T result = does.call();
        List<AuditEvent> events = host.audit.events();
        String told = events.subList(before, events.size()).stream()
                .map(event -> event.type() + (event.outcome() == AuditEvent.Outcome.SUCCESS ? "" : "!"))
                .collect(Collectors.joining(" "));
        ledger.add(String.format(Locale.ROOT, "%-34s %d %s", call, stored.size(), told.isEmpty() ? "-" : told));
        return result;
    }

    private FlowHandle handle(StartResult start) {
        return ((StartResult.Started) start).handle();
    }

    private Secret code() {
        MessageContent content =
                host.notifier.lastTo(NodeFixture.MAIL).orElseThrow().content();
        return content instanceof MessageContent.UnlockCode unlock
                ? unlock.code()
                : ((MessageContent.ResetCode) content).code();
    }

    private void reset() throws Exception {
        FlowHandle none = FlowHandle.of("nothing");
        enters("reset.start malformed", () -> sspr.passwordReset().start("a\u0000", HERE));
        FlowHandle nobody =
                handle(enters("reset.start nobody", () -> sspr.passwordReset().start("nobody", HERE)));
        enters("reset.answer nobody", () -> sspr.passwordReset().answer(nobody, WRONG));
        FlowHandle handle =
                handle(enters("reset.start", () -> sspr.passwordReset().start("alice", HERE)));
        Secret code = code();
        enters("reset.resend too soon", () -> sspr.passwordReset().resend(handle));
        host.later(Duration.ofSeconds(61));
        enters("reset.resend", () -> sspr.passwordReset().resend(handle));
        enters("reset.complete too soon", () -> sspr.passwordReset().complete(handle, NodeFixture.NEW));
        enters("reset.answer wrong", () -> sspr.passwordReset().answer(handle, WRONG));
        enters("reset.answer stranger's handle", () -> sspr.passwordReset().answer(none, code));
        enters("reset.answer", () -> sspr.passwordReset().answer(handle, code));
        enters("reset.answer again", () -> sspr.passwordReset().answer(handle, code));
        enters("reset.complete weak", () -> sspr.passwordReset().complete(handle, Secret.of("a")));
        enters("reset.complete", () -> sspr.passwordReset().complete(handle, NodeFixture.NEW));
        enters("reset.complete again", () -> sspr.passwordReset().complete(handle, NodeFixture.NEW));
        host.later(Duration.ofSeconds(61));
        FlowHandle other =
                handle(enters("reset.start", () -> sspr.passwordReset().start("alice", HERE)));
        enters("reset.cancel", () -> sspr.passwordReset().cancel(other));
        enters("reset.cancel again", () -> sspr.passwordReset().cancel(other));
        for (int i = 0; i < 20; i++) {
            sspr.passwordReset().start("alice", HERE);
        }
        enters("reset.start budget", () -> sspr.passwordReset().start("alice", HERE));
        host.later(Duration.ofDays(2));
        enters("sweep", sspr::sweep);
    }

    private void unlockAndRecovery() throws Exception {
        FlowHandle handle =
                handle(enters("unlock.start", () -> sspr.accountUnlock().start("alice", HERE)));
        enters("unlock.answer", () -> sspr.accountUnlock().answer(handle, code()));
        enters("unlock.complete", () -> sspr.accountUnlock().complete(handle));
        FlowHandle lost =
                handle(enters("recovery.start", () -> sspr.accountRecovery().start("alice", HERE)));
        enters("recovery.complete too soon", () -> sspr.accountRecovery().complete(lost, NodeFixture.OLD));
        enters("recovery.cancel", () -> sspr.accountRecovery().cancel(lost));
    }

    private void changeAndHelp() throws Exception {
        ChangeRequest request = new ChangeRequest(
                NodeFixture.ALICE,
                ChangeRequest.Occasion.VOLUNTARY,
                ChangeRequest.PasswordEvidence.TYPED,
                host.now.get(),
                Set.of(),
                SmartLockout.Location.FAMILIAR,
                Optional.empty());
        FlowHandle change = ((ChangeStartResult.Started)
                        enters("change.begin", () -> sspr.passwordChange().begin(request, HERE)))
                .handle();
        enters(
                "change.complete wrong",
                () -> sspr.passwordChange().complete(change, SmartLockout.Location.FAMILIAR, WRONG, NodeFixture.OLD));
        enters(
                "change.complete",
                () -> sspr.passwordChange()
                        .complete(change, SmartLockout.Location.FAMILIAR, NodeFixture.NEW, NodeFixture.OLD));
        HelpDeskRequest help = new HelpDeskRequest(NodeFixture.DORA, NodeFixture.ALICE, "on the phone");
        enters("help.look", () -> sspr.helpDesk().inspect(help));
        enters(
                "help.look oneself",
                () -> sspr.helpDesk().inspect(new HelpDeskRequest(NodeFixture.DORA, NodeFixture.DORA, "me")));
        enters("help.startReset", () -> sspr.helpDesk().startReset(help));
        enters("help.unblock", () -> sspr.helpDesk().unblock(help));
    }

    /**
     * Columns: the call; how many writes of flows and of counts of wrong passwords it made; its events, with a mark where
     * they tell of a failure. Each write of a flow has one event, and what is done beside it (messages, sessions, locks)
     * has its own. A call that finds nothing to do, or comes at the wrong moment, tells nothing.
     */
    @Test
    void everyCall_storesAndTells_whatTheLedgerSays() throws Exception {
        reset();
        unlockAndRecovery();
        changeAndHelp();
        assertThat(String.join("\n", ledger)).isEqualTo("""
                reset.start malformed              0 START_REFUSED!
                reset.start nobody                 3 IDENTIFIED STARTED
                reset.answer nobody                1 GUESS_CHARGED NOT_PROVEN!
                reset.start                        3 IDENTIFIED CHALLENGE_SENT STARTED
                reset.resend too soon              0 -
                reset.resend                       3 METHOD_CHOSEN CHALLENGE_SENT
                reset.complete too soon            0 -
                reset.answer wrong                 1 GUESS_CHARGED NOT_PROVEN!
                reset.answer stranger's handle     0 -
                reset.answer                       2 GUESS_CHARGED PROVEN
                reset.answer again                 0 -
                reset.complete weak                0 PASSWORD_REFUSED!
                reset.complete                     3 COMMITTING SESSIONS_REVOKED PASSWORD_SET NOTIFIED COMPLETED
                reset.complete again               0 -
                reset.start                        3 IDENTIFIED CHALLENGE_SENT STARTED
                reset.cancel                       1 CANCELLED!
                reset.cancel again                 0 -
                reset.start budget                 0 START_REFUSED!
                sweep                              0 -
                unlock.start                       3 IDENTIFIED CHALLENGE_SENT STARTED
                unlock.answer                      2 GUESS_CHARGED PROVEN
                unlock.complete                    0 ACCOUNT_UNLOCKED!
                recovery.start                     3 IDENTIFIED NOTIFIED STARTED
                recovery.complete too soon         0 -
                recovery.cancel                    1 CANCELLED!
                change.begin                       1 STARTED
                change.complete wrong              3 CURRENT_PASSWORD_CHECKED!
                change.complete                    5 CURRENT_PASSWORD_CHECKED COMMITTING SESSIONS_REVOKED PASSWORD_SET NOTIFIED COMPLETED
                help.look                          0 HELP_DESK_ACTED
                help.look oneself                  0 HELP_DESK_REFUSED!
                help.startReset                    5 CHALLENGE_SENT STARTED_FOR HELP_DESK_ACTED NOTIFIED
                help.unblock                       2 HELP_DESK_ACTED NOTIFIED""");
    }
}
