package dev.sspr.explore;

import static dev.sspr.internal.verification.ExploreBroken.unless;

import dev.sspr.Sspr;
import dev.sspr.explore.ExploredWorld.Session;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.MethodKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * What an honest owner does who has forgotten the password, and asks the help desk where nothing else is left: from every
 * situation, once budgets are full again, a new password of their own choice signs in after at most {@link #MOST} actions.
 */
final class OwnerStrategy {
    private static final int MOST = 12;
    /** All budgets, waits and locks of the policy end within: the longest is a new method's day. */
    private static final long TWO_DAYS = 2 * 86_400;
    /** Longer than the lease of a write and the first waits between tries. */
    private static final long A_WHILE = 500;
    /** How long an action takes: longer than the pause between two messages. */
    private static final long A_MINUTE = 61;

    private final ExploredHost exploredHost;
    private final Set<String> settled = new HashSet<>();
    private final List<String> steps = new ArrayList<>();
    /** What the owner has begun on this way. */
    private final Set<FlowId> begun = new HashSet<>();

    private int epoch;
    private boolean in;

    OwnerStrategy(ExploredHost exploredHost) {
        this.exploredHost = exploredHost;
    }

    /** First all that must follow follows by itself (P12), then the owner gets in. */
    void fromHere() {
        ExploredWorld here = exploredHost.exploredWorld;
        if (exploredHost.safetyProperties.owes()) {
            exploredHost.exploredWorld = here.copy();
            EnvironmentEvents.pass(exploredHost, A_WHILE, 5);
            exploredHost.safetyProperties.settled();
        }
        if (exploredHost.explorationRun.ever(BoundedAction.ATTACKER_GUESS)) {
            exploredHost.exploredWorld = here.copy();
            signsInAsAlways();
        }
        exploredHost.exploredWorld = here.copy();
        EnvironmentEvents.pass(exploredHost, TWO_DAYS, 3);
        if (settled.add(SituationKey.settled(exploredHost))) {
            walks();
        }
        exploredHost.exploredWorld = here;
    }

    /** R-RATE-12: whatever strangers have typed elsewhere, who knows the password gets in where they always do. */
    private void signsInAsAlways() {
        KnownPasswords now = exploredHost.exploredWorld.password;
        if (now.whose == Actor.OWNER && exploredHost.exploredWorld.status == AccountStatus.ACTIVE) {
            triesPassword();
            unless(in, "R-RATE-12", "wrong passwords from elsewhere lock the owner out");
        }
    }

    private void walks() {
        in = false;
        steps.clear();
        begun.clear();
        epoch = exploredHost.exploredWorld.epoch;
        while (steps.size() < MOST && !in) {
            next();
        }
        unless(in, "LIVE", "an owner does not get in within " + MOST + " actions: " + steps);
    }

    /** The next thing to do. */
    private void next() {
        ExploredWorld exploredWorld = exploredHost.exploredWorld;
        Optional<HeldFlow> mine = exploredWorld.held.stream()
                .filter(one -> begun.contains(one.id))
                .reduce((first, last) -> last);
        Optional<Session> session = exploredWorld.sessions.stream()
                .filter(one -> one.methods().contains(MethodKind.ACCESS_PASS))
                .filter(one -> exploredWorld.now().isBefore(one.issuedAt().plusSeconds(2 * A_MINUTE)))
                .findFirst();
        if (exploredWorld.epoch > epoch) {
            signsIn();
        } else if (exploredWorld.status == AccountStatus.DISABLED) {
            does(
                    "has the host switch it on",
                    Actor.WORLD,
                    CallKind.NONE,
                    (on, node) -> exploredWorld.status = AccountStatus.ACTIVE);
        } else if (exploredHost.info().record().off().isPresent()) {
            helped(
                    "has self-service switched on",
                    (on, node) -> node.helpDesk().enableSelfService(HelpDeskActions.HELP));
        } else if (mine.isPresent()) {
            goesOn(mine.get());
        } else if (reads(true)) {
            begins("starts", CallKind.RESET, (on, node) -> on.userActions.start(node, Actor.OWNER, CallKind.RESET));
        } else if (reads(false)) {
            does("waits", Actor.WORLD, CallKind.NONE, (on, node) -> on.exploredWorld.settling += TWO_DAYS);
        } else if (session.isPresent()) {
            begins("opens", CallKind.REGISTER, (on, node) -> on.userActions.registers(node, session.get()));
        } else if (exploredWorld
                .pass
                .filter(one -> one.good(exploredWorld.now()))
                .isPresent()) {
            does(
                    "uses the pass",
                    Actor.OWNER,
                    CallKind.SIGN_IN,
                    (on, node) -> on.userActions.usesPass(node, Actor.OWNER));
        } else {
            helped("is given a pass", HelpDeskActions::issues);
        }
    }

    private void signsIn() {
        takes("signs in");
        triesPassword();
    }

    private void triesPassword() {
        KnownPasswords now = exploredHost.exploredWorld.password;
        act(
                "signs in",
                Actor.OWNER,
                CallKind.SIGN_IN,
                (on, node) -> in = on.userActions.signsIn(node, Actor.OWNER, now));
    }

    /** Whether the owner reads a mailbox that is registered, and that proves a reset by now. */
    private boolean reads(boolean proving) {
        return exploredHost.info().where(one -> one.provesReset(exploredHost.exploredWorld.now()) || !proving).stream()
                .filter(one -> one.kind().equals(MethodKind.EMAIL_CODE))
                .flatMap(one -> one.destination().stream())
                .anyMatch(to -> exploredHost.explorationRun.reads(Actor.OWNER, to.address()));
    }

    private void goesOn(HeldFlow heldFlow) {
        Optional<Step> step = OpenForms.next(exploredHost, heldFlow);
        if (step.isPresent()) {
            takes(step.get().name());
            exploredHost.perform(
                    Action.on(heldFlow, step.get().name(), step.get().body()));
        } else {
            begun.remove(heldFlow.id);
        }
    }

    /** One more thing to do with a form. */
    record Step(String name, BiConsumer<ExploredHost, Sspr> body) {}

    private void begins(String what, CallKind callKind, BiConsumer<ExploredHost, Sspr> body) {
        int before = exploredHost.exploredWorld.held.size();
        does(what, Actor.OWNER, callKind, body);
        exploredHost
                .exploredWorld
                .held
                .subList(before, exploredHost.exploredWorld.held.size())
                .forEach(one -> begun.add(one.id));
    }

    private void takes(String what) {
        steps.add(what);
        exploredHost.exploredWorld.settling += A_MINUTE;
    }

    private void helped(String what, BiConsumer<ExploredHost, Sspr> body) {
        does(what, Actor.DESK, CallKind.DESK, body);
    }

    private void does(String what, Actor actor, CallKind callKind, BiConsumer<ExploredHost, Sspr> body) {
        takes(what);
        act(what, actor, callKind, body);
    }

    private void act(String what, Actor actor, CallKind callKind, BiConsumer<ExploredHost, Sspr> body) {
        exploredHost.perform(new Action(what, actor, callKind, Optional.empty(), Optional.empty(), body));
    }
}
