package dev.sspr.explore;

import static dev.sspr.internal.proof.ExploreBroken.unless;

import dev.sspr.Sspr;
import dev.sspr.explore.Sim.Mail;
import dev.sspr.explore.Sim.Session;
import dev.sspr.flow.FlowStatus;
import dev.sspr.internal.info.Entry;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.MethodKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * What an honest owner does who wants in, and asks the help desk where nothing else is left: from every situation, once
 * budgets are full again, a password of their own choice signs in after at most {@link #MOST} actions.
 */
final class Way {
    private static final int MOST = 12;
    /** All budgets, waits and locks of the policy end within: the longest is a new method's day. */
    private static final long TWO_DAYS = 2 * 86_400;

    private final Host host;
    private final Set<String> settled = new HashSet<>();
    private final List<String> steps = new ArrayList<>();
    private boolean in;

    Way(Host host) {
        this.host = host;
    }

    /** First all that must follow follows by itself (P12), then the owner gets in. */
    void fromHere() {
        Sim here = host.sim;
        if (host.laws.owes()) {
            host.sim = here.copy();
            Worlds.pass(host, 500, 5);
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
            does("signs in", Who.OWNER, Call.SIGN_IN, (on, node) -> in = on.hands.signsIn(node, Who.OWNER, now));
            unless(in, "R-RATE-12", "wrong passwords from elsewhere lock the owner out");
        }
    }

    private void walks() {
        in = false;
        steps.clear();
        if (host.sim.status == AccountStatus.DISABLED) {
            // Only the host itself takes this back.
            host.sim.status = AccountStatus.ACTIVE;
        }
        for (int action = 0; action < MOST && !in; action++) {
            next();
        }
        unless(in, "LIVE", "an owner does not get in within " + MOST + " actions: " + steps);
    }

    /** The next thing to do. */
    private void next() {
        Sim sim = host.sim;
        Optional<Held> mine = sim.held.stream()
                .filter(one -> one.who == Who.OWNER && sim.now().isBefore(sim.flows.get(one.id).expiresAt()))
                .reduce((first, second) -> second)
                .filter(one -> steps.contains("starts") || steps.contains("opens security info"));
        Optional<Session> session = sim.sessions.stream()
                .filter(one -> one.methods().contains(MethodKind.ACCESS_PASS) && !one.stale())
                .findFirst();
        if (sim.password.whose == Who.OWNER && sim.status == AccountStatus.ACTIVE) {
            does("signs in", Who.OWNER, Call.SIGN_IN, (on, node) -> in = on.hands.signsIn(node, Who.OWNER, sim.password));
        } else if (host.info().standing().off().isPresent()) {
            does("has self-service switched on", Who.DESK, Call.DESK, (on, node) -> node.helpDesk().turnOn(Helpers.HELP));
        } else if (mine.isPresent()) {
            goesOn(mine.get());
        } else if (provable()) {
            does("starts", Who.OWNER, Call.RESET, (on, node) -> on.hands.start(node, Who.OWNER, Call.RESET));
        } else if (session.isPresent()) {
            does("opens security info", Who.OWNER, Call.REGISTER, (on, node) -> on.hands.registers(node, session.get()));
        } else if (sim.pass.filter(one -> !one.used() && !one.withdrawn() && sim.now().isBefore(one.until())).isPresent()) {
            does("uses the pass", Who.OWNER, Call.SIGN_IN, (on, node) -> on.hands.usesPass(node, Who.OWNER));
        } else {
            does("is given a pass", Who.DESK, Call.DESK, Helpers::issues);
        }
    }

    /** Whether a mailbox that the owner reads proves a reset. */
    private boolean provable() {
        return host.info().where(one -> one.provesReset(host.sim.now())).stream()
                .filter(one -> one.kind().equals(MethodKind.EMAIL_CODE))
                .flatMap(one -> one.destination().stream())
                .anyMatch(to -> host.run.reads(Who.OWNER, to.address()));
    }

    private void goesOn(Held held) {
        Optional<Mail> mail = host.sim.mails.stream()
                .filter(one -> one.flow().equals(Optional.of(held.id)) && Letters.code(one.content()).isPresent())
                .filter(one -> held.shown.stream().noneMatch(shown -> shown.to().equals(one.to())))
                .filter(one -> host.run.reads(Who.OWNER, one.to()))
                .reduce((first, second) -> second);
        if (mail.isPresent()) {
            does("types the code", held, (on, node) -> on.hands.types(node, held, mail.get()));
        } else if (held.call == Call.REGISTER) {
            registers(held);
        } else if (proven(held)) {
            Word word = Word.next(Who.OWNER, host.sim.password);
            does("sets a password", held, (on, node) -> on.hands.sets(node, held.open(), word));
        } else {
            does("asks for a text", held, (on, node) -> on.hands.asks(node, held, MethodKind.SMS_CODE));
        }
    }

    /** A look, which is no action. */
    private boolean proven(Held held) {
        FlowStatus[] status = {FlowStatus.UNKNOWN};
        host.perform(Act.on(held, "looks", (on, node) -> status[0] = node.passwordReset().status(held.open())));
        return status[0] == FlowStatus.PROVEN;
    }

    private void registers(Held held) {
        Optional<Entry> there = host.info().of(MethodKind.EMAIL_CODE).stream().findFirst();
        if (there.isPresent()) {
            does("has a method removed", Who.DESK, Call.DESK, (on, node) -> node.helpDesk()
                    .removeMethod(Helpers.HELP, there.get().id()));
            return;
        }
        does("enrols", held, (on, node) -> on.hands.enrols(node, held, Sim.NEW_MAIL));
    }

    private void does(String what, Held held, BiConsumer<Host, Sspr> body) {
        steps.add(what);
        host.perform(Act.on(held, what, body));
    }

    private void does(String what, Who who, Call call, BiConsumer<Host, Sspr> body) {
        steps.add(what);
        host.perform(new Act(what, who, call, Optional.empty(), Optional.empty(), body));
    }
}
