package dev.sspr.explore;

import dev.sspr.explore.ExploredWorld.Mail;
import dev.sspr.explore.ExploredWorld.Session;
import dev.sspr.spi.MethodKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything that can happen in a situation, always in the same order. */
final class Actions {
    private final ExploredHost exploredHost;
    private final List<Action> all = new ArrayList<>();

    private Actions(ExploredHost exploredHost) {
        this.exploredHost = exploredHost;
    }

    static List<Action> of(ExploredHost exploredHost) {
        Actions actions = new Actions(exploredHost);
        actions.begin();
        List.copyOf(exploredHost.exploredWorld.held).forEach(actions::with);
        actions.messages();
        actions.all.addAll(HelpDeskActions.of(exploredHost));
        actions.all.addAll(EnvironmentEvents.of(exploredHost));
        return actions.all;
    }

    /** What can be done in the middle of another call: all but the passing of time. */
    static List<Action> between(ExploredHost exploredHost) {
        return of(exploredHost).stream()
                .filter(action -> !action.boundedAction().equals(Optional.of(BoundedAction.TICK))
                        && action.callKind() != CallKind.SWEEP)
                .toList();
    }

    private void add(BoundedAction boundedAction, Action action) {
        if (exploredHost.explorationRun.may(boundedAction, exploredHost.exploredWorld)) {
            all.add(action.costing(boundedAction));
        }
    }

    private void begin() {
        starts(BoundedAction.OWNER_RESET, Actor.OWNER, CallKind.RESET);
        starts(BoundedAction.ATTACKER_RESET, Actor.ATTACKER, CallKind.RESET);
        starts(BoundedAction.OWNER_UNLOCK, Actor.OWNER, CallKind.UNLOCK);
        starts(BoundedAction.ATTACKER_UNLOCK, Actor.ATTACKER, CallKind.UNLOCK);
        for (Session session : List.copyOf(exploredHost.exploredWorld.sessions)) {
            boolean owner = session.actor() == Actor.OWNER;
            BoundedAction change = owner ? BoundedAction.OWNER_CHANGE : BoundedAction.ATTACKER_CHANGE;
            add(
                    change,
                    Action.of(
                            change,
                            session.actor(),
                            CallKind.CHANGE,
                            (on, node) -> on.userActions.changes(node, session)));
            BoundedAction register = owner ? BoundedAction.OWNER_REGISTER : BoundedAction.ATTACKER_REGISTER;
            add(
                    register,
                    Action.of(
                            register,
                            session.actor(),
                            CallKind.REGISTER,
                            (on, node) -> on.userActions.registers(node, session)));
        }
        KnownPasswords known = Actions.known(exploredHost, Actor.OWNER);
        add(
                BoundedAction.OWNER_SIGN_IN,
                Action.of(
                        BoundedAction.OWNER_SIGN_IN,
                        Actor.OWNER,
                        CallKind.SIGN_IN,
                        (on, node) -> on.userActions.signsIn(node, Actor.OWNER, known)));
        KnownPasswords evil = Actions.known(exploredHost, Actor.ATTACKER);
        if (evil != KnownPasswords.WRONG) {
            signsIn(BoundedAction.ATTACKER_SIGN_IN, evil);
        }
        add(
                BoundedAction.ATTACKER_GUESS,
                Action.of(
                        BoundedAction.ATTACKER_GUESS,
                        Actor.ATTACKER,
                        CallKind.SIGN_IN,
                        (on, node) -> on.userActions.guesses(node)));
        if (exploredHost.exploredWorld.pass.isPresent()) {
            uses(BoundedAction.OWNER_PASS, Actor.OWNER);
            uses(BoundedAction.ATTACKER_PASS, Actor.ATTACKER);
        }
    }

    private void starts(BoundedAction boundedAction, Actor actor, CallKind callKind) {
        add(
                boundedAction,
                Action.of(boundedAction, actor, callKind, (on, node) -> on.userActions.start(node, actor, callKind)));
    }

    private void signsIn(BoundedAction boundedAction, KnownPasswords knownPasswords) {
        add(
                boundedAction,
                Action.of(
                        boundedAction,
                        Actor.ATTACKER,
                        CallKind.SIGN_IN,
                        (on, node) -> on.userActions.signsIn(node, Actor.ATTACKER, knownPasswords)));
    }

    private void uses(BoundedAction boundedAction, Actor actor) {
        add(
                boundedAction,
                Action.of(boundedAction, actor, CallKind.SIGN_IN, (on, node) -> on.userActions.usesPass(node, actor)));
    }

    /** What somebody takes for the password: their own, or the first one, where they know it. */
    static KnownPasswords known(ExploredHost exploredHost, Actor actor) {
        KnownPasswords now = exploredHost.exploredWorld.password;
        if (now.whose == actor || actor == Actor.OWNER) {
            return now.whose == actor ? now : KnownPasswords.FIRST;
        }
        return exploredHost.explorationRun.is(ExplorationRun.Has.ATTACKER_KNOWS_PASSWORD)
                ? KnownPasswords.FIRST
                : KnownPasswords.WRONG;
    }

    private void with(HeldFlow heldFlow) {
        switch (heldFlow.callKind) {
            case RESET, UNLOCK -> proving(heldFlow);
            case CHANGE -> changing(heldFlow);
            default -> registering(heldFlow);
        }
        if (heldFlow.actor == Actor.OWNER) {
            add(
                    BoundedAction.OWNER_CANCEL,
                    act(
                            heldFlow,
                            "cancels " + heldFlow.callKind,
                            (on, node, mine) -> on.userActions.cancels(node, mine)));
        }
    }

