package dev.sspr.explore;

import dev.sspr.explore.Sim.Mail;
import dev.sspr.explore.Sim.Session;
import dev.sspr.spi.MethodKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything that can happen in a situation, always in the same order. */
final class Acts {
    private final Host host;
    private final List<Act> all = new ArrayList<>();

    private Acts(Host host) {
        this.host = host;
    }

    static List<Act> of(Host host) {
        Acts acts = new Acts(host);
        acts.begin();
        List.copyOf(host.sim.held).forEach(acts::with);
        acts.messages();
        acts.all.addAll(Helpers.of(host));
        acts.all.addAll(Worlds.of(host));
        return acts.all;
    }

    /** What can be done in the middle of another call: all but the passing of time. */
    static List<Act> between(Host host) {
        return of(host).stream()
                .filter(act -> !act.deed().equals(Optional.of(Deed.TICK)) && act.call() != Call.SWEEP)
                .toList();
    }

    private void add(Deed deed, Act act) {
        if (host.run.may(deed, host.sim)) {
            all.add(act.costing(deed));
        }
    }

    private void begin() {
        starts(Deed.OWNER_RESET, Who.OWNER, Call.RESET);
        starts(Deed.ATTACKER_RESET, Who.ATTACKER, Call.RESET);
        starts(Deed.OWNER_UNLOCK, Who.OWNER, Call.UNLOCK);
        starts(Deed.ATTACKER_UNLOCK, Who.ATTACKER, Call.UNLOCK);
        for (Session session : List.copyOf(host.sim.sessions)) {
            boolean owner = session.who() == Who.OWNER;
            Deed change = owner ? Deed.OWNER_CHANGE : Deed.ATTACKER_CHANGE;
            add(change, Act.of(change, session.who(), Call.CHANGE, (on, node) -> on.hands.changes(node, session)));
            Deed register = owner ? Deed.OWNER_REGISTER : Deed.ATTACKER_REGISTER;
            add(
                    register,
                    Act.of(register, session.who(), Call.REGISTER, (on, node) -> on.hands.registers(node, session)));
        }
        Word known = Acts.known(host, Who.OWNER);
        add(
                Deed.OWNER_SIGN_IN,
                Act.of(
                        Deed.OWNER_SIGN_IN,
                        Who.OWNER,
                        Call.SIGN_IN,
                        (on, node) -> on.hands.signsIn(node, Who.OWNER, known)));
        Word evil = Acts.known(host, Who.ATTACKER);
        if (evil != Word.WRONG) {
            signsIn(Deed.ATTACKER_SIGN_IN, evil);
        }
        add(
                Deed.ATTACKER_GUESS,
                Act.of(Deed.ATTACKER_GUESS, Who.ATTACKER, Call.SIGN_IN, (on, node) -> on.hands.guesses(node)));
        if (host.sim.pass.isPresent()) {
            uses(Deed.OWNER_PASS, Who.OWNER);
            uses(Deed.ATTACKER_PASS, Who.ATTACKER);
        }
    }

    private void starts(Deed deed, Who who, Call call) {
        add(deed, Act.of(deed, who, call, (on, node) -> on.hands.start(node, who, call)));
    }

    private void signsIn(Deed deed, Word word) {
        add(deed, Act.of(deed, Who.ATTACKER, Call.SIGN_IN, (on, node) -> on.hands.signsIn(node, Who.ATTACKER, word)));
    }

    private void uses(Deed deed, Who who) {
        add(deed, Act.of(deed, who, Call.SIGN_IN, (on, node) -> on.hands.usesPass(node, who)));
    }

    /** What somebody takes for the password: their own, or the first one, where they know it. */
    static Word known(Host host, Who who) {
        Word now = host.sim.password;
        if (now.whose == who || who == Who.OWNER) {
            return now.whose == who ? now : Word.FIRST;
        }
        return host.run.is(Run.Has.ATTACKER_KNOWS_PASSWORD) ? Word.FIRST : Word.WRONG;
    }

    private void with(Held held) {
        switch (held.call) {
            case RESET, UNLOCK -> proving(held);
            case CHANGE -> changing(held);
            default -> registering(held);
        }
        if (held.who == Who.OWNER) {
            add(Deed.OWNER_CANCEL, act(held, "cancels " + held.call, (on, node, mine) -> on.hands.cancels(node, mine)));
        }
    }

