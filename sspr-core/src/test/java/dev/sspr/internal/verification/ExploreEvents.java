package dev.sspr.internal.verification;

import dev.sspr.flow.ReportResult;
import dev.sspr.internal.secret.DigestInput;
import dev.sspr.internal.secret.DigestLabel;
import dev.sspr.internal.secret.Token;
import dev.sspr.internal.verification.ExploreConfig.Can;
import dev.sspr.internal.verification.ExploreFlow.Put;
import dev.sspr.internal.verification.ExploreFlow.Who;
import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Secret;
import dev.sspr.spi.WriteId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What the world around the flows does: time passes, codes leak, the host changes accounts, the owner reports. */
final class ExploreEvents {
    private final ExploreHost host;
    private final ExploreConfig config;
    private final ExploreWorld sim;
    private final List<ExploreAct> acts;

    private ExploreEvents(ExploreHost host, List<ExploreAct> acts) {
        this.host = host;
        this.config = host.config;
        this.sim = host.sim;
        this.acts = acts;
    }

    static void add(ExploreHost host, List<ExploreAct> acts) {
        ExploreEvents events = new ExploreEvents(host, acts);
        if (host.sim.tick < host.config.bounds().ticks()) {
            acts.add(ExploreAct.event("tick", Who.HOST, (on, node) -> {
                on.sim.tick++;
                on.sim.late = Optional.empty();
            }));
        }
        if (host.config.can(Can.SWEEP)) {
            acts.add(ExploreAct.event("sweep", Who.HOST, (on, node) -> node.sweep()));
        }
        host.sim.late.ifPresent(late -> acts.add(ExploreAct.event(
                "the late write lands", late.turn().who, (on, node) -> new ExploreUsers(on).lands(late))));
        events.leaks();
        if (host.config.can(Can.REPORT)) {
            events.reports();
        }
        if (host.sim.hostEvents < host.config.bounds().hostEvents()) {
            events.account();
        }
    }

    private void leaks() {
        for (ExploreFlow flow : sim.flows) {
            boolean own = flow.held.filter(held -> held.who() == Who.VICTIM).isPresent();
            for (Put put : flow.puts) {
                if (own && put.delivered() && flow.isPending(put)) {
                    leak(flow, put, config.can(Can.LEAK_CODE) && !put.codeLeaked(), false);
                    leak(
                            flow,
                            put,
                            config.can(Can.LEAK_LINK)
                                    && !put.linkLeaked()
                                    && put.link().isPresent(),
                            true);
                }
            }
        }
    }

    private void leak(ExploreFlow flow, Put put, boolean may, boolean asLink) {
        if (may) {
            acts.add(ExploreAct.event(asLink ? "a link leaks" : "a code leaks", Who.VICTIM, (on, node) -> {
                ExploreFlow there = on.sim.flow(flow.id).orElseThrow();
                there.puts.replaceAll(it -> it.challenge().equals(put.challenge()) ? it.leaked(asLink) : it);
                there.linkLeaked |= asLink;
            }));
        }
    }

    private void reports() {
        for (int i = 0; i < sim.flows.size(); i++) {
            ExploreFlow flow = sim.flows.get(i);
            boolean told = flow.login.equals("victim")
                    && flow.puts.stream()
                            .anyMatch(put -> put.delivered() && put.link().isPresent());
            if (told && !flow.reported) {
                Secret cancel = new Token(flow.id, cancelSecret(flow)).text();
                acts.add(ExploreAct.call("VICTIM reports f" + i, Who.VICTIM, flow.id, (on, node) -> {
                    ReportResult result = node.report(cancel);
                    on.sim.victim.reported |= result != ReportResult.GONE;
                    on.sim.flow(flow.id).orElseThrow().reported = result == ReportResult.REPORTED;
                }));
            }
        }
    }

    private Secret cancelSecret(ExploreFlow flow) {
        return Token.secretOf(host.keys.digest().full(new DigestInput(DigestLabel.CANCEL).with(flow.id.digest())));
    }

    private void account() {
        if (config.can(Can.DISABLE)) {
            boolean on = sim.victim.status.usable();
            change(on ? "disable" : "enable", it -> it.status = on ? AccountStatus.DISABLED : AccountStatus.ACTIVE);
        }
        if (config.can(Can.DELETE)) {
            change(sim.victim.exists ? "delete" : "recreate", it -> {
                it.exists = !it.exists;
                it.generation += it.exists ? 1 : 0;
                it.wrote(WriteId.NONE);
                it.status = AccountStatus.ACTIVE;
                forgive();
            });
        }
        if (config.can(Can.MAIL_CHANGE)) {
            change("mail changes", it -> {
                it.destinations = new ArrayList<>(it.destinations);
                it.destinations.set(0, ExploreWorld.NEW_MAIL);
                it.generation++;
                host.sim.flows.forEach(flow -> flow.owesNotices.remove(ExploreWorld.MAIL.id()));
            });
        }
        if (config.can(Can.PASSWORD)) {
            change("password changes", it -> {
                it.generation++;
                it.password = "by the host";
                it.wrote(WriteId.NONE);
            });
        }
        if (config.can(Can.PRIVILEGE) && sim.victim.privilege == Account.Privilege.ORDINARY) {
            change("privilege rises", it -> it.privilege = Account.Privilege.PRIVILEGED);
        }
    }

    /** Nobody is left to be told. */
    private void forgive() {
        host.sim.flows.forEach(flow -> {
            flow.owesNotices.clear();
            flow.owesRevocation = false;
        });
    }

    private void change(String name, Consumer<ExplorePerson> how) {
        acts.add(ExploreAct.event("host: " + name, Who.HOST, (on, node) -> {
            on.sim.hostEvents++;
            how.accept(on.sim.victim);
        }));
    }
}
