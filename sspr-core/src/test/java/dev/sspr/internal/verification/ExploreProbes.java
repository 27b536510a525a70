package dev.sspr.internal.verification;

import static dev.sspr.internal.verification.ExploreBroken.unless;

import dev.sspr.fixture.TestedFlow;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.FlowStatus;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.internal.secret.Token;
import dev.sspr.internal.verification.ExploreConfig.Can;
import dev.sspr.internal.verification.ExploreFlow.Held;
import dev.sspr.internal.verification.ExploreFlow.Put;
import dev.sspr.internal.verification.ExploreFlow.Who;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Secret;
import java.util.List;
import java.util.Optional;

/** Calls that must be refused in every situation, or that only look. */
final class ExploreProbes {
    private static final Secret PASSWORD = Secret.of("a sentence of a stranger");

    private ExploreProbes() {}

    static void add(ExploreHost host, List<ExploreAct> acts, ExploreFlow flow, String name) {
        for (Held held : flow.left) {
            dead(acts, flow, "the old handle of" + name, held.handle());
        }
        if (host.config.can(Can.LEAK_LINK) && flow.linkLeaked) {
            Token forged = new Token(flow.id, Token.secretOf(new byte[32]));
            dead(acts, flow, "a forged handle of" + name, FlowHandle.of(forged.text()));
        }
        flow.held.ifPresent(held -> acts.add(ExploreAct.quiet(
                "P13",
                "status of" + name,
                held.who(),
                flow.id,
                (on, node) -> on.monitor.told(
                        on.sim.flow(flow.id).orElseThrow(), node.status(held.handle()) == FlowStatus.DONE))));
        for (Put put : flow.puts) {
            put.link().ifPresent(link -> {
                Secret text = new Token(flow.id, link).text();
                acts.add(ExploreAct.quiet("P13", "a scanner opens" + name, Who.HOST, flow.id, (on, node) -> {
                    node.open(text, Optional.empty());
                    node.open(text, flow.held.map(Held::handle));
                }));
            });
        }
    }

    private static void dead(List<ExploreAct> acts, ExploreFlow flow, String what, FlowHandle handle) {
        FlowId id = flow.id;
        Refused gone = Refused.of(Refusal.GONE);
        List<Secret> codes = flow.pendingChallenge().flatMap(it -> flow.put(it.id())).stream()
                .map(Put::code)
                .toList();
        acts.add(ExploreAct.quiet("P7", what, Who.ATTACKER, id, (on, node) -> {
            unless(node.status(handle) == FlowStatus.UNKNOWN, "P7", what + " opens the flow");
            unless(node.choose(handle, MethodKind.EMAIL_CODE).equals(gone), "P7", what + " chooses");
            unless(node.resend(handle).equals(gone), "P7", what + " resends");
            unless(TestedFlow.isGone(node.complete(handle, PASSWORD)), "P7", what + " completes");
            codes.forEach(code -> unless(node.answer(handle, code).equals(gone), "P7", what + " answers"));
            node.cancel(handle);
        }));
    }
}