    private Act act(Held held, String name, Does does) {
        return Act.on(held, name, (on, node) -> on.sim.held(held.id).ifPresent(mine -> does.does(on, node, mine)));
    }

    /** Does something with a flow as it is held in the situation at hand. */
    private interface Does {
        void does(Host on, dev.sspr.Sspr node, Held mine);
    }

    private void proving(Held held) {
        codes(held);
        all.add(act(held, "asks again", (on, node, mine) -> on.hands.resends(node, mine)));
        if (Numbers.phone(host.run)) {
            all.add(act(held, "asks for a text", (on, node, mine) -> on.hands.asks(node, mine, MethodKind.SMS_CODE)));
        }
        if (held.call == Call.UNLOCK) {
            all.add(act(held, "lifts the lock", (on, node, mine) -> on.hands.lifts(node, mine)));
            return;
        }
        Word word = Word.next(held.who, host.sim.password);
        all.add(act(held, "sets " + word, (on, node, mine) -> on.hands.sets(node, mine.open(), word)));
        if (held.left.isPresent()) {
            Act old = act(held, "", (on, node, mine) -> on.hands.sets(node, mine.left.orElseThrow(), Word.EVIL));
            all.add(new Act(
                    "ATTACKER sets EVIL, left behind", Who.ATTACKER, old.call(), old.flow(), old.deed(), old.body()));
        }
    }

    private void codes(Held held) {
        for (Mail mail : List.copyOf(host.sim.mails)) {
            boolean own = mail.flow().equals(Optional.of(held.id));
            if (Letters.code(mail.content()).isPresent() && host.run.reads(held.who, mail.to())) {
                String name = "types the code for " + mail.content().template() + " from " + mail.to();
                Act types = act(held, name, (on, node, mine) -> on.hands.types(node, mine, mail));
                if (own) {
                    all.add(types);
                } else if (held.who == Who.ATTACKER) {
                    add(Deed.ATTACKER_WRONG, types.named("of another flow"));
                }
            }
        }
        if (held.who == Who.ATTACKER) {
            add(
                    Deed.ATTACKER_WRONG,
                    act(held, "types nonsense", (on, node, mine) -> on.hands.typesNonsense(node, mine)));
        }
    }

    private void changing(Held held) {
        Word current = known(host, held.who);
        Word next = Word.next(held.who, host.sim.password);
        all.add(act(
                held,
                "changes " + current + " to " + next,
                (on, node, mine) -> on.hands.changes(node, mine, current, next)));
    }

    private void registering(Held held) {
        codes(held);
        if (!held.enrolled) {
            String address = held.who == Who.OWNER ? Sim.NEW_MAIL : Sim.EVIL_MAIL;
            all.add(act(held, "enrols " + address, (on, node, mine) -> on.hands.enrols(node, mine, address)));
        }
        Deed remove = held.who == Who.OWNER ? Deed.OWNER_REMOVE : Deed.ATTACKER_REMOVE;
        host.info()
                .entries()
                .forEach(entry -> add(
                        remove,
                        act(
                                held,
                                "removes " + entry.kind().value(),
                                (on, node, mine) -> on.hands.removes(node, mine, entry.id()))));
    }

    private void messages() {
        for (Mail mail : List.copyOf(host.sim.mails)) {
            if (!host.run.reads(Who.OWNER, mail.to())) {
                continue;
            }
            String name = mail.content().template() + " at " + mail.to();
            if (Letters.link(mail.content()).isPresent()) {
                add(
                        Deed.OWNER_FOLLOW,
                        new Act(
                                "OWNER follows " + name,
                                Who.OWNER,
                                Letters.purpose(mail.content()),
                                mail.flow(),
                                Optional.empty(),
                                (on, node) -> on.hands.follows(node, Who.OWNER, mail)));
            }
            if (Letters.objection(mail.content()).isPresent()) {
                boolean info = mail.content().template().startsWith("security-info");
                add(
                        Deed.OWNER_OBJECT,
                        new Act(
                                "OWNER objects to " + name,
                                Who.OWNER,
                                info ? Call.UNDO : Call.REPORT,
                                mail.flow(),
                                Optional.empty(),
                                (on, node) -> on.hands.objects(node, mail)));
            }
        }
    }
}
