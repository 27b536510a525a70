package dev.sspr.explore;

import static dev.sspr.internal.proof.ExploreBroken.unless;

import dev.sspr.Sspr;
import dev.sspr.explore.Sim.Session;
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
final class Way {
    private static final int MOST = 12;
    /** All budgets, waits and locks of the policy end within: the longest is a new method's day. */
    private static final long TWO_DAYS = 2 * 86_400;
    /** Longer than the lease of a write and the first waits between tries. */
    private static final long A_WHILE = 500;
    /** How long an action takes: longer than the pause between two messages. */
    private static final long A_MINUTE = 61;

    private final Host host;
    private final Set<String> settled = new HashSet<>();
    private final List<String> steps = new ArrayList<>();
    /** What the owner has begun on this way. */
    private final Set<FlowId> begun = new HashSet<>();

    private int epoch;
    private boolean in;

    Way(Host host) {
        this.host = host;
    }

    /** First all that must follow follows by itself (P12), then the owner gets in. */
    void fromHere() {
        Sim here = host.sim;
        if (host.laws.owes()) {
            host.sim = here.copy();
            Worlds.pass(host, A_WHILE, 5);
            host.laws.settled();
        }
        if (host.run.ever(Deed.ATTACKER_GUESS)) {
            host.sim = here.copy();
            signsInAsAlways();
        }
        host.sim = here.copy();
        Worlds.pass(host, TWO_DAYS, 3);
        if (settled.add(Key.settled(host))) {
            walks();
        }
        host.sim = here;
    }

    /** R-RATE-12: whatever strangers have typed elsewhere, who knows the password gets in where they always do. */
    private void signsInAsAlways() {
        Word now = host.sim.password;
        if (now.whose == Who.OWNER && host.sim.status == AccountStatus.ACTIVE) {
            triesPassword();
            unless(in, "R-RATE-12", "wrong passwords from elsewhere lock the owner out");
        }
    }

    private void walks() {
        in = false;
        steps.clear();
        begun.clear();
        epoch = host.sim.epoch;
        while (steps.size() < MOST && !in) {
            next();
        }
        unless(in, "LIVE", "an owner does not get in within " + MOST + " actions: " + steps);
    }

    /** The next thing to do. */
    private void next() {
        Sim sim = host.sim;
        Optional<Held> mine =
                sim.held.stream().filter(one -> begun.contains(one.id)).reduce((first, last) -> last);
        Optional<Session> session = sim.sessions.stream()
                .filter(one -> one.methods().contains(MethodKind.ACCESS_PASS))
                .filter(one -> sim.now().isBefore(one.issuedAt().plusSeconds(2 * A_MINUTE)))
                .findFirst();
        if (sim.epoch > epoch) {
            signsIn();
        } else if (sim.status == AccountStatus.DISABLED) {
            does("has the host switch it on", Who.WORLD, Call.NONE, (on, node) -> sim.status = AccountStatus.ACTIVE);
        } else if (host.info().standing().off().isPresent()) {
            helped("has self-service switched on", (on, node) -> node.helpDesk().turnOn(Helpers.HELP));
        } else if (mine.isPresent()) {
            goesOn(mine.get());
        } else if (reads(true)) {
            begins("starts", Call.RESET, (on, node) -> on.hands.start(node, Who.OWNER, Call.RESET));
        } else if (reads(false)) {
            does("waits", Who.WORLD, Call.NONE, (on, node) -> on.sim.settling += TWO_DAYS);
        } else if (session.isPresent()) {
            begins("opens", Call.REGISTER, (on, node) -> on.hands.registers(node, session.get()));
        } else if (sim.pass.filter(one -> one.good(sim.now())).isPresent()) {
            does("uses the pass", Who.OWNER, Call.SIGN_IN, (on, node) -> on.hands.usesPass(node, Who.OWNER));
        } else {
            helped("is given a pass", Helpers::issues);
        }
    }

    private void signsIn() {
        takes("signs in");
        triesPassword();
    }

    private void triesPassword() {
        Word now = host.sim.password;
        act("signs in", Who.OWNER, Call.SIGN_IN, (on, node) -> in = on.hands.signsIn(node, Who.OWNER, now));
    }

    /** Whether the owner reads a mailbox that is registered, and that proves a reset by now. */
    private boolean reads(boolean proving) {
        return host.info().where(one -> one.provesReset(host.sim.now()) || !proving).stream()
                .filter(one -> one.kind().equals(MethodKind.EMAIL_CODE))
                .flatMap(one -> one.destination().stream())
                .anyMatch(to -> host.run.reads(Who.OWNER, to.address()));
    }

    private void goesOn(Held held) {
        Optional<Step> step = Forms.next(host, held);
        if (step.isPresent()) {
            takes(step.get().name());
            host.perform(Act.on(held, step.get().name(), step.get().body()));
        } else {
            begun.remove(held.id);
        }
    }

    /** One more thing to do with a form. */
    record Step(String name, BiConsumer<Host, Sspr> body) {}

    private void begins(String what, Call call, BiConsumer<Host, Sspr> body) {
        int before = host.sim.held.size();
        does(what, Who.OWNER, call, body);
        host.sim.held.subList(before, host.sim.held.size()).forEach(one -> begun.add(one.id));
    }

    private void takes(String what) {
        steps.add(what);
        host.sim.settling += A_MINUTE;
    }

    private void helped(String what, BiConsumer<Host, Sspr> body) {
        does(what, Who.DESK, Call.DESK, body);
    }

    private void does(String what, Who who, Call call, BiConsumer<Host, Sspr> body) {
        takes(what);
        act(what, who, call, body);
    }

    private void act(String what, Who who, Call call, BiConsumer<Host, Sspr> body) {
        host.perform(new Act(what, who, call, Optional.empty(), Optional.empty(), body));
    }
}