    private Action act(HeldFlow heldFlow, String name, Does does) {
        return Action.on(
                heldFlow,
                name,
                (on, node) -> on.exploredWorld.held(heldFlow.id).ifPresent(mine -> does.does(on, node, mine)));
    }

    /** Does something with a flow as it is held in the situation at hand. */
    private interface Does {
        void does(ExploredHost on, dev.sspr.Sspr node, HeldFlow mine);
    }

    private void proving(HeldFlow heldFlow) {
        codes(heldFlow);
        all.add(act(heldFlow, "asks again", (on, node, mine) -> on.userActions.resends(node, mine)));
        if (TightPolicy.phone(exploredHost.explorationRun)) {
            all.add(act(
                    heldFlow,
                    "asks for a text",
                    (on, node, mine) -> on.userActions.asks(node, mine, MethodKind.SMS_CODE)));
        }
        if (heldFlow.callKind == CallKind.UNLOCK) {
            all.add(act(heldFlow, "lifts the lock", (on, node, mine) -> on.userActions.lifts(node, mine)));
            return;
        }
        KnownPasswords knownPasswords = KnownPasswords.next(heldFlow.actor, exploredHost.exploredWorld.password);
        all.add(act(
                heldFlow,
                "sets " + knownPasswords,
                (on, node, mine) -> on.userActions.sets(node, mine.open(), knownPasswords)));
        if (heldFlow.left.isPresent()) {
            Action old = act(
                    heldFlow,
                    "",
                    (on, node, mine) -> on.userActions.sets(node, mine.left.orElseThrow(), KnownPasswords.EVIL));
            all.add(new Action(
                    "ATTACKER sets EVIL, left behind",
                    Actor.ATTACKER,
                    old.callKind(),
                    old.flow(),
                    old.boundedAction(),
                    old.body()));
        }
    }

    private void codes(HeldFlow heldFlow) {
        for (Mail mail : List.copyOf(exploredHost.exploredWorld.mails)) {
            boolean own = mail.flow().equals(Optional.of(heldFlow.id));
            if (MessageReader.code(mail.content()).isPresent()
                    && exploredHost.explorationRun.reads(heldFlow.actor, mail.to())) {
                String name = "types the code for " + mail.content().template() + " from " + mail.to();
                Action types = act(heldFlow, name, (on, node, mine) -> on.userActions.types(node, mine, mail));
                if (own) {
                    all.add(types);
                } else if (heldFlow.actor == Actor.ATTACKER) {
                    add(BoundedAction.ATTACKER_WRONG, types.named("of another flow"));
                }
            }
        }
        if (heldFlow.actor == Actor.ATTACKER) {
            add(
                    BoundedAction.ATTACKER_WRONG,
                    act(heldFlow, "types nonsense", (on, node, mine) -> on.userActions.typesNonsense(node, mine)));
        }
    }

    private void changing(HeldFlow heldFlow) {
        KnownPasswords current = known(exploredHost, heldFlow.actor);
        KnownPasswords next = KnownPasswords.next(heldFlow.actor, exploredHost.exploredWorld.password);
        all.add(act(
                heldFlow,
                "changes " + current + " to " + next,
                (on, node, mine) -> on.userActions.changes(node, mine, current, next)));
    }

    private void registering(HeldFlow heldFlow) {
        codes(heldFlow);
        if (!heldFlow.enrolled) {
            String address = heldFlow.actor == Actor.OWNER ? ExploredWorld.NEW_MAIL : ExploredWorld.EVIL_MAIL;
            all.add(act(heldFlow, "enrols " + address, (on, node, mine) -> on.userActions.enrols(node, mine, address)));
        }
        BoundedAction remove =
                heldFlow.actor == Actor.OWNER ? BoundedAction.OWNER_REMOVE : BoundedAction.ATTACKER_REMOVE;
        exploredHost
                .info()
                .methods()
                .forEach(method -> add(
                        remove,
                        act(
                                heldFlow,
                                "removes " + method.kind().value(),
                                (on, node, mine) -> on.userActions.removes(node, mine, method.id()))));
    }

    private void messages() {
        for (Mail mail : List.copyOf(exploredHost.exploredWorld.mails)) {
            if (!exploredHost.explorationRun.reads(Actor.OWNER, mail.to())) {
                continue;
            }
            String name = mail.content().template() + " at " + mail.to();
            if (MessageReader.link(mail.content()).isPresent()) {
                add(
                        BoundedAction.OWNER_FOLLOW,
                        new Action(
                                "OWNER follows " + name,
                                Actor.OWNER,
                                MessageReader.purpose(mail.content()),
                                mail.flow(),
                                Optional.empty(),
                                (on, node) -> on.userActions.follows(node, Actor.OWNER, mail)));
            }
            if (MessageReader.objection(mail.content()).isPresent()) {
                boolean info = mail.content().template().startsWith("security-info");
                add(
                        BoundedAction.OWNER_OBJECT,
                        new Action(
                                "OWNER objects to " + name,
                                Actor.OWNER,
                                info ? CallKind.UNDO : CallKind.REPORT,
                                mail.flow(),
                                Optional.empty(),
                                (on, node) -> on.userActions.objects(node, mail)));
            }
        }
    }
}
