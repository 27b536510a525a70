package dev.sspr.internal.registration;

import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.StartResult;
import dev.sspr.internal.registration.ExploreConfig.Can;
import dev.sspr.internal.registration.ExploreFlow.Put;
import dev.sspr.internal.registration.ExploreFlow.Who;
import dev.sspr.internal.registration.ExploreHost.Node;
import dev.sspr.internal.registration.ExploreTurn.Call;
import dev.sspr.internal.securityinfo.RegisteredMethod;
import dev.sspr.internal.verification.ExploreBridge.View;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Secret;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** Lists what people do about resets in a situation, beside the registrations. */
final class ExploreResets {
    private static final List<MethodKind> LATER =
            List.of(MethodKind.SMS_CODE, MethodKind.APP_CODE, MethodKind.QUESTIONS);

    private static final Secret PASSWORD = Secret.of("a sentence of somebody");

    private final ExploreHost host;
    private final ExploreConfig config;
    private final ExploreWorld sim;
    private final List<ExploreAct> acts;

    private ExploreResets(ExploreHost host, List<ExploreAct> acts) {
        this.host = host;
        this.config = host.config;
        this.sim = host.sim;
        this.acts = acts;
    }

    static void add(ExploreHost host, List<ExploreAct> acts) {
        ExploreResets resets = new ExploreResets(host, acts);
        if (host.sim.resets() < host.config.bounds().resets()) {
            if (host.config.can(Can.ATTACKER_RESETS)) {
                resets.start(Who.ATTACKER);
            }
            if (host.config.can(Can.VICTIM_RESETS)) {
                resets.start(Who.VICTIM);
            }
        }
        for (int i = 0; i < host.sim.flows.size(); i++) {
            ExploreFlow flow = host.sim.flows.get(i);
            if (flow.view.isPresent() && flow.handle.isPresent() && flow.stored.isPresent()) {
                flow.holders.forEach(who -> resets.held(flow, who));
            }
        }
    }

    /** Whether somebody reads what arrives at an address, or has a device. */
    static boolean reads(ExploreConfig config, Who who, String endpoint) {
        boolean own = endpoint.startsWith("attacker")
                || endpoint.equals(ExploreWorld.EVIL_PHONE)
                || endpoint.equals("ATTACKER");
        if (who == Who.VICTIM) {
            return !own;
        }
        return own
                || (config.owned().contains("mail") && endpoint.equals(ExploreWorld.OWN_MAIL))
                || (config.owned().contains("phone") && endpoint.equals(ExploreWorld.PHONE));
    }

    private void start(Who who) {
        acts.add(ExploreAct.call(who + " starts a reset", who, Call.RESET, Optional.empty(), (on, node) -> {
            if (node.reset().start("victim", ExploreActs.CONTEXT) instanceof StartResult.Started started) {
                ExploreFlow flow = on.current();
                flow.handle = Optional.of(started.handle());
                flow.holders.add(who);
            }
        }));
    }

    private void held(ExploreFlow flow, Who who) {
        FlowHandle handle = flow.handle.orElseThrow();
        View view = flow.view.orElseThrow();
        boolean first = view.proofs().isEmpty() && !(config.can(Can.WRONG) && who == Who.ATTACKER);
        if (view.open() && !first) {
            for (MethodKind kind : LATER) {
                boolean asked = view.asked().equals(Optional.of(kind));
                if (!asked && sim.victim.info.of(kind).size() > 0) {
                    call(
                            flow,
                            who,
                            who + " chooses " + kind.value(),
                            (on, node) -> node.reset().choose(handle, kind));
                }
            }
        }
        if (view.open()) {
            answers(flow, who, handle);
        }
        if (!view.over()) {
            call(flow, who, who + " completes", (on, node) -> node.reset().complete(handle, PASSWORD));
        }
    }

    private void call(ExploreFlow flow, Who who, String name, BiConsumer<ExploreHost, Node> body) {
        acts.add(ExploreAct.call(name, who, Call.RESET, Optional.of(flow.id), body));
    }

    private void answers(ExploreFlow flow, Who who, FlowHandle handle) {
        Set<String> different = new HashSet<>();
        for (ExploreFlow from : sim.flows) {
            for (Put put : from.puts) {
                boolean right = from == flow && flow.pending().equals(Optional.of(put.task()));
                String which = put.kind().value() + " of " + put.endpoint() + (from == flow ? "" : " of a registration")
                        + (right ? "" : ", dead");
                if (reads(config, who, put.endpoint()) && (right || who == Who.ATTACKER) && different.add(which)) {
                    answer(flow, who, who + " answers with " + which, handle, put.code());
                }
            }
        }
        flow.view.flatMap(View::asked).filter(LATER::contains).ifPresent(kind -> words(flow, who, handle, kind));
    }

    /** What devices show, and what their owners know. */
    private void words(ExploreFlow flow, Who who, FlowHandle handle, MethodKind kind) {
        for (RegisteredMethod method : sim.victim.info.of(kind)) {
            boolean old = method.id().startsWith("old-");
            boolean owned = old
                    && ((config.owned().contains("app") && kind.equals(MethodKind.APP_CODE))
                            || (config.owned().contains("answers") && kind.equals(MethodKind.QUESTIONS)));
            boolean his = who.name().equals(sim.makers.get(method.id()));
            if (method.credential().isPresent() && (his || owned)) {
                String name = ExploreKey.name(host, method);
                Secret word = ExploreTokens.word(kind, method.credential().get());
                answer(flow, who, who + " answers with the word of " + name, handle, word);
                if (config.can(Can.WRONG)) {
                    sim.used.stream()
                            .limit(1)
                            .forEach(old2 -> answer(flow, who, who + " repeats a word", handle, Secret.of(old2)));
                }
                if (config.can(Can.CLONE)) {
                    answer(flow, who, who + " uses a copy of " + name, handle, Secret.of("copy-" + method.id()));
                }
            }
        }
    }

    private void answer(ExploreFlow flow, Who who, String name, FlowHandle handle, Secret code) {
        call(flow, who, name, (on, node) -> {
            on.turn().submitted = Optional.of(code);
            node.reset().answer(handle, code);
        });
    }
}
