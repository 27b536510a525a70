package dev.sspr.explore;

import static dev.sspr.internal.proof.ExploreBroken.unless;

import dev.sspr.Sspr;
import dev.sspr.admin.HelpCase;
import dev.sspr.admin.HelpResult;
import dev.sspr.flow.AccessPassPolicy;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/** What the help desk does, and somebody who says to be one. */
final class Helpers {
    static final HelpCase HELP = new HelpCase(Sim.DORA, Sim.ALICE, "on the phone");
    private static final HelpCase FALSE = new HelpCase(Users.MALLORY, Sim.ALICE, "on the phone");
    private static final Duration PASS_LIFE = Duration.ofMinutes(60);

    private final Host host;
    private final List<Act> all = new ArrayList<>();

    private Helpers(Host host) {
        this.host = host;
    }

    static List<Act> of(Host host) {
        Helpers helpers = new Helpers(host);
        helpers.collect();
        return helpers.all;
    }

    private void collect() {
        add(Deed.DESK_PASS, Helpers::issues);
        add(Deed.DESK_WITHDRAW, Helpers::withdraws);
        add(Deed.DESK_RESET, (on, node) -> node.helpDesk().startReset(HELP));
        add(Deed.DESK_REQUIRE, ending((node, help) -> node.helpDesk().requireRegistration(help)));
        add(Deed.DESK_UNBLOCK, Helpers::unblocks);
        add(Deed.DESK_UNLOCK, (on, node) -> node.helpDesk().unlock(HELP));
        add(Deed.DESK_CLEAR, (on, node) -> node.helpDesk().clearLockout(HELP));
        add(Deed.DESK_OFF, ending((node, help) -> node.helpDesk().turnOff(help)));
        add(Deed.DESK_ON, (on, node) -> node.helpDesk().turnOn(HELP));
        host.info().entries().stream()
                .filter(entry -> !entry.kind().equals(MethodKind.ACCESS_PASS))
                .forEach(entry ->
                        add(Deed.DESK_REMOVE, (on, node) -> node.helpDesk().removeMethod(HELP, entry.id())));
        if (host.run.may(Deed.ATTACKER_HELPS, host.sim)) {
            all.add(new Act(
                    "ATTACKER at the help desk",
                    Who.ATTACKER,
                    Call.DESK,
                    Optional.empty(),
                    Optional.of(Deed.ATTACKER_HELPS),
                    Helpers::pretends));
        }
    }

    private void add(Deed deed, BiConsumer<Host, Sspr> body) {
        if (host.run.may(deed, host.sim)) {
            all.add(Act.of(deed, Who.DESK, Call.DESK, body));
        }
    }

    static void issues(Host on, Sspr node) {
        HelpResult<Secret> result = node.helpDesk().issuePass(HELP, on.sim.now(), PASS_LIFE, AccessPassPolicy.Use.ONCE);
        if (result instanceof HelpResult.Done<Secret> done) {
            on.sim.pass = Optional.of(new Sim.Pass(done.answer(), on.sim.now().plus(PASS_LIFE), false, false));
        }
    }

    private static void withdraws(Host on, Sspr node) {
        if (node.helpDesk().withdrawPass(HELP) instanceof HelpResult.Done) {
            on.sim.pass = on.sim.pass.map(one -> new Sim.Pass(one.text(), one.until(), one.used(), true));
        }
    }

    private static void unblocks(Host on, Sspr node) {
        if (node.helpDesk().unblock(HELP, "alice") instanceof HelpResult.Done) {
            on.sim.wrong = 0;
        }
    }

    /** What was begun before goes on no more, once it is done (R-SESS-4). */
    private static BiConsumer<Host, Sspr> ending(BiFunction<Sspr, HelpCase, HelpResult<?>> deed) {
        return (on, node) -> {
            if (deed.apply(node, HELP) instanceof HelpResult.Done) {
                on.sim.ends++;
            }
        };
    }

    private static void pretends(Host on, Sspr node) {
        boolean done = node.helpDesk().turnOff(FALSE) instanceof HelpResult.Done;
        unless(!done, "R-ADM-2", "somebody without the right does something at the help desk");
    }
}
