package dev.sspr.explore;

import static dev.sspr.internal.verification.ExploreBroken.unless;

import dev.sspr.Sspr;
import dev.sspr.admin.HelpDeskRequest;
import dev.sspr.flow.HelpDeskResult;
import dev.sspr.policy.MethodPolicy.AccessPassUse;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/** What the help desk does, and somebody who says to be one. */
final class HelpDeskActions {
    static final HelpDeskRequest HELP = new HelpDeskRequest(ExploredWorld.DORA, ExploredWorld.ALICE, "on the phone");
    private static final HelpDeskRequest FALSE =
            new HelpDeskRequest(ExploredUserStore.MALLORY, ExploredWorld.ALICE, "on the phone");
    private static final Duration PASS_LIFE = Duration.ofMinutes(60);

    private final ExploredHost exploredHost;
    private final List<Action> all = new ArrayList<>();

    private HelpDeskActions(ExploredHost exploredHost) {
        this.exploredHost = exploredHost;
    }

    static List<Action> of(ExploredHost exploredHost) {
        HelpDeskActions helpDeskActions = new HelpDeskActions(exploredHost);
        helpDeskActions.collect();
        return helpDeskActions.all;
    }

    private void collect() {
        add(BoundedAction.DESK_PASS, HelpDeskActions::issues);
        add(BoundedAction.DESK_WITHDRAW, HelpDeskActions::withdraws);
        add(BoundedAction.DESK_RESET, (on, node) -> node.helpDesk().startReset(HELP));
        add(BoundedAction.DESK_REQUIRE, ending((node, help) -> node.helpDesk().requireRegistration(help)));
        add(BoundedAction.DESK_UNBLOCK, HelpDeskActions::unblocks);
        add(BoundedAction.DESK_UNLOCK, (on, node) -> node.helpDesk().unlock(HELP));
        add(BoundedAction.DESK_CLEAR, (on, node) -> node.helpDesk().clearLockout(HELP));
        add(BoundedAction.DESK_OFF, ending((node, help) -> node.helpDesk().disableSelfService(help)));
        add(BoundedAction.DESK_ON, (on, node) -> node.helpDesk().enableSelfService(HELP));
        exploredHost.info().methods().stream()
                .filter(method -> !method.kind().equals(MethodKind.ACCESS_PASS))
                .forEach(method -> add(
                        BoundedAction.DESK_REMOVE, (on, node) -> node.helpDesk().removeMethod(HELP, method.id())));
        if (exploredHost.explorationRun.may(BoundedAction.ATTACKER_HELPS, exploredHost.exploredWorld)) {
            all.add(new Action(
                    "ATTACKER at the help desk",
                    Actor.ATTACKER,
                    CallKind.DESK,
                    Optional.empty(),
                    Optional.of(BoundedAction.ATTACKER_HELPS),
                    HelpDeskActions::pretends));
        }
    }

    private void add(BoundedAction boundedAction, BiConsumer<ExploredHost, Sspr> body) {
        if (exploredHost.explorationRun.may(boundedAction, exploredHost.exploredWorld)) {
            all.add(Action.of(boundedAction, Actor.DESK, CallKind.DESK, body));
        }
    }

    static void issues(ExploredHost on, Sspr node) {
        HelpDeskResult<Secret> result =
                node.helpDesk().issuePass(HELP, on.exploredWorld.now(), PASS_LIFE, AccessPassUse.ONCE);
        if (result instanceof HelpDeskResult.Done<Secret> done) {
            on.exploredWorld.pass = Optional.of(
                    new ExploredWorld.Pass(done.answer(), on.exploredWorld.now().plus(PASS_LIFE), false, false));
        }
    }

    private static void withdraws(ExploredHost on, Sspr node) {
        if (node.helpDesk().withdrawPass(HELP) instanceof HelpDeskResult.Done) {
            on.exploredWorld.pass =
                    on.exploredWorld.pass.map(one -> new ExploredWorld.Pass(one.text(), one.until(), one.used(), true));
        }
    }

    private static void unblocks(ExploredHost on, Sspr node) {
        if (node.helpDesk().unblock(HELP, "alice") instanceof HelpDeskResult.Done) {}
    }

    /** What was begun before goes on no more, once it is done (R-SESS-4). */
    private static BiConsumer<ExploredHost, Sspr> ending(BiFunction<Sspr, HelpDeskRequest, HelpDeskResult<?>> deed) {
        return (on, node) -> {
            if (deed.apply(node, HELP) instanceof HelpDeskResult.Done) {
                on.exploredWorld.ends++;
            }
        };
    }

    private static void pretends(ExploredHost on, Sspr node) {
        boolean done = node.helpDesk().disableSelfService(FALSE) instanceof HelpDeskResult.Done;
        unless(!done, "R-ADM-2", "somebody without the right does something at the help desk");
    }
}
