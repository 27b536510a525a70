package dev.sspr.internal.registration;

import dev.sspr.internal.registration.ExploreConfig.Can;
import dev.sspr.internal.registration.ExploreFlow.Who;
import dev.sspr.internal.registration.ExploreTurn.Call;
import dev.sspr.internal.registration.ExploreWorld.Undo;
import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What the world around the flows does: time passes, the host changes accounts, owners take changes back. */
final class ExploreEvents {
    private final ExploreConfig config;
    private final ExploreWorld sim;
    private final List<ExploreAct> acts;

    private ExploreEvents(ExploreHost host, List<ExploreAct> acts) {
        this.config = host.config;
        this.sim = host.sim;
        this.acts = acts;
    }

    static void add(ExploreHost host, List<ExploreAct> acts) {
        ExploreEvents events = new ExploreEvents(host, acts);
        if (host.sim.tick < host.config.bounds().ticks()) {
            acts.add(ExploreAct.event("tick", Who.HOST, (on, node) -> on.sim.tick++));
        }
        if (host.config.can(Can.DAY) && host.sim.days == 0) {
            acts.add(ExploreAct.event("a day passes", Who.HOST, (on, node) -> {
                on.sim.days++;
                on.sim.wrong.clear();
            }));
        }
        if (host.config.can(Can.SWEEP)) {
            acts.add(sweep());
        }
        if (host.config.can(Can.UNDO)) {
            events.undos();
        }
        if (host.sim.events < host.config.bounds().events()) {
            events.account();
        }
    }

    static ExploreAct sweep() {
        return new ExploreAct("sweep", Who.HOST, Call.SWEEP, Optional.empty(), ExploreAct.Kind.EVENT, (on, node) -> {
            node.registration().sweep();
            node.reset().sweep();
        });
    }

    private void undos() {
        for (int i = 0; i < sim.undos.size(); i++) {
            Undo undo = sim.undos.get(i);
            for (Who who : List.of(Who.VICTIM, Who.ATTACKER)) {
                boolean got = undo.endpoints().stream().anyMatch(to -> ExploreResets.reads(config, who, to));
                if (got) {
                    acts.add(ExploreAct.call(
                            who + " takes change " + i + " back", who, Call.UNDO, Optional.empty(), (on, node) -> {
                                on.turn().undoing = Optional.of(undo.change());
                                on.steps.undid(undo, node.registration().undo(undo.link()));
                            }));
                }
            }
        }
    }

    private void account() {
        if (config.can(Can.DISABLE)) {
            boolean on = sim.victim.status.usable();
            change(on ? "disables" : "enables", it -> it.status = on ? AccountStatus.DISABLED : AccountStatus.ACTIVE);
        }
        if (config.can(Can.PASSWORD_CHANGE)) {
            change("changes the password", it -> it.generation++);
        }
        if (config.can(Can.PRIVILEGE) && sim.victim.privilege == Account.Privilege.ORDINARY) {
            change("gives a privilege", it -> it.privilege = Account.Privilege.PRIVILEGED);
        }
        if (config.can(Can.REQUIRE_AGAIN)) {
            acts.add(ExploreAct.call(
                    "host requires a new registration", Who.HOST, Call.HOST, Optional.empty(), (on, node) -> {
                        on.sim.events++;
                        on.requireAgain(on.sim.victim.id);
                    }));
        }
    }

    private void change(String name, Consumer<ExplorePerson> how) {
        acts.add(ExploreAct.event("host " + name, Who.HOST, (on, node) -> {
            on.sim.events++;
            how.accept(on.sim.victim);
        }));
    }
}
